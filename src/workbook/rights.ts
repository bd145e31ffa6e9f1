/**
 * Who may edit what: the rights that a set-up plan gives, compared with those that the spreadsheet has now. Pure: the
 * shell reads the protections and applies again the steps that deviate.
 */
import { mailboxKey } from "../core/privacy/mailbox.ts";
import type { Cell } from "./grid.ts";
import type { PlanStep, SetupPlan } from "./plan.ts";
import { RIGHTS_TAB } from "./schema.ts";

/** A step of a plan that gives rights. */
export type RightStep = Extract<PlanStep, { do: "protect" | "guard" }>;

/** A protection as the spreadsheet has it. */
export type ActualRight = {
  readonly tab: string;
  /** Empty: the whole tab. */
  readonly range: string;
  readonly editors: readonly string[];
  /** True: the whole domain may edit. */
  readonly domainEdit: boolean;
  /** True: it only warns. */
  readonly warningOnly: boolean;
  /** Ranges of a tab's protection that are open. */
  readonly open: readonly string[];
};

/** Said wherever a workbook has no protection at all, as after “Tạo bản sao” or a file that was uploaded. */
export const UNPROTECTED =
  "Sổ chưa khóa ô nào: ai sửa được bảng tính cũng sửa được mọi tab, cả số liệu của đơn vị khác và báo cáo đã duyệt. Hãy chọn trình đơn Sổ 2282 → Ai sửa được gì, rồi bấm Đặt lại quyền";

/** One row of the table “ai sửa được gì”. */
export type RightState = {
  readonly tab: string;
  readonly range: string;
  readonly label: string;
  /** Mailboxes beside the coordinator. */
  readonly mailboxes: readonly string[];
  /** What deviates, in words; empty: nothing. */
  readonly problems: readonly string[];
  /** The step that repairs it; absent: a protection that no plan asks for, left as it is. */
  readonly mend: RightStep | undefined;
};

/** Returns the steps of a plan that give rights. */
export function rightSteps(plan: SetupPlan): readonly RightStep[] {
  return plan.filter((step): step is RightStep => step.do === "protect" || step.do === "guard");
}

function describeRange({ tab, range }: { readonly tab: string; readonly range: string }): string {
  return `${tab}\n${range}`;
}

function rangeOf(step: RightStep): string {
  return step.do === "guard" ? step.range : "";
}

/**
 * Compares the rights that should be with those that are. `coordinators`: who may edit everything. Rights of tabs that
 * are not there are left out: set-up makes those.
 */
export function compareRights(
  steps: readonly RightStep[],
  actual: readonly ActualRight[],
  coordinators: readonly string[],
  tabs: ReadonlySet<string>,
): readonly RightState[] {
  const found = new Map<string, ActualRight[]>();
  for (const right of actual) found.set(describeRange(right), [...(found.get(describeRange(right)) ?? []), right]);
  const wanted = steps.filter(({ tab }) => tabs.has(tab));
  const states = wanted.map((step): RightState => {
    const range = rangeOf(step);
    const rights = found.get(describeRange({ tab: step.tab, range })) ?? [];
    found.delete(describeRange({ tab: step.tab, range }));
    const mailboxes = step.do === "guard" ? step.mailboxes : [];
    const problems = findRightProblems(step, rights, [...coordinators, ...mailboxes]);
    return { tab: step.tab, range, label: step.label, mailboxes, problems, mend: step };
  });
  const strays = [...found.values()].flat().map(({ tab, range, editors }): RightState => {
    const problems = ["vùng khóa do người khác thêm; hãy xem lại, nếu thừa thì tự gỡ"];
    return { tab, range, label: "Ngoài kế hoạch của sổ", mailboxes: editors, problems, mend: undefined };
  });
  return [...states, ...strays];
}

function findRightProblems(
  step: RightStep,
  rights: readonly ActualRight[],
  allowed: readonly string[],
): readonly string[] {
  const [right, ...doubled] = rights;
  if (!right) return ["chưa khóa"];
  const known = new Set(allowed.map(mailboxKey));
  const extra = right.editors.filter((mailbox) => !known.has(mailboxKey(mailbox)));
  const present = new Set(right.editors.map(mailboxKey));
  const absent = step.do === "guard" ? step.mailboxes.filter((mailbox) => !present.has(mailboxKey(mailbox))) : [];
  const open = step.do === "protect" ? step.open : [];
  const sameHoles = [...open].sort().join() === [...right.open].sort().join();
  return [
    ...(extra.length > 0 ? [`thừa quyền: ${extra.join(", ")}`] : []),
    ...(absent.length > 0 ? [`thiếu quyền: ${absent.join(", ")}`] : []),
    ...(right.domainEdit ? ["mọi người trong tên miền sửa được"] : []),
    ...(right.warningOnly ? ["chỉ cảnh báo, không chặn"] : []),
    ...(sameHoles ? [] : ["ô mở và ô khóa không đúng chỗ"]),
    ...(doubled.length > 0 ? ["khóa hai lần"] : []),
  ];
}

/** Makes the rows of the tab `Quyền sửa`. */
export function rightRows(states: readonly RightState[]): readonly (readonly Cell[])[] {
  return states.map(({ tab, range, label, mailboxes, problems }) => {
    const cells: Record<(typeof RIGHTS_TAB.columns)[number]["key"], string> = {
      tab,
      range: range === "" ? "cả tab" : range,
      label,
      who: ["người tổng hợp", ...mailboxes].join(", "),
      state: problems.length === 0 ? "Đúng" : `Lệch: ${problems.join("; ")}`,
    };
    return RIGHTS_TAB.columns.map(({ key }) => cells[key]);
  });
}
