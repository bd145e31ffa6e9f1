/** The settings tab: its entries in order, their help, and reading them into the core's settings. */
import { COMMUNE_KINDS, type CommuneKind, type Settings } from "../core/commune.ts";
import { dayBefore, makeDay, readDay, showDay } from "../core/period.ts";
import { ROLE_NAMES, ROLES, type Role, type RoleSettings } from "../core/role.ts";
import { cleanText, foldText, splitList } from "../core/text.ts";
import { DEFAULT_REMINDER_DAYS, isReminderDay } from "../core/workflow/reminder.ts";
import { type Cell, cellText, WorkbookFault } from "./grid.ts";
import { SETTINGS_TAB, UNITS_TAB } from "./schema.ts";

export type SettingKey =
  | "name"
  | "kind"
  | "province"
  | "plan_no"
  | "plan_date"
  | "year"
  | "deadline"
  | "signer"
  | "signer_title"
  | Role
  | "addressees"
  | "recipients"
  | "note"
  | "activity_rows"
  | "hamlet_activity_rows"
  | "reminder_days"
  | "report_mailboxes"
  | "today"
  | "data_year";

/** What a workbook with another plan's definitions says of itself, in a row of its own: its rows are all that there are. */
export const DEFINITIONS_ENTRY = {
  key: "definitions",
  name: "Bộ chỉ tiêu",
  help: "Riêng: chỉ có các dòng đang ghi ở tab Chỉ tiêu. Để trống: theo KH 131, dòng bị xóa được báo và sửa lại.",
  own: "Riêng",
} as const;

/** A setting of the tab. */
export type SettingEntry = {
  readonly key: SettingKey;
  readonly name: string;
  readonly help: string;
  readonly kind: "text" | "year" | "day" | "count" | "choice";
  /** What a new workbook begins with. */
  readonly initial: string | number;
  /** True: the workbook writes it itself; nobody is asked for it. */
  readonly isAutomatic?: true;
};

/** Settings as typed, by key. */
export type TypedSettings = ReadonlyMap<string, unknown>;

function roleEntry(role: Role): SettingEntry {
  const help =
    "Mã đơn vị ở tab Đơn vị. Để trống: sổ nhận theo mã, rồi theo tên đơn vị. Không đơn vị nào thì ghi Không.";
  return { key: role, name: `Vai trò: ${ROLE_NAMES[role]}`, help, kind: "text", initial: "" };
}

/** The settings in the order of the tab. Keys are public (`commune.csv`). */
export const SETTING_ENTRIES: readonly SettingEntry[] = [
  {
    key: "name",
    name: "Tên xã, phường",
    help: "Không kèm chữ “xã”, ví dụ: Vĩnh Phong. Đặt theo tên người, chữ số, sự kiện thì ghi cả: Phường Điện Biên Phủ.",
    kind: "text",
    initial: "",
  },
  { key: "kind", name: "Loại", help: "xã, phường hoặc đặc khu.", kind: "choice", initial: "xã" },
  { key: "province", name: "Tỉnh, thành phố", help: "Ví dụ: An Giang.", kind: "text", initial: "" },
  { key: "plan_no", name: "Số kế hoạch", help: "Ví dụ: 131/KH-UBND.", kind: "text", initial: "" },
  { key: "plan_date", name: "Ngày ban hành kế hoạch", help: "Ngày/tháng/năm.", kind: "day", initial: "" },
  { key: "year", name: "Năm báo cáo", help: "Bốn chữ số.", kind: "year", initial: "" },
  {
    key: "deadline",
    name: "Hạn: trước ngày",
    help: "Đơn vị phải gửi trước ngày này; lúc muộn nhất còn đúng hạn là 23:59 ngày hôm trước.",
    kind: "day",
    initial: "",
  },
  { key: "signer", name: "Người ký", help: "Để trống nếu chưa rõ.", kind: "text", initial: "" },
  {
    key: "signer_title",
    name: "Chức vụ người ký",
    help: "CHỦ TỊCH; hoặc KT. CHỦ TỊCH / PHÓ CHỦ TỊCH; hoặc Q. CHỦ TỊCH; hoặc TL. CHỦ TỊCH / CHÁNH VĂN PHÒNG.",
    kind: "text",
    initial: "CHỦ TỊCH",
  },
  {
    key: "custodian",
    name: "Đơn vị nhập số liệu quy hoạch",
    help: "Mã đơn vị. Chỉ một đơn vị nhập tổng chung của xã, để không lộ thông tin của riêng ai.",
    kind: "text",
    initial: "",
  },
  ...ROLES.filter((role) => role !== "custodian").map(roleEntry),
  { key: "addressees", name: "Kính gửi", help: "Nhiều nơi cách nhau bằng dấu |.", kind: "text", initial: "" },
  {
    key: "recipients",
    name: "Nơi nhận",
    help: "Không kể “Như trên”; cách nhau bằng dấu |. Nơi lưu ghi như “Lưu: VT, VHXH”, không ghi thì là “Lưu: VT”.",
    kind: "text",
    initial: "",
  },
  { key: "note", name: "Lưu ý chung", help: "Hiện ở Bảng điểm và cuối báo cáo.", kind: "text", initial: "" },
  {
    key: "activity_rows",
    name: "Số dòng hoạt động mỗi đơn vị",
    help: "Đổi số rồi chọn Lập sổ, lập biểu: các biểu dài ra hay ngắn lại, số liệu giữ nguyên.",
    kind: "count",
    initial: 10,
  },
  {
    key: "hamlet_activity_rows",
    name: "Số dòng hoạt động mỗi ấp",
    help: "Đổi số rồi chọn Lập sổ, lập biểu: các biểu dài ra hay ngắn lại, số liệu giữ nguyên.",
    kind: "count",
    initial: 3,
  },
  {
    key: "reminder_days",
    name: "Nhắc trước hạn mấy ngày",
    help: "Các số ngày, cách nhau bằng dấu |. Quá hạn thì mỗi tuần nhắc một lần. Bật hay tắt ở bảng bên.",
    kind: "text",
    initial: DEFAULT_REMINDER_DAYS.join("|"),
  },
  {
    key: "report_mailboxes",
    name: "Hộp thư nhận báo cáo",
    help: "Hộp thư cơ quan của nơi nhận, ví dụ Sở Nội vụ; cách nhau bằng dấu |. Bảng bên hỏi lại trước khi gửi.",
    kind: "text",
    initial: "",
  },
  {
    key: "today",
    name: "Tính đến ngày",
    help: "Sổ tự ghi khi người tổng hợp mở bảng bên. Hoạt động sau ngày này là dự kiến, chưa tính.",
    kind: "day",
    initial: "",
    isAutomatic: true,
  },
  {
    key: "data_year",
    name: "Năm của số liệu",
    help: "Sổ tự ghi khi lập biểu: số liệu trong các biểu là của năm này. Không sửa.",
    kind: "year",
    initial: "",
    isAutomatic: true,
  },
];

/** Tells whether the workbook's definitions are KH 131's, as far as its cells do not say otherwise. */
export function isKh131(typed: TypedSettings): boolean {
  return foldText(cellText(typed.get(DEFINITIONS_ENTRY.key))) !== foldText(DEFINITIONS_ENTRY.own);
}

/** The settings that people give: in `commune.csv`, in the sidebar. */
export const GIVEN_SETTINGS: readonly SettingEntry[] = SETTING_ENTRIES.filter(({ isAutomatic }) => !isAutomatic);

/** More rows than this make a form too long to fill in. */
export const MOST_ACTIVITY_ROWS = 200;

function fault(key: SettingKey, expected: string, found: unknown): WorkbookFault {
  const index = SETTING_ENTRIES.findIndex((entry) => entry.key === key);
  const name = SETTING_ENTRIES[index]?.name ?? key;
  const seen = cellText(found);
  return new WorkbookFault(
    `Tab ${SETTINGS_TAB.title}, mục “${name}”: cần ${expected}; thấy ${seen === "" ? "ô trống" : `“${seen}”`}. Hãy sửa ở cột Giá trị.`,
  );
}

/** Reads the reporting year, or undefined if there is none. */
export function readYear(typed: unknown): number | undefined {
  const year = typeof typed === "number" ? typed : Number(cellText(typed) || Number.NaN);
  return Number.isInteger(year) && year >= 2020 && year <= 2100 ? year : undefined;
}

/**
 * Reads the year that the forms were made for; nothing before there are any. What is typed as reporting year changes
 * nothing of it: else one year's figures would become another's.
 */
export function readDataYear(typed: TypedSettings): number | undefined {
  return readYear(typed.get("data_year"));
}

/** Returns the settings with a year for reports and figures both. */
export function withDataYear(typed: TypedSettings, year: number): TypedSettings {
  return new Map(typed).set("year", year).set("data_year", year);
}

/** Says what to do for another year than the forms' own; no full stop ends it. */
export const ANOTHER_YEAR = `Sổ đã có số liệu thì không đổi năm được: hãy để nguyên sổ này, và lập sổ của năm khác trong một bảng tính mới, dán danh sách đơn vị từ tab ${UNITS_TAB.title} của sổ này`;

/** Reads the settings. Throws a WorkbookFault where the year or the deadline cannot be read; the rest may be blank. */
export function readSettings(typed: TypedSettings): Settings {
  const text = (key: SettingKey) => cellText(typed.get(key));
  const year = readDataYear(typed) ?? readYear(typed.get("year"));
  if (year === undefined) throw fault("year", "năm có bốn chữ số, ví dụ 2026", typed.get("year"));
  const deadlineTyped = typed.get("deadline");
  const deadline = text("deadline") === "" ? defaultDeadline(year) : readDay(deadlineTyped);
  if (!deadline) throw fault("deadline", "một ngày, ví dụ 15/11/2026", deadlineTyped);
  const kind = COMMUNE_KINDS.find((known) => foldText(known) === foldText(text("kind"))) ?? "xã";
  return {
    ...readName(text("name"), kind),
    kind,
    province: text("province"),
    planNo: text("plan_no"),
    planDate: readDay(typed.get("plan_date")),
    year,
    deadline,
    signer: text("signer"),
    signerTitle: text("signer_title") || "CHỦ TỊCH",
    roles: readRoles(typed),
    addressees: splitList(text("addressees")),
    recipients: splitList(text("recipients")),
    note: text("note"),
  };
}

/** Reads the units that the roles are given to; a role without a word is left to its unit's code and name. */
export function readRoles(typed: TypedSettings): RoleSettings {
  const named = ROLES.map((role) => [role, cellText(typed.get(role))] as const);
  return Object.fromEntries(named.filter(([, unit]) => unit !== ""));
}

/** Reads a commune's name, typed with its kind or without. One that begins with a number is always told in full. */
function readName(typed: string, kind: CommuneKind): Pick<Settings, "name" | "isNamedInFull"> {
  const hasKind = foldText(typed).startsWith(`${kind} `);
  return { name: hasKind ? typed.slice(kind.length).trim() : typed, isNamedInFull: hasKind || /^\d/.test(typed) };
}

/** Returns the plan's own deadline: before 15 November (KH 131, VI). */
function defaultDeadline(year: number): string {
  return makeDay(year, 11, 15) ?? `${year}-11-15`;
}

/** Reads how many rows of activities each form has. */
export function readActivityRows(typed: TypedSettings): { readonly unit: number; readonly hamlet: number } {
  const rows = (key: "activity_rows" | "hamlet_activity_rows"): number => {
    const count = Number(cellText(typed.get(key)) || Number.NaN);
    if (!Number.isInteger(count) || count < 1 || count > MOST_ACTIVITY_ROWS) {
      throw fault(key, `số nguyên từ 1 đến ${MOST_ACTIVITY_ROWS}`, typed.get(key));
    }
    return count;
  };
  return { unit: rows("activity_rows"), hamlet: rows("hamlet_activity_rows") };
}

/** Reads on which days before the last on-time day reminders go out, falling; what is no such number is passed over. */
export function readReminderDays(typed: TypedSettings): readonly number[] {
  const days = splitList(cellText(typed.get("reminder_days"))).map(Number);
  return [...new Set(days.filter(isReminderDay))].sort((one, other) => other - one);
}

/** Reads the mailboxes that a report goes to unless others are typed. */
export function readReportMailboxes(typed: TypedSettings): readonly string[] {
  return splitList(cellText(typed.get("report_mailboxes")));
}

/** Says by when a unit must report, as its form does. */
export function deadlineText(settings: Settings): string {
  return `trước ngày ${showDay(settings.deadline)} (muộn nhất 23:59 ngày ${showDay(dayBefore(settings.deadline))})`;
}

/** Prepares a setting's value for its cell: a year as a number, a day as `dd/mm/yyyy` text that its cell reads back. */
export function settingCell(entry: SettingEntry, typed: unknown): Cell {
  const text = cellText(typed);
  if (text === "") return typeof entry.initial === "number" ? entry.initial : cleanText(entry.initial);
  if (entry.kind === "year" || entry.kind === "count") return /^\d+$/.test(text) ? Number(text) : text;
  const day = entry.kind === "day" ? readDay(text) : undefined;
  return day ? showDay(day) : text;
}
