import { describe, expect, it } from "vitest";
import { checkFigures } from "../../../src/core/check.ts";
import { activity, figures, register, registered, value } from "../figures.ts";

const NAMES = "Nguyễn Thị Lan, Trần Văn Hùng";

const assessed = { unit: "A", results: "", difficulties: "", causes: "", proposals: "" };

const task = { unit: "A", task: "V1.1", status: undefined, statusTyped: "", result: "", link: "" };

function personalIn(more: Parameters<typeof figures>[0]) {
  return checkFigures(figures(more)).filter(({ code }) => code === "personal-data");
}

describe("personal data", () => {
  it.each([
    [{ values: [value("A", "LD", 3, 1, NAMES)] }, { kind: "value", element: "LD", field: "note" }],
    [{ values: [value("A", "LD", "0912345678", 1)] }, { kind: "value", element: "LD", field: "total" }],
    [{ values: [value("A", "LD", 3, "bà Nguyễn Thị Lan")] }, { kind: "value", element: "LD", field: "women" }],
    [{ activities: [activity("A", "2026-03-08", NAMES)] }, { kind: "activity", slot: 0, field: "theme" }],
    [{ activities: [activity("A", "2026-03-08", "x", { kind: NAMES })] }, { kind: "activity", slot: 0, field: "kind" }],
    [
      { activities: [activity("A", "2026-03-08", "x", { slot: 4, link: "lan85@gmail.com" })] },
      { kind: "activity", slot: 4, field: "link" },
    ],
    [
      { activities: [activity("A", "2026-03-08", "x", { coOrganisers: ["Nguyễn Thị Lan", "Trần Văn Hùng"] })] },
      { kind: "activity", slot: 0, field: "coOrganisers" },
    ],
    [
      { activities: [activity("A", undefined, "x", { dateTyped: "0912345678" })] },
      { kind: "activity", slot: 0, field: "day" },
    ],
    [
      { activities: [activity("A", "2026-03-08", "x", { participants: "CCCD 089184001234" })] },
      { kind: "activity", slot: 0, field: "participants" },
    ],
    [{ tasks: [{ ...task, result: NAMES }] }, { kind: "task", task: "V1.1", field: "result" }],
    [{ tasks: [{ ...task, link: "https://zalo.me/0912345678" }] }, { kind: "task", task: "V1.1", field: "link" }],
    [{ tasks: [{ ...task, statusTyped: NAMES }] }, { kind: "task", task: "V1.1", field: "status" }],
    [
      { funds: [{ unit: "A", source: "ns", planned: "bà Nguyễn Thị Lan giữ", spent: undefined }] },
      { kind: "fund", source: "ns", field: "planned" },
    ],
    [{ assessments: [{ ...assessed, results: NAMES }] }, { kind: "assessment", part: "results" }],
    [{ assessments: [{ ...assessed, proposals: NAMES }] }, { kind: "assessment", part: "proposals" }],
  ] as const)("in %j is an error at %j", (more, subject) => {
    expect(personalIn(more)).toMatchObject([{ severity: "error", unit: "A", subject }]);
  });

  it("is told in words, masked, with the reason", () => {
    const note = `${NAMES}, Lê Thị Mai, Phạm Thị Nga; 0912 345 678`;
    expect(personalIn({ values: [value("A", "LD", 3, 1, note)] })).toMatchObject([
      {
        expected: "ô không có dữ liệu cá nhân (họ tên, số CCCD, số điện thoại, e-mail của từng người)",
        found: "họ tên người: Nguyễn …, Trần …, Lê … và 1 chỗ nữa; số điện thoại: 09…78",
        action:
          "Xóa đi, chỉ ghi số lượng, chức danh hoặc hộp thư chung: ai mở được sổ cũng đọc được mọi tab (Luật 91/2025/QH15)",
      },
    ]);
  });

  it("is masked in what other checks show of the same cell", () => {
    const issues = checkFigures(
      figures({
        units: register([registered("A", "co_quan")]),
        values: [value("A", "LD", "Nguyễn Thị Lan, Trần Văn Hùng", "0912345678")],
        activities: [activity("A", undefined, "x", { dateTyped: "089184001234", coOrganisers: ["Trần Thị Hoa Mai"] })],
        tasks: [{ ...task, statusTyped: "bà Nguyễn Thị Lan" }],
      }),
    );
    expect(issues.length).toBeGreaterThan(6);
    expect(issues.map(({ found }) => found).join("\n")).not.toMatch(/Thị|Văn|345678|184001/);
  });

  it.each([351234567, 912345678, 89184001234])("is a number too long for a count: %d", (typed) => {
    expect(personalIn({ values: [value("A", "LD", typed, 1)] })).toHaveLength(1);
  });

  it("is no amount of money, count, ordinary theme or link", () => {
    const more = {
      values: [value("A", "LD", 99_999_999, 1, "Kiện toàn trong năm 2026")],
      funds: [{ unit: "A", source: "ns", planned: 912_345_678, spent: "15.000.000 đồng" }],
      activities: [
        activity("A", "2026-03-08", "Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh", {
          link: "https://vinhphong.example/tin/102938475610293",
        }),
      ],
    } as const;
    expect(personalIn(more)).toEqual([]);
  });
});

describe("a unit's mailbox", () => {
  it("that looks like a person's is a warning, and shown masked", () => {
    const mailboxes = ["tram-yte@vinhphong.example", "nguyenthilan85@gmail.com"];
    const issues = checkFigures(figures({ units: register([registered("TYT", "su_nghiep", { mailboxes })]) }));
    expect(issues.find(({ code }) => code === "personal-mailbox")).toMatchObject({
      severity: "warning",
      unit: "TYT",
      subject: { kind: "unit", field: "mailboxes" },
      found: "n…@gmail.com",
    });
  });

  it("that is an office's is none", () => {
    const units = register([registered("TYT", "su_nghiep", { mailboxes: ["tram-yte@vinhphong.example"] })]);
    expect(checkFigures(figures({ units })).some(({ code }) => code === "personal-mailbox")).toBe(false);
  });
});

describe("a count that can be read in two ways", () => {
  it("is told with both readings", () => {
    const units = register([registered("A", "co_quan")]);
    const issues = checkFigures(figures({ units, values: [value("A", "LD", "1.234", 1)] }));
    expect(issues.find(({ code }) => code === "not-a-number")).toMatchObject({
      found: "“1.234”",
      action: "Số này đọc được hai cách, 1234 hoặc 1,234; hãy gõ lại chỉ bằng chữ số",
    });
  });
});

describe("what is sensitive without a name", () => {
  const sensitiveIn = (more: Parameters<typeof figures>[0]) =>
    checkFigures(figures(more)).filter(({ code }) => code === "sensitive-data");

  it("is a warning in any input, which does not repeat it", () => {
    expect(sensitiveIn({ values: [value("A", "LD", 3, 1, "01 đồng chí nữ nghỉ thai sản")] })).toMatchObject([
      { severity: "warning", unit: "A", found: "thai sản của một người" },
    ]);
    expect(sensitiveIn({ tasks: [{ ...task, result: "01 giáo viên bị kỷ luật" }] })).toHaveLength(1);
  });

  it("is not told beside the error of a name", () => {
    expect(sensitiveIn({ values: [value("A", "LD", 3, 1, "chị Hạnh; 01 nữ nghỉ thai sản")] })).toEqual([]);
  });
});
