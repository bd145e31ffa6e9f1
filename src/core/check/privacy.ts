/** Checks that no input holds personal data, whatever it asks for: the workbook holds counts only. */
import {
  findPersonalData,
  findSensitive,
  isPersonalMailbox,
  maskPersonalData,
  PERSONAL_DATA_KINDS,
  PERSONAL_DATA_NAMES,
  type PersonalData,
} from "../privacy.ts";
import { ASSESSMENT_PARTS } from "../task.ts";
import type { OrgUnit } from "../unit.ts";
import type { Typed } from "../value.ts";
import type { CheckedFigures } from "./figures.ts";
import type { Issue, Subject } from "./issue.ts";

/** A cell that was typed in. */
type TypedCell = { readonly unit: string; readonly subject: Subject; readonly typed: Typed };

/** What units type, and what the coordinator writes for the report. */
export type TypedFigures = Pick<
  CheckedFigures,
  "values" | "activities" | "tasks" | "funds" | "assessments" | "narrative"
>;

/** Lists every input in which personal data stands; an error, since everyone who opens the workbook reads it. */
export function checkPrivacy(figures: TypedFigures): readonly Issue[] {
  return listInputs(figures).flatMap(({ unit, subject, typed }): readonly Issue[] => {
    const found = findIn(typed, subject);
    if (found.length === 0) return hintAt(unit, subject, typed);
    return [
      {
        severity: "error",
        code: "personal-data",
        unit,
        subject,
        expected: "ô không có dữ liệu cá nhân (họ tên, số CCCD, số điện thoại, e-mail của từng người)",
        found: describe(found),
        action:
          "Xóa đi, chỉ ghi số lượng, chức danh hoặc hộp thư chung: ai mở được sổ cũng đọc được mọi tab (Luật 91/2025/QH15)",
      },
    ];
  });
}

/** Hints at what tells of one person without naming it; no error, since only its writer knows whether it does. */
function hintAt(unit: string, subject: Subject, typed: Typed): readonly Issue[] {
  const topics = typeof typed === "string" ? findSensitive(typed) : [];
  if (topics.length === 0) return [];
  return [
    {
      severity: "warning",
      code: "sensitive-data",
      unit,
      subject,
      expected: "ô không cho biết chuyện riêng của một người, dù không ghi tên",
      found: `${topics.join(", ")} của một người`,
      action: "Nếu người trong xã đọc là biết ai thì bỏ đi, chỉ ghi số lượng chung; nếu không thì để nguyên",
    },
  ];
}

/** Lists what people typed, cell by cell. */
export function listInputs({
  values,
  activities,
  tasks,
  funds,
  assessments,
  narrative,
}: TypedFigures): readonly TypedCell[] {
  return [
    ...values.flatMap((value) =>
      (["total", "women", "note"] as const).map((field) => {
        return input(value.unit, { kind: "value", element: value.element, field }, value[field]);
      }),
    ),
    ...activities.flatMap((activity) => {
      const { unit, slot } = activity;
      return [
        // A day that could be read is one; of any other text its cell is asked.
        input(unit, { kind: "activity", slot, field: "day" }, activity.day ? undefined : activity.dateTyped),
        input(unit, { kind: "activity", slot, field: "coOrganisers" }, activity.coOrganisers.join("|")),
        ...(["theme", "kind", "participants", "women", "link"] as const).map((field) =>
          input(unit, { kind: "activity", slot, field }, activity[field]),
        ),
      ];
    }),
    ...tasks.flatMap((report) => {
      const { unit, task } = report;
      return [
        input(unit, { kind: "task", task, field: "status" }, report.statusTyped),
        input(unit, { kind: "task", task, field: "result" }, report.result),
        input(unit, { kind: "task", task, field: "link" }, report.link),
      ];
    }),
    ...funds.flatMap((fund) =>
      (["planned", "spent"] as const).map((field) =>
        input(fund.unit, { kind: "fund", source: fund.source, field }, fund[field]),
      ),
    ),
    ...assessments.flatMap((assessment) =>
      ASSESSMENT_PARTS.map((part) => input(assessment.unit, { kind: "assessment", part }, assessment[part])),
    ),
    ...narrative.map(({ part, text }, index) => input("", { kind: "narrative", part, text: index }, text)),
  ];
}

function input(unit: string, subject: Subject, typed: Typed): TypedCell {
  return { unit, subject, typed };
}

/** No commune counts a hundred million of anything: a number so long in a count's cell is a phone's or a card's. */
const LEAST_IDENTIFIER = 100_000_000;

function findIn(typed: Typed, subject: Subject): readonly PersonalData[] {
  if (typeof typed === "string") return findPersonalData(typed);
  if (typed === undefined || subject.kind === "fund" || typed < LEAST_IDENTIFIER || !Number.isInteger(typed)) return [];
  // A spreadsheet drops the leading zero of what it takes for a number.
  const padded = findPersonalData(`0${typed}`);
  return padded.length > 0 ? padded : findPersonalData(String(typed));
}

const MOST_SHOWN = 3;

/** Says what was found, masked: `họ tên người: Nguyễn …, Trần …; số điện thoại: 09…78`. */
function describe(found: readonly PersonalData[]): string {
  return PERSONAL_DATA_KINDS.flatMap((kind) => {
    const ofKind = found.filter((data) => data.kind === kind);
    if (ofKind.length === 0) return [];
    const more = ofKind.length > MOST_SHOWN ? ` và ${ofKind.length - MOST_SHOWN} chỗ nữa` : "";
    const shown = ofKind.slice(0, MOST_SHOWN).map(({ masked }) => masked);
    return [`${PERSONAL_DATA_NAMES[kind]}: ${shown.join(", ")}${more}`];
  }).join("; ");
}

/** Warns of mailboxes in the register that look like a person's: they go when the person goes. */
export function checkMailboxes(units: readonly OrgUnit[]): readonly Issue[] {
  return units.flatMap((unit): readonly Issue[] => {
    const personal = unit.mailboxes.filter(isPersonalMailbox);
    if (personal.length === 0) return [];
    return [
      {
        severity: "warning",
        code: "personal-mailbox",
        unit: unit.code,
        subject: { kind: "unit", field: "mailboxes" },
        expected: "hộp thư chung của đơn vị",
        found: personal.map(maskPersonalData).join(", "),
        action:
          "Thay bằng hộp thư chung của đơn vị: hộp thư riêng đi theo người, và là dữ liệu cá nhân (Luật 91/2025/QH15)",
      },
    ];
  });
}
