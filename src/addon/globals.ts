/**
 * All that Google can call, and nothing else: custom functions, triggers, menu entries, the sidebar's calls. The build
 * keeps these functions, with their comments, as the top level of `dist/Code.js`; each hands over to the bundle.
 */

/** The bundle, as a global of the pushed file. */
declare const So2282: typeof import("./main.ts");

/**
 * Tính toàn bộ bảng điểm của xã: mỗi chỉ tiêu một dòng, cột như tab Bảng điểm.
 *
 * @param {'Chỉ tiêu'!A4:N} chiTieu Tab Chỉ tiêu, kể từ dòng tiêu đề cột.
 * @param {'Đơn vị'!A4:K} donVi Tab Đơn vị, kể từ dòng tiêu đề cột.
 * @param {'Dữ liệu'!A4:I} duLieu Tab Dữ liệu, kể từ dòng tiêu đề cột.
 * @param {'Các ấp'!A4:T} cacAp Tab Các ấp, kể từ dòng tiêu đề cột.
 * @param {'Lịch sử'!A4:E} lichSu Tab Lịch sử, kể từ dòng tiêu đề cột.
 * @param {'Cấu hình'!A4:D} cauHinh Tab Cấu hình, kể từ dòng tiêu đề cột.
 * @param {'Nhiệm vụ'!A4:D} nhiemVu Tab Nhiệm vụ, kể từ dòng tiêu đề cột.
 * @return Bảng điểm: mã, tên, thực hiện, tổng số, tỷ lệ, mục tiêu, mốc, đánh giá, còn thiếu, thấp nhất, cao nhất, năm trước, quốc gia.
 * @customfunction
 * @preserve
 */
function BDG_BANGDIEM(
  chiTieu: unknown,
  donVi: unknown,
  duLieu: unknown,
  cacAp: unknown,
  lichSu: unknown,
  cauHinh: unknown,
  nhiemVu: unknown,
) {
  return So2282.scorecardFormula(chiTieu, donVi, duLieu, cacAp, lichSu, cauHinh, nhiemVu);
}

/**
 * Liệt kê mọi chỗ thiếu, sai, cần xem lại trong sổ: mỗi chỗ một dòng, cột như tab Kiểm tra.
 *
 * @param {'Chỉ tiêu'!A4:N} chiTieu Tab Chỉ tiêu, kể từ dòng tiêu đề cột.
 * @param {'Đơn vị'!A4:K} donVi Tab Đơn vị, kể từ dòng tiêu đề cột.
 * @param {'Dữ liệu'!A4:I} duLieu Tab Dữ liệu, kể từ dòng tiêu đề cột.
 * @param {'Các ấp'!A4:T} cacAp Tab Các ấp, kể từ dòng tiêu đề cột.
 * @param {'Lịch sử'!A4:E} lichSu Tab Lịch sử, kể từ dòng tiêu đề cột.
 * @param {'Cấu hình'!A4:D} cauHinh Tab Cấu hình, kể từ dòng tiêu đề cột.
 * @param {'Nhiệm vụ'!A4:D} nhiemVu Tab Nhiệm vụ, kể từ dòng tiêu đề cột.
 * @param {'Nội dung báo cáo'!A4:D} noiDung Tab Nội dung báo cáo, kể từ dòng tiêu đề cột; có thể bỏ trống.
 * @return Danh sách: mức độ, đơn vị, tab, ô, mục, cần gì – thấy gì – làm gì.
 * @customfunction
 * @preserve
 */
function BDG_KIEMTRA(
  chiTieu: unknown,
  donVi: unknown,
  duLieu: unknown,
  cacAp: unknown,
  lichSu: unknown,
  cauHinh: unknown,
  nhiemVu: unknown,
  noiDung?: unknown,
) {
  return So2282.issuesFormula(chiTieu, donVi, duLieu, cacAp, lichSu, cauHinh, nhiemVu, noiDung);
}

/**
 * Lấy một giá trị của bảng điểm ra một ô bất kỳ.
 *
 * @param {"CT2"} ma Mã chỉ tiêu, ví dụ CT1, CT2.CUX, CT6.
 * @param {'Bảng điểm'!A5:N} bangDiem Các dòng của tab Bảng điểm.
 * @param {"Tỷ lệ (%)"} cot Tên cột của Bảng điểm; bỏ trống là tỷ lệ.
 * @return Giá trị ở dòng và cột đó.
 * @customfunction
 * @preserve
 */
function BDG_CHITIEU(ma: unknown, bangDiem: unknown, cot?: unknown) {
  return So2282.lookUpFormula(ma, bangDiem, cot);
}

/**
 * Tính tỷ lệ nữ, phần trăm, không làm tròn. Tổng bằng 0 hoặc ô trống là chưa có số liệu.
 *
 * @param {12} nu Số nữ, hoặc một cột số nữ.
 * @param {30} tong Tổng số, hoặc một cột tổng số cùng cỡ.
 * @return Tỷ lệ từ 0 đến 100.
 * @customfunction
 * @preserve
 */
function BDG_TYLE(nu: unknown, tong: unknown) {
  return So2282.percentFormula(nu, tong);
}

/**
 * Tính số nữ còn thiếu để đạt ngưỡng.
 *
 * @param {12} nu Số nữ, hoặc một cột số nữ.
 * @param {30} tong Tổng số, hoặc một cột tổng số cùng cỡ.
 * @param {40} nguong Ngưỡng phần trăm, số nguyên từ 0 đến 100.
 * @param {"giữ ghế"} cach "giữ ghế" (mặc định): tổng số không đổi; "thêm ghế": mỗi nữ vào là thêm một ghế.
 * @return Số nữ còn thiếu; 0 nếu đã đạt; “Không đủ ở mức nào” nếu thêm bao nhiêu ghế cũng chưa đạt.
 * @customfunction
 * @preserve
 */
function BDG_CONTHIEU(nu: unknown, tong: unknown, nguong: unknown, cach?: unknown) {
  return So2282.neededFormula(nu, tong, nguong, cach);
}

/**
 * Đánh giá một tỷ lệ so với ngưỡng bằng số nguyên: Đạt, Gần đạt (từ chín phần mười ngưỡng), Chưa đạt.
 *
 * @param {12} tu Tử số, hoặc một cột tử số.
 * @param {30} mau Mẫu số, hoặc một cột mẫu số cùng cỡ.
 * @param {40} nguong Ngưỡng phần trăm, số nguyên từ 0 đến 100.
 * @return Đạt, Gần đạt hoặc Chưa đạt.
 * @customfunction
 * @preserve
 */
function BDG_DANHGIA(tu: unknown, mau: unknown, nguong: unknown) {
  return So2282.judgeFormula(tu, mau, nguong);
}

/**
 * Adds the menu when a spreadsheet is opened.
 * @preserve
 */
function onOpen() {
  So2282.addMenu();
}

/**
 * Adds the menu right after the add-on was installed from the editor.
 * @preserve
 */
function onInstall() {
  So2282.addMenu();
}

/**
 * Menu: makes the tabs and forms that the workbook lacks.
 * @preserve
 */
function menuSetUp() {
  So2282.setUpFromMenu();
}

/**
 * Menu: makes the yearly report.
 * @preserve
 */
function menuReport() {
  So2282.reportFromMenu();
}

/**
 * Menu: opens the sidebar.
 * @preserve
 */
function menuSidebar() {
  So2282.showSidebar();
}

/**
 * Menu: shows who may edit what, and mends what deviates.
 * @preserve
 */
function menuRights() {
  So2282.rightsFromMenu();
}

/**
 * Menu: shows what people broke in the workbook's structure, and mends it.
 * @preserve
 */
function menuRepair() {
  So2282.repairFromMenu();
}

/**
 * Shows a place in the spreadsheet: {sheetId, cell}.
 * @preserve
 */
function activateCell(link: unknown) {
  return So2282.sidebar.activateCell(link);
}

/**
 * Brings the workbook to what its register says; to be called again while `left` is not zero.
 * @preserve
 */
function setUpWorkbook() {
  return So2282.sidebar.setUpWorkbook();
}

/**
 * Lists what people broke in the workbook's structure; changes nothing.
 * @preserve
 */
function getRepairPlan() {
  return So2282.sidebar.getRepairPlan();
}

/**
 * Mends what people broke, after a copy of the workbook was kept.
 * @preserve
 */
function mendWorkbook() {
  return So2282.sidebar.mendWorkbook();
}

/**
 * Makes a workbook of a data folder's tables: [{file, header, rows: [{line, cells}]}].
 * @preserve
 */
function createWorkbook(tables: unknown, year?: unknown) {
  return So2282.createWorkbook(tables, year);
}

/**
 * Puts a data folder's tables into the workbook; returns what found no place.
 * @preserve
 */
function importFolder(tables: unknown) {
  return So2282.importFolder(tables);
}

/**
 * Returns the scorecard as `score --json` prints it.
 * @preserve
 */
function getScorecard() {
  return So2282.getScorecard();
}

/**
 * Returns the issues as `check --json` prints them.
 * @preserve
 */
function getIssues() {
  return So2282.getIssues();
}

/**
 * Makes the report: {kind: "year" | "midterm" | "final", template?: base64}; returns the names and ids of its files.
 * @preserve
 */
function createReport(request: unknown) {
  return So2282.createReport(request);
}

/**
 * Returns everything for the sidebar's first paint, whoever opens it; reads only.
 * @preserve
 */
function getDesk() {
  return So2282.sidebar.getDesk();
}

/**
 * Returns a unit's own view: {unit: code or null for the asking user's own}.
 * @preserve
 */
function getChecklist(request: unknown) {
  return So2282.sidebar.getChecklist(request);
}

/**
 * A unit submits: {unit, digest, role, zeros}. Returns its view as it stands then.
 * @preserve
 */
function submit(request: unknown) {
  return So2282.sidebar.submit(request);
}

/**
 * The coordinator gives a report back: {unit, digest, reason}.
 * @preserve
 */
function returnUnit(request: unknown) {
  return So2282.sidebar.returnUnit(request);
}

/**
 * The coordinator approves: {units: [{unit, digest}]}; to be called again with those in `left`.
 * @preserve
 */
function approve(request: unknown) {
  return So2282.sidebar.approve(request);
}

/**
 * The coordinator opens an approved report again: {unit, digest, reason}.
 * @preserve
 */
function reopen(request: unknown) {
  return So2282.sidebar.reopen(request);
}

/**
 * Lists all issues, each with its cell.
 * @preserve
 */
function listIssues() {
  return So2282.sidebar.listIssues();
}

/**
 * Shows what reminders would be sent today; sends nothing.
 * @preserve
 */
function planReminders() {
  return So2282.sidebar.planReminders();
}

/**
 * Switches reminders: {on, days}.
 * @preserve
 */
function setReminders(request: unknown) {
  return So2282.sidebar.setReminders(request);
}

/**
 * Sends the reminders that are due. The daily trigger calls it, with its event, and the sidebar.
 * @preserve
 */
function sendReminders(event: unknown) {
  return So2282.sidebar.sendReminders(event);
}

/**
 * Says of a reminder that was cut off whether it went out: {mailbox, sent}; returns the plan as it stands then.
 * @preserve
 */
function settleReminder(request: unknown) {
  return So2282.sidebar.settleReminder(request);
}

/**
 * Returns what is missing before the report is sent.
 * @preserve
 */
function getReportState() {
  return So2282.sidebar.getReportState();
}

/**
 * Opens the folder of the reports in Drive, or makes it.
 * @preserve
 */
function openReportFolder() {
  return So2282.sidebar.openReportFolder();
}

/**
 * Writes the report, and keeps its .docx: {kind, number, date, template, ownTemplate, drive}; for a download too.
 * @preserve
 */
function makeReport(request: unknown) {
  return So2282.sidebar.makeReport(request);
}

/**
 * Does the next step of a report: {job}; to be called again while `next` is not null.
 * @preserve
 */
function continueReport(request: unknown) {
  return So2282.sidebar.continueReport(request);
}

/**
 * Gives a report up that was left half-way: {job}.
 * @preserve
 */
function dropReport(request: unknown) {
  return So2282.sidebar.dropReport(request);
}

/**
 * Shows the mail that would take a report to the province: {report, to, subject, body, files}; sends nothing.
 * @preserve
 */
function previewMail(request: unknown) {
  return So2282.sidebar.previewMail(request);
}

/**
 * Sends a report: {id, report, to, subject, body, files, draftAgreed}; once, however often it is called.
 * @preserve
 */
function sendReport(request: unknown) {
  return So2282.sidebar.sendReport(request);
}

/**
 * Says of a report's mail that was cut off whether it went out: {id, sent}.
 * @preserve
 */
function settleMail(request: unknown) {
  return So2282.sidebar.settleMail(request);
}

/**
 * Makes the commune's own template, a Google Doc.
 * @preserve
 */
function makeOwnTemplate() {
  return So2282.sidebar.makeOwnTemplate();
}

/**
 * Lists what keeps the commune's own template from being filled.
 * @preserve
 */
function checkOwnTemplate() {
  return So2282.sidebar.checkOwnTemplate();
}

/**
 * Forgets the commune's own template; its file stays.
 * @preserve
 */
function forgetOwnTemplate() {
  return So2282.sidebar.forgetOwnTemplate();
}

/**
 * Lists the tags that a template may hold.
 * @preserve
 */
function listTags() {
  return So2282.sidebar.listTags();
}

/**
 * Returns what the workbook is made of, for the wizard.
 * @preserve
 */
function getSetup() {
  return So2282.sidebar.getSetup();
}

/**
 * Reads pasted rows of units, or proposes the standard list; writes nothing.
 * @preserve
 */
function previewUnits(request: unknown) {
  return So2282.sidebar.previewUnits(request);
}

/**
 * Keeps what was typed into the wizard: {settings, step, way, text, hamlets}.
 * @preserve
 */
function keepDraft(request: unknown) {
  return So2282.sidebar.keepDraft(request);
}

/**
 * Writes settings, thresholds and units; then `setUpWorkbook` makes the forms.
 * @preserve
 */
function saveSetup(request: unknown) {
  return So2282.sidebar.saveSetup(request);
}

/**
 * Writes who may edit what into its tab, and counts what deviates.
 * @preserve
 */
function showRights() {
  return So2282.sidebar.showRights();
}

/**
 * Sets rights that deviate again.
 * @preserve
 */
function mendRights() {
  return So2282.sidebar.mendRights();
}
