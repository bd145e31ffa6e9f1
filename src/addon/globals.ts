/**
 * What Google and the command line can call: custom functions, triggers, menu entries, whole workbooks. The build keeps
 * these functions, with their comments, as the top level of `dist/Code.js`, and writes those of the sidebar's contract
 * (`rpc.ts`) after them; each hands over to the bundle.
 */

/** The bundle, as a global of the pushed file. */
declare const So2282: typeof import("./main.ts");

/**
 * Tính toàn bộ bảng điểm của xã: mỗi chỉ tiêu một dòng, cột như tab Bảng điểm.
 *
 * @param {'Chỉ tiêu'!A4:V} chiTieu Tab Chỉ tiêu, kể từ dòng tiêu đề cột.
 * @param {'Đơn vị'!A4:K} donVi Tab Đơn vị, kể từ dòng tiêu đề cột.
 * @param {'Dữ liệu'!A4:J} duLieu Tab Dữ liệu, kể từ dòng tiêu đề cột.
 * @param {'Các ấp'!A4:T} cacAp Tab Các ấp, kể từ dòng tiêu đề cột.
 * @param {'Lịch sử'!A4:E} lichSu Tab Lịch sử, kể từ dòng tiêu đề cột.
 * @param {'Cấu hình'!A4:D} cauHinh Tab Cấu hình, kể từ dòng tiêu đề cột.
 * @param {'Nhiệm vụ'!A4:D} nhiemVu Tab Nhiệm vụ, kể từ dòng tiêu đề cột.
 * @param {'Mốc'!A4:C} moc Tab Mốc, kể từ dòng tiêu đề cột; có thể bỏ trống.
 * @param {'Danh mục số liệu'!A4:I} danhMuc Tab Danh mục số liệu, kể từ dòng tiêu đề cột; có thể bỏ trống.
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
  moc?: unknown,
  danhMuc?: unknown,
) {
  return So2282.scorecardFormula(chiTieu, donVi, duLieu, cacAp, lichSu, cauHinh, nhiemVu, undefined, moc, danhMuc);
}

/**
 * Liệt kê mọi chỗ thiếu, sai, cần xem lại trong sổ: mỗi chỗ một dòng, cột như tab Kiểm tra.
 *
 * @param {'Chỉ tiêu'!A4:V} chiTieu Tab Chỉ tiêu, kể từ dòng tiêu đề cột.
 * @param {'Đơn vị'!A4:K} donVi Tab Đơn vị, kể từ dòng tiêu đề cột.
 * @param {'Dữ liệu'!A4:J} duLieu Tab Dữ liệu, kể từ dòng tiêu đề cột.
 * @param {'Các ấp'!A4:T} cacAp Tab Các ấp, kể từ dòng tiêu đề cột.
 * @param {'Lịch sử'!A4:E} lichSu Tab Lịch sử, kể từ dòng tiêu đề cột.
 * @param {'Cấu hình'!A4:D} cauHinh Tab Cấu hình, kể từ dòng tiêu đề cột.
 * @param {'Nhiệm vụ'!A4:D} nhiemVu Tab Nhiệm vụ, kể từ dòng tiêu đề cột.
 * @param {'Nội dung báo cáo'!A4:D} noiDung Tab Nội dung báo cáo, kể từ dòng tiêu đề cột; có thể bỏ trống.
 * @param {'Mốc'!A4:C} moc Tab Mốc, kể từ dòng tiêu đề cột; có thể bỏ trống.
 * @param {'Danh mục số liệu'!A4:I} danhMuc Tab Danh mục số liệu, kể từ dòng tiêu đề cột; có thể bỏ trống.
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
  moc?: unknown,
  danhMuc?: unknown,
) {
  return So2282.issuesFormula(chiTieu, donVi, duLieu, cacAp, lichSu, cauHinh, nhiemVu, noiDung, moc, danhMuc);
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
 * Menu: shows who may edit what, and repairs what deviates.
 * @preserve
 */
function menuRights() {
  So2282.rightsFromMenu();
}

/**
 * Menu: shows what people broke in the workbook's structure, and repairs it.
 * @preserve
 */
function menuRepair() {
  So2282.repairFromMenu();
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
