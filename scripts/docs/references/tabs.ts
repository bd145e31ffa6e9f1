/** The reference of the workbook's tabs and of a unit's form, made of the schema. */

import { kh131 } from "../../../src/core/plan/kh-131.ts";
import { DEFAULT_TASKS } from "../../../src/core/task.ts";
import { UNIT_TYPE_NAMES, UNIT_TYPES } from "../../../src/core/unit-type.ts";
import { formRows, inputSpan, rowKey, rowLabel, SECTION_LABELS } from "../../../src/workbook/form.ts";
import { columnLetters } from "../../../src/workbook/grid.ts";
import * as schema from "../../../src/workbook/schema.ts";
import { SETTING_ENTRIES } from "../../../src/workbook/settings.ts";
import { code, generated, page, table } from "./markdown.ts";

const KIND_NAMES: Readonly<Record<schema.ColumnKind, string>> = {
  text: "chữ",
  count: "số đếm",
  number: "số",
  year: "năm",
  day: "ngày",
  percent: "phần trăm",
  link: "liên kết",
};

function isTableTab(value: unknown): value is schema.TableTab {
  return typeof value === "object" && value !== null && "columns" in value && "intro" in value;
}

/** Every tab that is one table, in the order of the workbook: a new one is described without being named here. */
function tableTabs(): readonly schema.TableTab[] {
  const exported: readonly unknown[] = Object.values(schema);
  const rank = ({ title }: schema.TableTab) => schema.OWN_TITLES.indexOf(title);
  return exported.filter(isTableTab).sort((one, other) => rank(one) - rank(other));
}

function describeTab({ title, intro, columns }: schema.TableTab): string {
  const rows = columns.map((column, index) => [
    `${columnLetters(index + 1)}${column.hidden ? " (ẩn)" : ""}`,
    column.title,
    KIND_NAMES[column.kind],
    column.input ? "gõ được" : "",
    [column.help ?? "", column.choices ? `Chọn: ${column.choices.join("; ")}.` : ""].filter(Boolean).join(" "),
  ]);
  return `## ${title}\n\n${intro}\n\n${table(["cột", "tên", "chứa gì", "nhập", "giải thích"], rows)}`;
}

/** One row of each kind stands for all of its kind, but figures, funds and assessments are all listed. */
function describeForm(): string {
  const rows = formRows(kh131(), DEFAULT_TASKS.slice(0, 1), 1).map((row): readonly string[] => {
    if (row.kind === "section") {
      const { text: _, ...labels } = SECTION_LABELS[row.section];
      return [`**${rowLabel(row)}**`, "", Object.values(labels).join(" · ")];
    }
    const span = inputSpan(row);
    const label = row.kind === "activity" ? "(mỗi dòng một hoạt động)" : rowLabel(row);
    const shown = row.kind === "task" ? `${label} (mỗi dòng một nhiệm vụ được giao)` : label;
    return [shown, code(rowKey(row)), span ? "" : "sổ tự ghi"];
  });
  return table(["dòng", "khóa", "các cột / ghi chú"], rows);
}

/** Writes the page. */
export function describeTabs(): string {
  const settings = SETTING_ENTRIES.map(({ key, name, help, initial }) => [
    code(key),
    name,
    help,
    String(initial) === "" ? "" : String(initial),
  ]);
  return page(
    generated("src/workbook/schema.ts, form.ts, settings.ts"),
    "# Các tab và cột của sổ",
    `Tab nào cũng có: dòng 1 tên tab, dòng 2 lời dẫn, dòng ${schema.HEADER_ROW} tên cột, số liệu từ dòng ${schema.FIRST_DATA_ROW}. Cột ghi “gõ được” là ô màu vàng; cột khác do sổ ghi hoặc tự tính. Sổ nhận ra tab theo số của tab và nhận ra cột theo tên cột, nên đổi tên tab hay dời tab không sao; đổi tên cột thì dùng *Kiểm tra và sửa sổ*.`,
    ...tableTabs().map(describeTab),
    "## Các mục của tab Cấu hình",
    table(["khóa", "mục", "giải thích", "ban đầu"], settings),
    "## Biểu của đơn vị",
    "Mỗi đơn vị một tab, tên tab là mã đơn vị; mọi biểu cùng một khuôn. Dòng đơn vị không phải báo cáo thì ẩn. Ấp ghi số liệu ở tab Các ấp, còn hoạt động, kinh phí, đánh giá ở tab Hoạt động ấp.",
    describeForm(),
    "## Các loại đơn vị",
    table(
      ["mã loại", "tên"],
      UNIT_TYPES.map((type) => [code(type), UNIT_TYPE_NAMES[type]]),
    ),
  );
}
