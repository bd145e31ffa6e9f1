/** Sheets that are no tab of the plan: forms of units that closed or left, forms that come back, copies. */

import { cellText, type Grid } from "../grid.ts";
import { type Identity, isOwnTitle } from "../identity.ts";
import type { PlanStep } from "../plan.ts";
import type { PlacedUnit } from "../read/register.ts";
import { formTitles } from "../setup/index.ts";
import { ARCHIVED_SUFFIX } from "../titles.ts";
import type { WorkbookFacts } from "./actual.ts";
import { type Finding, finding } from "./finding.ts";

type OldSheetsInput = {
  readonly facts: WorkbookFacts;
  readonly identity: Identity;
  readonly register: readonly PlacedUnit[];
  /** Titles of the plan's tabs. */
  readonly expected: { readonly has: (title: string) => boolean };
};

/** Plans what becomes of them. Nothing that holds figures is deleted. */
export function planOldSheets(input: OldSheetsInput): {
  readonly findings: readonly Finding[];
  readonly steps: readonly PlanStep[];
} {
  const parts = [...planForms(input), ...planStrays(input), ...planCopies(input)];
  return { findings: parts.flatMap(({ findings }) => findings), steps: parts.flatMap(({ steps }) => steps) };
}

type Part = { readonly findings: readonly Finding[]; readonly steps: readonly PlanStep[] };

/** Tells whether a sheet was put away, by its title. */
export function isArchived(title: string): boolean {
  return title.includes(ARCHIVED_SUFFIX.trim());
}

function planForms({ identity, register, expected }: OldSheetsInput): readonly Part[] {
  const titles = formTitles(register);
  return register.flatMap((unit): readonly Part[] => {
    const title = titles.get(unit.code) ?? unit.code;
    const sheet = identity.sheets.get(title);
    if (!sheet) return [];
    const wanted = expected.has(title);
    if (wanted && isArchived(sheet.title)) return [{ findings: [], steps: [{ do: "revive", tab: title }] }];
    if (wanted || isArchived(sheet.title)) return [];
    const archive: PlanStep = { do: "archive", tab: title, sheetId: sheet.id };
    const found = finding({ tab: sheet.title, cell: "" }, "closed-form", "patch", {
      expected: "biểu của đơn vị đang hoạt động và có tab riêng",
      found: `biểu của ${unit.code}`,
      action: "Sẽ cất vào tab ẩn, giữ nguyên số liệu",
    });
    return [{ findings: [found], steps: [archive] }];
  });
}

function planStrays({ identity }: OldSheetsInput): readonly Part[] {
  return identity.strays.flatMap(({ sheet, unit }): readonly Part[] => {
    if (isArchived(sheet.title)) return [];
    const found = finding({ tab: sheet.title, cell: "A1" }, "stray-form", "patch", {
      expected: "mã đơn vị có trong tab Đơn vị",
      found: `“${unit}”`,
      action: "Sẽ cất biểu vào tab ẩn, giữ nguyên số liệu; ghi lại mã ở tab Đơn vị thì biểu trở lại",
    });
    return [{ findings: [found], steps: [{ do: "archive", tab: sheet.title, sheetId: sheet.id }] }];
  });
}

function planCopies({ facts, identity }: OldSheetsInput): readonly Part[] {
  return [...identity.copies].flatMap(([id, title]): readonly Part[] => {
    const copy = facts.tabs.get(id);
    const original = identity.sheets.get(title);
    const there = original && facts.tabs.get(original.id);
    if (!copy || !there || isArchived(copy.name)) return [];
    const expected = "mỗi biểu một tab";
    if (!isOwnTitle(title) && sameText(copy.values, there.values)) {
      const found = `bản sao giống hệt tab “${there.name}”`;
      const words = { expected, found, action: "Sẽ xóa bản sao" };
      return [
        {
          findings: [finding({ tab: copy.name, cell: "" }, "copy", "patch", words)],
          steps: [{ do: "deleteCopy", tab: title, sheetId: id }],
        },
      ];
    }
    const found = isOwnTitle(title)
      ? `bản sao của tab “${there.name}”`
      : `bản sao của tab “${there.name}” có số liệu khác`;
    const action = isOwnTitle(title)
      ? "Hãy xem rồi tự xóa nếu thừa; sổ không dùng bản sao này"
      : "Hãy chép số cần giữ sang tab đó rồi xóa bản sao; sổ không tính bản sao này";
    return [
      { findings: [finding({ tab: copy.name, cell: "" }, "copy", "look", { expected, found, action })], steps: [] },
    ];
  });
}

function sameText(one: Grid, other: Grid): boolean {
  const text = (grid: Grid) =>
    grid
      .map((row) => row.map(cellText).join("\t").trimEnd())
      .join("\n")
      .trimEnd();
  return text(one) === text(other);
}
