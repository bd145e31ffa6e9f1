/** A small commune as the server describes it to the sidebar: literal answers, typed by the contract. */
import type {
  CellLink,
  Checklist,
  CoordinatorDesk,
  Deadline,
  IndicatorRow,
  MadeReport,
  MailPreview,
  OwnTemplate,
  ReminderPlan,
  ReportProgress,
  ReportState,
  SetupState,
  SidebarIssue,
  TemplateTags,
  UnitRow,
} from "../../src/addon/rpc.ts";
import type { Answers } from "./sidebar-window.ts";

const LONG_NAME =
  "Ban Chấp hành Liên hiệp các Hội Khoa học và Kỹ thuật phối hợp Trung tâm Phục vụ hành chính công và Trung tâm Cung ứng dịch vụ sự nghiệp công xã";
export const HOSTILE = `<img src=x onerror="document.title='bị chiếm'"><b>đậm</b>`;

export const DEADLINE: Deadline = {
  before: "2026-11-15",
  lastMoment: "14/11/2026 23:59",
  daysLeft: 12,
  text: "Còn 12 ngày",
};

function cell(tab: string, at: string, sheetId: number | null = 7): CellLink {
  return { tab, sheetId, cell: at };
}

const UNIT: UnitRow = {
  unit: "TYT",
  name: "Trạm Y tế xã",
  type: "su_nghiep",
  typeName: "Đơn vị sự nghiệp",
  state: "filling",
  stateName: "Đang nhập",
  late: false,
  submittedAt: "",
  role: "",
  doubtText: "",
  changedCells: 0,
  changedText: "",
  reason: "",
  asked: 12,
  filled: 9,
  errors: 1,
  warnings: 0,
  mailboxes: ["tram-yte@vinhphong.example"],
  hasForm: true,
  link: cell("TYT", "A1"),
  digest: "tyt-1",
};

export const UNITS: readonly UnitRow[] = [
  {
    ...UNIT,
    unit: "VPDU",
    name: "Văn phòng Đảng ủy xã",
    type: "dang",
    typeName: "Cơ quan Đảng",
    state: "submitted",
    stateName: "Đã nộp",
    submittedAt: "10/11/2026 08:05",
    role: "Chánh Văn phòng",
    filled: 12,
    errors: 0,
    digest: "vpdu-1",
  },
  UNIT,
  {
    ...UNIT,
    unit: "LHH",
    name: LONG_NAME,
    state: "submitted",
    stateName: "Đã nộp",
    submittedAt: "15/11/2026 00:01",
    role: "Phó Chủ tịch",
    late: true,
    doubtText: "Thời điểm nộp bị sửa tay; tính theo lúc sổ ghi nhận",
    filled: 12,
    errors: 2,
    warnings: 1,
    digest: "lhh-1",
  },
  {
    ...UNIT,
    unit: "CA",
    name: "Công an xã",
    type: "vu_trang",
    typeName: "Công an, quân sự",
    state: "approved",
    stateName: "Đã duyệt",
    submittedAt: "01/11/2026 14:00",
    role: "Phó Trưởng Công an",
    changedCells: 3,
    changedText: "Sửa sau khi nộp: 3 ô",
    filled: 12,
    errors: 0,
    digest: "ca-1",
  },
  { ...UNIT, unit: "TH", name: HOSTILE, state: "returned", stateName: "Trả lại", reason: HOSTILE, digest: "th-1" },
  {
    ...UNIT,
    unit: "AP1",
    name: "Ấp Vĩnh Đông",
    type: "ap",
    typeName: "Ấp",
    state: "empty",
    stateName: "Chưa nhập",
    filled: 0,
    errors: 0,
    mailboxes: [],
    link: cell("Các ấp", "A5"),
    digest: "ap-1",
  },
  {
    ...UNIT,
    unit: "MTTQ",
    name: "Ủy ban Mặt trận Tổ quốc Việt Nam xã",
    type: "ct_xh",
    typeName: "MTTQ, tổ chức CT-XH",
    state: "submitted",
    stateName: "Đã nộp",
    submittedAt: "09/11/2026 16:40",
    role: "Phó Chủ tịch",
    filled: 12,
    errors: 0,
    digest: "mttq-1",
  },
];

const CT1: IndicatorRow = {
  code: "CT1",
  name: "Cơ quan, đơn vị, tổ chức có nữ lãnh đạo",
  numerator: 19,
  denominator: 29,
  percent: 65.51724137931035,
  target: 70,
  milestone: null,
  status: "near",
  statusName: "Gần đạt",
  neededFixed: 2,
  neededAdded: 5,
  low: 65.51724137931035,
  high: 72.41379310344827,
  previous: 60,
  comparison: "up",
  national: 75,
  link: cell("Bảng điểm", "C5"),
};

const INDICATORS: readonly IndicatorRow[] = [
  CT1,
  {
    ...CT1,
    code: "CT2",
    name: "Nữ trong cấp ủy và Ban Chấp hành",
    numerator: 999,
    denominator: 2500,
    percent: 39.96,
    target: 40,
    milestone: 38,
    neededFixed: 1,
    neededAdded: 2,
    low: null,
    high: null,
    national: null,
  },
  {
    ...CT1,
    code: "CT2.CUX",
    name: "– Cấp ủy xã",
    numerator: 6,
    denominator: 27,
    percent: 22.22222222222222,
    target: 40,
    status: "unmet",
    statusName: "Chưa đạt",
    neededFixed: 5,
    neededAdded: 8,
    low: null,
    high: null,
    previous: null,
    comparison: null,
    national: null,
  },
  {
    ...CT1,
    code: "CT2B.THG",
    name: "Nữ trong tổ hòa giải",
    numerator: 31,
    denominator: 80,
    percent: 38.75,
    target: null,
    status: "up",
    statusName: "Tăng",
    neededFixed: null,
    neededAdded: null,
    low: 38.75,
    high: 38.75,
    previous: 35,
    national: null,
  },
  {
    ...CT1,
    code: "CT3",
    name: "Nữ trong quy hoạch",
    numerator: 50,
    denominator: 100,
    percent: 50,
    target: 45,
    status: "met",
    statusName: "Đạt",
    neededFixed: 0,
    neededAdded: 0,
    low: 50,
    high: 50,
    previous: null,
    comparison: null,
    national: 50,
  },
  {
    ...CT1,
    code: "CT4",
    name: "Nữ cán bộ trong quy hoạch được bồi dưỡng",
    numerator: 0,
    denominator: 0,
    percent: null,
    target: 80,
    status: "no-data",
    statusName: "Chưa có số liệu",
    neededFixed: null,
    neededAdded: null,
    low: null,
    high: null,
    previous: null,
    comparison: null,
    national: null,
  },
  {
    ...CT1,
    code: "CT6",
    name: "Hoạt động truyền thông",
    numerator: 1,
    denominator: null,
    percent: null,
    target: 2,
    status: "unmet",
    statusName: "Chưa đạt",
    neededFixed: 1,
    neededAdded: null,
    low: null,
    high: null,
    previous: null,
    comparison: null,
    national: null,
  },
];

export const DESK: CoordinatorDesk = {
  kind: "coordinator",
  mailbox: "pvhxh@vinhphong.example",
  commune: "Xã Vĩnh Phong",
  year: 2026,
  deadline: DEADLINE,
  rates: { units: 7, complete: 4, submitted: 4, onTime: 3, late: 1, approved: 1 },
  indicators: INDICATORS,
  units: UNITS,
  log: [
    {
      time: "10/11/2026 09:12:30",
      role: "Người tổng hợp",
      unit: "TH",
      action: "return",
      actionName: "Trả lại",
      reason: HOSTILE,
    },
    {
      time: "10/11/2026 08:05:00",
      role: "Chánh Văn phòng",
      unit: "VPDU",
      action: "submit",
      actionName: "Nộp báo cáo",
      reason: "",
    },
  ],
  permissions: { mail: true, triggers: false, drive: true, url: "https://accounts.google.com/o/oauth2/auth" },
  reminderProblem: "",
  rightsProblem: "",
};

export const ISSUES: readonly SidebarIssue[] = [
  {
    severity: "error",
    severityName: "Lỗi",
    code: "women-above-total",
    unit: "TYT",
    message: "Tab TYT, ô E6 – Lãnh đạo, quản lý (LD), số nữ: cần không quá 3; thấy 4. Sửa số nữ hoặc tổng số.",
    link: cell("TYT", "E6"),
  },
  {
    severity: "warning",
    severityName: "Lưu ý",
    code: "unlikely",
    unit: "LHH",
    message: `Tab LHH, ô F6 – Ghi chú: cần chữ thường; thấy ${HOSTILE}. Xem lại.`,
    link: cell("LHH", "F6"),
  },
  {
    severity: "error",
    severityName: "Lỗi",
    code: "custodian",
    unit: "",
    message: "Tab Cấu hình, ô B12 – Đơn vị nhập số liệu quy hoạch: cần một mã đơn vị; thấy ô trống. Ghi mã đơn vị.",
    link: cell("Cấu hình", "B12"),
  },
];

const LINKS = {
  document: "https://docs.google.com/document/d/a/edit",
  docx: "https://drive.google.com/file/d/b/view",
  pdf: "https://drive.google.com/file/d/c/view",
};

export const REPORT: ReportState = {
  year: 2026,
  kinds: [
    { kind: "year", name: "Báo cáo năm", suggested: true },
    { kind: "midterm", name: "Báo cáo sơ kết", suggested: false },
    { kind: "final", name: "Báo cáo tổng kết", suggested: false },
  ],
  draft: true,
  missing: ["3 đơn vị chưa nộp: Trạm Y tế xã, Ấp Vĩnh Đông, Trường Tiểu học.", "Chưa ghi người ký ở tab Cấu hình."],
  errors: ISSUES.filter(({ severity }) => severity === "error"),
  drive: true,
  folder: "https://drive.google.com/drive/folders/f",
  template: null,
  made: [
    {
      id: "b2",
      title: "Báo cáo năm 2026",
      name: "BC-2282-nam-2026-xa-Vinh-Phong-lan-2",
      time: "12/11/2026 16:20",
      draft: true,
      changed: "Số liệu đã đổi sau báo cáo này",
      links: LINKS,
      sent: [`Đã gửi 12/11/2026 16:25: BC-2282-nam-2026-xa-Vinh-Phong-lan-2 (.docx) tới vanthu@snv.example.`],
      canSend: true,
    },
    {
      id: "b1",
      title: "Báo cáo năm 2026",
      name: "BC-2282-nam-2026-xa-Vinh-Phong",
      time: "10/11/2026 08:05",
      draft: true,
      changed: "Số liệu đã đổi sau báo cáo này",
      links: { document: "", docx: "", pdf: "" },
      sent: [],
      canSend: false,
    },
  ],
  unfinished: [],
};

export const MADE: MadeReport = {
  job: "b3",
  next: "document",
  files: ["docx"],
  fileName: "BC-2026-Vinh-Phong.docx",
  base64: "UEsDBA==",
  draft: true,
  reasons: ["3 đơn vị chưa được duyệt"],
  links: { ...LINKS, document: "", pdf: "" },
  problem: "",
};

/** How the steps after the first go on. */
export const STEPS: readonly ReportProgress[] = [
  { job: "b3", next: "pdf", files: ["docx", "document"], links: { ...LINKS, pdf: "" }, problem: "" },
  { job: "b3", next: "log", files: ["docx", "document", "pdf"], links: LINKS, problem: "" },
  { job: "b3", next: null, files: ["docx", "document", "pdf"], links: LINKS, problem: "" },
];

export const LETTER: MailPreview = {
  report: "b3",
  to: ["vanthu@snv.example"],
  subject: "[DỰ THẢO] Báo cáo năm 2026 của UBND xã Vĩnh Phong",
  body: "Kính gửi Quý cơ quan,\n\nỦy ban nhân dân xã Vĩnh Phong gửi báo cáo năm 2026 (tệp kèm theo).",
  offered: [
    { file: "docx", name: "BC-2026-Vinh-Phong.docx", size: "62 KB" },
    { file: "pdf", name: "BC-2026-Vinh-Phong.pdf", size: "1,4 MB" },
  ],
  files: ["docx", "pdf"],
  draft: true,
  warnings: [],
  problems: [],
};

export const TEMPLATE: OwnTemplate = {
  name: "Mẫu báo cáo 2282 – xã Vĩnh Phong",
  url: "https://docs.google.com/document/d/t/edit",
};

export const TAGS: TemplateTags = [
  { place: "Dùng ở mọi chỗ", tags: [{ tag: "{#du_thao}…{/du_thao}", text: "Có khi chưa đủ đơn vị báo cáo" }] },
  { place: "Trong {#phu_luc_2}…{/phu_luc_2}", tags: [{ tag: "{don_vi}", text: "Tên đơn vị" }] },
];

export const SETUP: SetupState = {
  isMade: true,
  settings: [
    { key: "name", name: "Tên xã, phường, đặc khu", help: "Ví dụ: Vĩnh Phong.", kind: "text", value: "Vĩnh Phong" },
    { key: "kind", name: "Loại", help: "xã, phường hoặc đặc khu.", kind: "choice", value: "xã" },
    { key: "plan_no", name: "Số kế hoạch", help: "Ví dụ: 131/KH-UBND.", kind: "text", value: "131/KH-UBND" },
    { key: "year", name: "Năm báo cáo", help: "Từ 2020 đến 2100.", kind: "year", value: "2026" },
    { key: "deadline", name: "Hạn nộp", help: "Báo cáo nộp trước ngày này.", kind: "day", value: "15/11/2026" },
  ],
  targets: [
    { code: "CT1", name: "Cơ quan, đơn vị có nữ lãnh đạo", threshold: 70, scope: "" },
    {
      code: "CT2",
      name: "Nữ trong cấp ủy và BCH",
      threshold: 40,
      scope: "Cấp ủy xã (đảng bộ); BCH tổ chức cấp xã; có tính riêng khi không kể Hội Liên hiệp Phụ nữ xã",
    },
    {
      code: "CT2B",
      name: "Nữ trong các tổ",
      threshold: null,
      scope: "Tổ hòa giải; Tổ công nghệ số cộng đồng; Mô hình tự quản",
    },
  ],
  units: UNITS.map(({ unit, name, type, mailboxes }) => ({ code: unit, name, type, mailboxes })),
  types: [
    { type: "dang", name: "Cơ quan Đảng" },
    { type: "co_quan", name: "Cơ quan, phòng ban" },
    { type: "su_nghiep", name: "Đơn vị sự nghiệp" },
    { type: "vu_trang", name: "Công an, quân sự" },
    { type: "ct_xh", name: "MTTQ, tổ chức CT-XH" },
    { type: "ap", name: "Ấp" },
  ],
  formless: [],
  draft: null,
};

export const REMINDERS: ReminderPlan = {
  on: false,
  days: [30, 14, 7, 1],
  round: "",
  next: "31/10/2026",
  mails: [
    {
      mailbox: "tram-yte@vinhphong.example",
      units: ["TYT"],
      subject: "Nhắc nộp báo cáo năm 2026: còn 12 ngày",
      body: "Kính gửi Trạm Y tế xã,\nCòn thiếu 3 mục.",
      sent: false,
    },
  ],
  refused: [
    {
      mailbox: "tram-yte@vinhphong.example",
      text: "Trạm Y tế xã (TYT): đã thử 3 lần, đợt này sổ không tự thử nữa.",
      link: cell("Đơn vị", "D6"),
    },
  ],
  unreachable: [{ unit: "AP1", name: "Ấp Vĩnh Đông" }],
  quota: 100,
  problem: "",
};

export const CHECKLIST: Checklist = {
  commune: "Xã Vĩnh Phong",
  year: 2026,
  deadline: DEADLINE,
  unit: { ...UNIT, state: "returned", stateName: "Trả lại", reason: "Số nữ lớn hơn tổng số; xem lại ô E6." },
  items: [
    {
      key: "SL.LD",
      name: "Lãnh đạo, quản lý: tổng số, số nữ",
      state: "faulty",
      isRequired: true,
      link: cell("TYT", "D6"),
    },
    { key: "DG.KQ", name: "Đánh giá: kết quả", state: "blank", isRequired: true, link: cell("TYT", "B50") },
    { key: "KP.NS", name: "Kinh phí ngân sách", state: "filled", isRequired: true, link: cell("TYT", "D30") },
  ],
  issues: [...ISSUES.filter(({ unit }) => unit === "TYT")],
  zeros: [],
  obstacle: "Còn 1 lỗi: hãy sửa ô E6 của tab TYT rồi nộp.",
  others: [],
};

export const READY: Checklist = {
  ...CHECKLIST,
  unit: { ...UNIT, filled: 12, errors: 0, digest: "tyt-2" },
  items: CHECKLIST.items.map((item) => ({ ...item, state: "filled" })),
  issues: [],
  zeros: [{ key: "SL.LD.nu", name: "Lãnh đạo, quản lý: số nữ", link: cell("TYT", "E6") }],
  obstacle: "",
  others: [{ unit: "TYT2", name: "Điểm trạm Y tế ấp Vĩnh Đông" }],
};

export const SUBMITTED: Checklist = {
  ...READY,
  unit: {
    ...READY.unit,
    state: "submitted",
    stateName: "Đã nộp",
    submittedAt: "10/11/2026 08:05",
    role: "Phó Trưởng trạm",
  },
  obstacle: "Đã nộp lúc 10/11/2026 08:05. Sửa số liệu xong thì nộp lại.",
};

export const APPROVED: Checklist = {
  ...SUBMITTED,
  unit: { ...SUBMITTED.unit, state: "approved", stateName: "Đã duyệt" },
  items: CHECKLIST.items.map((item, index) => ({
    ...item,
    state: index === 1 ? "blank" : "filled",
    isRequired: index !== 1,
  })),
  obstacle: "Báo cáo đã duyệt nên các ô đã khóa. Cần sửa thì nhờ người tổng hợp mở lại.",
};

/** What the server answers while nothing is amiss. */
export const ANSWERS: Answers = {
  getDesk: [{ result: DESK }],
  listIssues: [{ result: ISSUES }],
  getReportState: [{ result: REPORT }],
  openReportFolder: [{ result: { url: "https://drive.google.com/drive/folders/f", problem: "" } }],
  makeReport: [{ result: MADE }],
  continueReport: STEPS.map((result) => ({ result })),
  previewMail: [{ result: LETTER }],
  makeOwnTemplate: [{ result: TEMPLATE }],
  checkOwnTemplate: [{ result: { faults: [] } }],
  forgetOwnTemplate: [{ result: { forgotten: true } }],
  listTags: [{ result: TAGS }],
  getSetup: [{ result: SETUP }],
  keepDraft: [{ result: { problem: "" } }],
  planReminders: [{ result: REMINDERS }],
  showRights: [{ result: { checked: 210, deviating: 2, strays: 1 } }],
  getRepairPlan: [{ result: { findings: [], rebuilt: [] } }],
  activateCell: [{ result: { tab: "TYT" } }],
};
