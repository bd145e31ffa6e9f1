import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { saysNothing } from "../../src/core/answer.ts";

const ANSWERS =
  `0 | 0. | 00 | 0% | 0 đồng | Không | không. | KHÔNG! | (không) | “Không” | Không ạ | Dạ không | Dạ, không có ạ. | Không có
Không có. | - Không | + Không có; | • Không | * không | 1. Không có | a) Không có | Không có gì | Không có gì thêm | Không có gì nổi bật
Không có ý kiến | Không có ý kiến. | Không có ý kiến gì thêm | Không có ý kiến khác | Không ý kiến | Không có ý kiến, kiến nghị gì.
Đơn vị không có kiến nghị | Đơn vị không có khó khăn, vướng mắc. | Trường không có đề xuất | Hiện tại đơn vị chưa có khó khăn gì
không có khó khăn | Không có khó khăn, hạn chế | Không khó khăn | Không có khó khăn gì lớn | Không gặp khó khăn | Chưa phát sinh khó khăn
Không có khó khăn trong quá trình thực hiện | Không có vướng mắc trong triển khai Kế hoạch | Không có nguyên nhân | Không có kiến nghị
Không có kiến nghị, đề xuất | Không đề xuất | Không có đề xuất, kiến nghị nào khác | Không có vấn đề gì | Không có hạn chế, tồn tại
Không còn ý kiến | Không có thành tích nổi bật | Không có kết quả | Chưa có | chưa | Chưa có kết quả | Chưa có ý kiến
K có | k | ko | Ko. | ko có | Ko có gì | kg có | khong | Khong co | KHONG CO Y KIEN | 0 có | 0 có ý kiến | hok có
Khó khăn: Không | Khó khăn: không có. | Kiến nghị: Không có | Ý kiến khác: không | Không. Không có ý kiến. | Không; không có
N/A | n/a | n.a. | NA | #N/A | n/a. | none | None. | nil | Nil | null | no | No comment | nothing | not applicable | nothing to report
- | -- | – | — | . | ... | … | / | // | \\ | x | X | xx | ? | * | _ | , | : | không/không | Ｎ／Ａ
Để trống | Không áp dụng | Không liên quan | Như năm trước | như trên | Giống năm trước`
    .split(/\n|(?<=\S) \| /)
    .map((answer) => answer.trim());

const SENTENCES =
  `Không có nữ trong ban chấp hành do thiếu nguồn | Không có nữ | Chưa có nữ trong ban chỉ huy. | Không có nguồn | Thiếu nguồn
Không có kinh phí | Không có kinh phí để thực hiện | Chưa có kinh phí | Không có cán bộ nữ trong quy hoạch | Không có thời gian | Không đủ người
Không thực hiện nhiệm vụ | Chưa thực hiện | Chưa triển khai Kế hoạch | Không có khó khăn nhưng thiếu kinh phí | Không có. Thiếu kinh phí
Không có khó khăn lớn, chỉ thiếu nguồn cán bộ nữ | Chưa có ý kiến của cấp trên | Không có đơn vị nào vi phạm | Không để xảy ra bạo lực gia đình
Không xảy ra bạo lực gia đình | Không có vụ việc nào | Chưa có kế hoạch | Không có phòng họp | Không còn tình trạng tảo hôn | 5 | 0/5 | 10%
Không ngừng nâng cao chất lượng | Không có trường hợp nghỉ việc | Nữ không tham gia | Không ai đăng ký | Tốt | Thực hiện tốt. | Có 2 nữ | Đạt
Đề nghị bổ sung kinh phí | Khó khăn về kinh phí | Chưa có hướng dẫn | Không có biên chế | Chưa có mô hình | Không bố trí được người | Một | Đã làm
Không nhận được kiến nghị của dân | Không phân biệt nam, nữ | Không có khó khăn; kiến nghị thêm kinh phí | Năm trước chưa làm, năm nay làm
Khó khăn: không có nguồn | Không có ý kiến phản đối | Chưa có quy hoạch nữ | Không có nữ đề xuất | -5% so với năm trước`
    .split(/\n|(?<=\S) \| /)
    .map((sentence) => sentence.trim());

describe("what a unit typed", () => {
  it.each(ANSWERS)("says nothing: %s", (answer) => {
    expect(saysNothing(answer)).toBe(true);
  });

  it.each(SENTENCES)("says something: %s", (sentence) => {
    expect(saysNothing(sentence)).toBe(false);
  });

  it("is judged alike whatever its case, its Unicode form, its spaces, and the marks around it", () => {
    const dressed = fc.record({
      text: fc.oneof(fc.constantFrom(...ANSWERS), fc.constantFrom(...SENTENCES)),
      form: fc.constantFrom<"NFC" | "NFD">("NFC", "NFD"),
      isUpper: fc.boolean(),
      before: fc.constantFrom("", " ", "- ", "• ", "\u00a0", "+  "),
      after: fc.constantFrom("", ".", " .", "!", ";", " …", "\u00a0"),
    });
    fc.assert(
      fc.property(dressed, ({ text, form, isUpper, before, after }) => {
        const typed = before + (isUpper ? text.toUpperCase() : text).normalize(form).replace(/ /g, "  ") + after;
        expect(saysNothing(typed)).toBe(saysNothing(text));
      }),
    );
  });

  it("is judged at once, however long and odd", () => {
    const start = performance.now();
    for (const word of ["không có ý kiến ", "khó khăn ", "không ", "0 ", "năm 2026 "]) {
      for (let length = 1; length < 40; length++) saysNothing(`${word.repeat(length)}kinh phí`);
    }
    expect(performance.now() - start).toBeLessThan(500);
  });
});
