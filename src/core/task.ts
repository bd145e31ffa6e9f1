/** Tasks of the plan (section III) and who answers for them (section V), money (IV), assessments (VI). */
import { meansUnit, ROLE_NAMES } from "./role.ts";
import type { OrgUnit } from "./unit.ts";
import type { UnitType } from "./unit-type.ts";
import type { Typed } from "./value.ts";

export const TASK_STATUSES = ["chua", "dang", "xong"] as const;

export type TaskStatus = (typeof TASK_STATUSES)[number];

export const TASK_STATUS_NAMES: Readonly<Record<TaskStatus, string>> = {
  chua: "Chưa làm",
  dang: "Đang làm",
  xong: "Xong",
};

export const TASK_GROUPS = ["1", "2", "3"] as const;

export type TaskGroup = (typeof TASK_GROUPS)[number];

/** The three groups of section III. */
export const TASK_GROUP_NAMES: Readonly<Record<TaskGroup, string>> = {
  "1": "Nâng cao nhận thức, trách nhiệm về công tác cán bộ nữ và bình đẳng giới",
  "2": "Đào tạo, bồi dưỡng đội ngũ cán bộ nữ gắn với quy hoạch, tạo nguồn",
  "3": "Bảo đảm bình đẳng giới trong bố trí, sử dụng cán bộ",
};

/** A duty of section V, under the group of section III that it serves. */
export type Task = {
  readonly code: string;
  readonly group: TaskGroup;
  readonly text: string;
  /** Unit types, roles by their names, and unit codes that answer for it. */
  readonly assignees: readonly string[];
};

function task(code: string, group: TaskGroup, assignees: readonly string[], text: string): Task {
  return { code, group, text, assignees };
}

/** Units that section V.4 means beside the schools: public-service units and the police. */
const SECTION_V4: readonly (UnitType | string)[] = ["su_nghiep", ROLE_NAMES.congan];

/** The duties of KH 131, section V, in short; the coordinator edits text and assignees in the workbook. */
export const DEFAULT_TASKS: readonly Task[] = [
  task(
    "V1.1",
    "1",
    [ROLE_NAMES.vhxh],
    "Hướng dẫn, theo dõi, đôn đốc việc thực hiện mục tiêu, nhiệm vụ về bình đẳng giới",
  ),
  task("V1.2", "1", [ROLE_NAMES.vhxh], "Tham mưu tuyên truyền, tập huấn, tọa đàm; tổng hợp, sơ kết, tổng kết, báo cáo"),
  task(
    "V1.3",
    "1",
    [ROLE_NAMES.vhxh],
    "Xây dựng mô hình tuyên truyền, mô hình phụ nữ chuyển đổi số, phát triển kinh tế",
  ),
  task("V1.4", "2", [ROLE_NAMES.vhxh], "Rà soát đội ngũ nữ; tham mưu quy hoạch, đào tạo, bố trí, sử dụng cán bộ nữ"),
  task(
    "V2.1",
    "1",
    [ROLE_NAMES.vanphong],
    "Rà soát văn bản; phổ biến pháp luật về bình đẳng giới, hôn nhân và gia đình",
  ),
  task(
    "V3.1",
    "2",
    [ROLE_NAMES.lhpn],
    "Vận động hội viên, phụ nữ học tập, nâng cao trình độ, kỹ năng nghề và kỹ năng số",
  ),
  task("V3.2", "2", [ROLE_NAMES.lhpn], "Phát hiện, giới thiệu nguồn cán bộ nữ trẻ để đào tạo, quy hoạch"),
  task(
    "V3.3",
    "3",
    [ROLE_NAMES.lhpn],
    "Giám sát, phản biện chính sách về phụ nữ; hỗ trợ phụ nữ khởi nghiệp, chuyển đổi số",
  ),
  task("V4.1", "1", SECTION_V4, "Lập kế hoạch của đơn vị; tuyên truyền, phổ biến pháp luật về bình đẳng giới"),
  task("V4.2", "2", SECTION_V4, "Bố trí, tạo điều kiện cho nữ cán bộ, viên chức đi đào tạo, bồi dưỡng"),
  task("V4.3", "3", SECTION_V4, "Lồng ghép bình đẳng giới vào thi đua và hoạt động chuyên môn"),
  task("V5.1", "1", ["ct_xh"], "Tuyên truyền, vận động đoàn viên, hội viên, Nhân dân về bình đẳng giới"),
  task("V5.2", "3", ["ct_xh"], "Phối hợp phong trào, cuộc vận động phát huy vai trò phụ nữ"),
  task("V5.3", "3", ["ct_xh"], "Giám sát, phản biện chính sách đối với phụ nữ, trẻ em gái; kiến nghị tháo gỡ"),
];

/** Returns the tasks that a unit answers for, in the order given. */
export function tasksOf(unit: OrgUnit, tasks: readonly Task[]): readonly Task[] {
  return tasks.filter((candidate) => candidate.assignees.some((who) => who === unit.type || meansUnit(who, unit)));
}

/** What a unit says about a task. `status` absent: nothing said; a word that is no status is kept in `statusTyped`. */
export type TaskReport = {
  readonly unit: string;
  readonly task: string;
  readonly status: TaskStatus | undefined;
  readonly statusTyped: string;
  readonly result: string;
  readonly link: string;
};

export const FUND_SOURCES = ["ns", "xhh", "khac"] as const;

export type FundSource = (typeof FUND_SOURCES)[number];

export const FUND_SOURCE_NAMES: Readonly<Record<FundSource, string>> = {
  ns: "Ngân sách nhà nước",
  xhh: "Xã hội hóa",
  khac: "Nguồn hợp pháp khác",
};

/** A unit's money from one source in one year, in đồng. */
export type Fund = {
  readonly unit: string;
  readonly source: FundSource;
  readonly planned: Typed;
  readonly spent: Typed;
};

export const ASSESSMENT_PARTS = ["results", "difficulties", "causes", "proposals"] as const;

export type AssessmentPart = (typeof ASSESSMENT_PARTS)[number];

export const ASSESSMENT_PART_NAMES: Readonly<Record<AssessmentPart, string>> = {
  results: "Kết quả nổi bật",
  difficulties: "Khó khăn, hạn chế",
  causes: "Nguyên nhân",
  proposals: "Đề xuất, kiến nghị",
};

/** A unit's own words on its year; blank parts are empty text. */
export type Assessment = { readonly unit: string } & Readonly<Record<AssessmentPart, string>>;
