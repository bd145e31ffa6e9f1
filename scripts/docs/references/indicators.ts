/** The reference of what units count and of what is measured by it, made of the core's lists. */

import { kh131 } from "../../../src/core/plan/kh-131.ts";
import { elementOf, elementsIn, type Indicator, type Target } from "../../../src/core/plan/plan.ts";
import { ROLE_NAMES } from "../../../src/core/role.ts";
import { STATUS_NAMES } from "../../../src/core/scorecard.ts";
import { defaultElements } from "../../../src/core/unit.ts";
import { UNIT_TYPE_NAMES, UNIT_TYPES } from "../../../src/core/unit-type.ts";
import { code, generated, page, table } from "./markdown.ts";

/** Says in words what is counted over what. */
function formulaOf({ measure }: Indicator): string {
  switch (measure.kind) {
    case "units-led":
      return measure.roles
        ? `số cơ quan có ít nhất 1 nữ lãnh đạo (LD) / số cơ quan có vai trò ${measure.roles.map((role) => ROLE_NAMES[role]).join(", ")} trong danh sách đơn vị`
        : "số đơn vị có ít nhất 1 nữ lãnh đạo (LD) / số đơn vị tính vào CT1";
    case "share": {
      const without = measure.without ? `, không kể ${measure.without.join(", ")}` : "";
      return `Σ nữ / Σ tổng số của ${measure.elements.join(", ")}${without}`;
    }
    case "trend":
      return `Σ nữ / Σ tổng số của ${measure.elements.join(", ")}, so với năm trước`;
    case "quotient": {
      const { numerator, denominator, of } = measure;
      return of === "total" ? `nữ / tổng số của ${denominator}` : `${numerator} / ${denominator} (nữ)`;
    }
    case "events":
      return "số hoạt động khác nhau trong năm (ngày, chủ đề, đơn vị); hoạt động chung tính một lần";
  }
}

function thresholdOf({ code: own, threshold }: Target): string {
  if (threshold === null) return own === "QG1" ? "–" : "tăng dần";
  if (threshold === 100) return "100%";
  return `từ ${threshold}${own === "CT6" ? " hoạt động" : "%"}`;
}

/** Writes the page. */
export function describeIndicators(): string {
  const plan = kh131();
  const elements = elementsIn(plan).map(({ code: own, name, help, hasTotal, communeOnly, within }) => {
    const limit = within ? ` Không quá ${within} (${elementOf(plan, within).name}).` : "";
    return [
      code(own),
      name,
      hasTotal ? "tổng số, nữ" : "chỉ nữ",
      communeOnly ? "một đơn vị, cả xã" : "từng đơn vị",
      `${help}${limit}`,
    ];
  });
  const indicators = plan.indicators.map((indicator) => [code(indicator.code), indicator.name, formulaOf(indicator)]);
  const targets = plan.targets.map((target) => [
    code(target.code),
    target.name,
    thresholdOf(target),
    target.dueYear === null ? "mỗi năm" : String(target.dueYear),
    [target.national2025, target.national2030].map((figure) => (figure === null ? "–" : `${figure}%`)).join(" / "),
    target.source,
  ]);
  const types = UNIT_TYPES.map((type) => [UNIT_TYPE_NAMES[type], defaultElements(type, plan).map(code).join(", ")]);
  return page(
    generated("src/core/plan/kh-131.ts, src/core/unit.ts"),
    "# Số liệu và chỉ tiêu",
    "## Số liệu",
    "Mã ở đây dùng trong biểu, trong tab Đơn vị (cột “Số liệu phải báo cáo”), trong bộ dữ liệu CSV và trong công thức. Ô trống là chưa báo cáo, không phải số 0.",
    table(["mã", "tên", "gồm", "ai nhập", "đếm gì"], elements),
    "Đơn vị nào báo cáo gì, khi cột “Số liệu phải báo cáo” để trống:",
    table(["loại đơn vị", "số liệu"], types),
    "Đơn vị tính vào CT1 luôn báo cáo `LD`. Đơn vị nhập số liệu quy hoạch (tab Cấu hình) báo cáo thêm các số “một đơn vị, cả xã”, và `CUX` nếu không đơn vị nào khác ghi mã này.",
    "## Chỉ tiêu",
    "Ngưỡng dưới đây là mặc định (KH 131). Ngưỡng đang dùng nằm ở tab Chỉ tiêu của sổ, sửa ở đó.",
    table(["mã", "chỉ tiêu", "ngưỡng", "hạn", "quốc gia 2025 / 2030", "căn cứ"], targets),
    "## Cách tính",
    table(["mã", "tên ngắn", "tử số / mẫu số"], indicators),
    "Số không hợp lệ (không nguyên, âm, nữ nhiều hơn tổng) không được cộng và được nêu ở tab Kiểm tra.",
    "## Đánh giá",
    `Đạt khi 100 × nữ ≥ ngưỡng × tổng số, so bằng số nguyên: 39,96% không phải 40%. Gần đạt: chưa đạt, nhưng từ chín phần mười ngưỡng trở lên. Mẫu số bằng 0 là “${STATUS_NAMES["no-data"]}”.`,
    table(
      ["mã", "chữ hiện ra"],
      Object.entries(STATUS_NAMES).map(([status, name]) => [code(status), name]),
    ),
  );
}
