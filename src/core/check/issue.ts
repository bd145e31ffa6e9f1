/** What a data check says: where, how grave, what was expected, what was found, what to do. */
import type { NarrativePart } from "../narrative.ts";
import type { ElementCode } from "../plan/plan.ts";
import { maskPersonalData } from "../privacy.ts";
import type { Role } from "../role.ts";
import type { AssessmentPart, FundSource } from "../task.ts";
import { shorten } from "../text.ts";
import { isCount, readingsOf, type Typed } from "../value.ts";

export type Severity = "error" | "warning";

/** The cell, in the words of the domain, that an issue speaks of. */
export type Subject =
  | { readonly kind: "value"; readonly element: ElementCode; readonly field: "total" | "women" | "note" }
  | {
      readonly kind: "activity";
      readonly slot: number;
      readonly field: "day" | "theme" | "kind" | "participants" | "women" | "coOrganisers" | "link";
    }
  | { readonly kind: "fund"; readonly source: FundSource; readonly field: "planned" | "spent" }
  | { readonly kind: "task"; readonly task: string; readonly field: "status" | "result" | "link" }
  | { readonly kind: "assessment"; readonly part: AssessmentPart }
  /** The unit's row of the register. */
  | { readonly kind: "unit"; readonly field: "mailboxes" }
  /** A row of the history tab, by its place from 0. */
  | { readonly kind: "history"; readonly row: number }
  /** A text of the coordinator's for the report, by its place from 0. */
  | { readonly kind: "narrative"; readonly part: NarrativePart; readonly text: number }
  /** The settings: the unit that holds a role. */
  | { readonly kind: "role"; readonly role: Role };

/** One issue: where (unit and subject), what was expected, what was found, what to do. Texts are Vietnamese. */
export type Issue = {
  readonly severity: Severity;
  /** Stable word for the kind of issue. */
  readonly code: string;
  /** Empty: the commune as a whole. */
  readonly unit: string;
  readonly subject: Subject;
  readonly expected: string;
  readonly found: string;
  readonly action: string;
};

/** What an issue says beside where it is; an error unless it says otherwise. */
export type IssueContent = Omit<Issue, "unit" | "subject" | "severity"> & { readonly severity?: Severity };

/** Shows what was typed, as the person who typed it knows it; personal data in it masked. */
export function show(typed: Typed): string {
  if (typed === undefined) return "ô trống";
  if (typeof typed === "string") return `“${shorten(maskPersonalData(typed))}”`;
  return String(typed).replace(".", ",");
}

/** Says what keeps one typed count from being one, or nothing. A blank is no fault here. */
export function countFault(typed: Typed): { code: string; expected: string; action: string } | undefined {
  if (typed === undefined || isCount(typed)) return undefined;
  if (typeof typed === "string") {
    const readings = readingsOf(typed);
    return {
      code: "not-a-number",
      expected: "một số nguyên từ 0 trở lên",
      action: readings
        ? `Số này đọc được hai cách, ${readings[0]} hoặc ${readings[1]}; hãy gõ lại chỉ bằng chữ số`
        : "Chỉ gõ chữ số, không gõ chữ hay dấu chấm",
    };
  }
  if (typed < 0) return { code: "negative", expected: "số từ 0 trở lên", action: "Sửa lại số, không có số âm" };
  if (!Number.isInteger(typed))
    return { code: "not-whole", expected: "số nguyên", action: "Nhập số người, không có phần lẻ" };
  return { code: "too-large", expected: "số người có thật", action: "Kiểm tra lại, có thể thừa chữ số" };
}
