/** Where each rule stands in Nghị định 30/2020/NĐ-CP, and how its deviations are repaired. Data only. */

const GENERAL = "Phụ lục I, phần I, mục I";
const MAIN = "Phụ lục I, phần I, mục II";
const OTHERS = "Phụ lục I, phần I, mục III";
const LETTERS = "Phụ lục I, phần I, mục V";

/** An element's code → the place of its rules. A finding's own code, if listed, goes before its element's. */
export const ARTICLES: Readonly<Record<string, string>> = {
  paper: `${GENERAL}.1`,
  "paper-orientation": `${GENERAL}.2`,
  margin: `${GENERAL}.3`,
  font: `${GENERAL}.4`,
  colour: `${GENERAL}.4`,
  "page-number": `${GENERAL}.7`,
  country: `${MAIN}.1`,
  motto: `${MAIN}.1`,
  header: "Phụ lục I, phần I, mục IV",
  issuer: `${MAIN}.2`,
  number: `${MAIN}.3`,
  date: `${MAIN}.4`,
  place: `${MAIN}.4`,
  kind: `${MAIN}.5`,
  subject: `${MAIN}.5`,
  body: `${MAIN}.6`,
  "body-end": "Phụ lục III, mẫu trình bày văn bản hành chính",
  "legal-basis": `${MAIN}.6`,
  "heading-part": LETTERS,
  "heading-item": LETTERS,
  "heading-point": LETTERS,
  authority: `${MAIN}.7`,
  signer: `${MAIN}.7`,
  address: `${MAIN}.9`,
  recipients: `${MAIN}.9`,
  "recipient-list": `${MAIN}.9`,
  annex: `${OTHERS}.1`,
  "annex-title": `${OTHERS}.1`,
  "annex-reference": `${OTHERS}.1`,
};

/** Findings on which the decree says nothing. */
export const ADVICE: ReadonlySet<string> = new Set([
  "header-table",
  "header-columns",
  "header-borders",
  "footer-table",
  "footer-columns",
  "footer-borders",
  "place-kind",
  "place-other",
  "subject-abbreviated",
  "annex-page",
  "heading-order",
  "trace-leftover",
  "trace-highlight",
  "trace-tracked",
  "trace-comment",
  "trace-spaces",
]);

/** Repairs that are not simply “make it as expected”. */
export const REPAIRS: Readonly<Record<string, string>> = {
  "place-kind": "Bỏ chữ chỉ cấp đơn vị hành chính trước tên",
  "place-person": "Ghi thêm cấp đơn vị hành chính trước tên",
  "recipient-list-repeated": "Bỏ dòng này: nơi đã “Kính gửi” thì chỉ ghi “- Như trên;”",
  "address-missing": "Thêm dòng “Kính gửi:” dưới trích yếu, hoặc bỏ “- Như trên;” ở Nơi nhận",
  "annex-unmentioned": "Thêm chỉ dẫn tới phụ lục vào nội dung văn bản",
  "annex-line": "Xuống dòng sau chữ “Phụ lục” và số thứ tự",
  "signer-degree": "Bỏ học hàm, học vị, danh hiệu trước họ tên",
  "trace-leftover": "Điền nội dung hoặc xóa phần còn sót của mẫu",
  "trace-highlight": "Bỏ màu nền trước khi ký",
  "trace-tracked": "Chấp nhận hoặc từ chối mọi thay đổi (Xem lại > Chấp nhận tất cả) trước khi ký",
  "trace-comment": "Giải quyết rồi xóa ghi chú trước khi ký",
  "trace-spaces": "Chỉ để một dấu cách giữa hai từ, không để dấu cách trước dấu câu",
  "heading-order": "Đánh lại số thứ tự",
};
