/** Why an action was not done, in the words of the page; Google's own go along in small letters. */
import type { SheetModel } from "gas-offline";
import type { ActAnswer, PageAction } from "../protocol.ts";
import { wordsOf } from "./as-user.ts";

/** By the beginning or a part of Google's words. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/already exists/, "Đã có tab mang tên này. Hãy đặt tên khác."],
  [/^Invalid sheet name/, "Tên tab cần từ 1 đến 100 ký tự."],
  [/all the visible sheets|hide all the sheets/, "Sổ phải còn ít nhất một tab được hiện."],
  [/^You can't delete all the/, "Tab phải còn ít nhất một hàng và một cột không ghim."],
  [/^You can't sort a range containing merged/, "Vùng có ô gộp thì không sắp xếp được. Hãy bỏ gộp ô trước."],
  [/^You must select all cells in a merged/, "Vùng chọn cắt ngang một ô gộp. Hãy chọn trọn ô gộp đó."],
  [/part of a merged cell/, "Các hàng, cột này chứa một phần của ô gộp. Hãy chọn trọn ô gộp, hoặc bỏ gộp ô trước."],
  [/limit of 10000000 cells/, "Sổ không nhận quá 10 triệu ô."],
  [/^You can't freeze/, "Không ghim được hết các hàng, cột của tab."],
  [/out of bounds|outside the dimensions/, "Chỗ này nằm ngoài tab. Hãy tải lại trang."],
];

/** Says why Google would not do an action. */
export function refusalOf(
  { kind }: PageAction,
  { name }: SheetModel,
  user: string,
  thrown: unknown,
): NonNullable<ActAnswer["refusal"]> {
  const original = wordsOf(thrown);
  if (original.startsWith("You are trying to edit a protected") || original.startsWith("You do not have permission")) {
    const what = kind.endsWith("Sheet") ? "Tab" : "Hàng, cột hoặc ô của tab";
    return { message: `${what} “${name}” được khóa với ${user}. Cần sửa thì nhờ người tổng hợp.`, original };
  }
  const message = WORDS.find(([pattern]) => pattern.test(original))?.[1] ?? "Không làm được việc này.";
  return { message, original };
}
