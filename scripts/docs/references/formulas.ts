/** The reference of the formulas, made of the JSDoc that Google Sheets shows, too. */
import { generated, page, table } from "./markdown.ts";

type Parameter = { readonly name: string; readonly example: string; readonly meaning: string };

type Formula = {
  readonly name: string;
  readonly summary: string;
  readonly parameters: readonly Parameter[];
  readonly returns: string;
};

const COMMENTED = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*function (\w+)\(([^)]*)\)/g;

/** A function of `globals.ts` and the lines of its comment. */
export type Commented = { readonly name: string; readonly parameters: string; readonly lines: readonly string[] };

/** Reads the functions of `globals.ts` with their comments. */
export function readCommented(source: string): readonly Commented[] {
  return [...source.matchAll(COMMENTED)].map(([, comment = "", name = "", parameters = ""]) => ({
    name,
    parameters,
    lines: comment
      .split("\n")
      .map((line) => line.replace(/^\s*\*\s?/, "").trim())
      .filter((line) => line !== ""),
  }));
}

/** Reads the formulas. */
export function readFormulas(source: string): readonly Formula[] {
  return readCommented(source)
    .filter(({ lines }) => lines.includes("@customfunction"))
    .map(({ name, lines }) => ({
      name,
      summary: lines.filter((line) => !line.startsWith("@")).join(" "),
      parameters: lines.flatMap((line) => {
        const [, example, parameter, meaning] = /^@param \{(.*)\} (\w+) (.*)$/.exec(line) ?? [];
        return parameter ? [{ name: parameter, example: example ?? "", meaning: meaning ?? "" }] : [];
      }),
      returns: lines.find((line) => line.startsWith("@return "))?.slice("@return ".length) ?? "",
    }));
}

function describe({ name, summary, parameters, returns }: Formula): string {
  const call = `=${name}(${parameters.map(({ example }) => example).join(";")})`;
  return [
    `## ${name}`,
    summary,
    `Ví dụ:\n\n\`\`\`\n${call}\n\`\`\``,
    table(
      ["tham số", "ý nghĩa"],
      parameters.map(({ name: parameter, meaning }) => [`\`${parameter}\``, meaning]),
    ),
    `Trả về: ${returns}`,
  ].join("\n\n");
}

/** Writes the page. */
export function describeFormulas(source: string): string {
  return page(
    generated("src/addon/globals.ts"),
    "# Công thức BDG_…",
    "Gõ được vào bất kỳ ô nào của sổ, như công thức thường. Tham số cách nhau bằng dấu `;`. Google tính lại khi ô nguồn đổi. Công thức chỉ đọc, không sửa gì trong sổ.",
    'Chưa có số liệu (ô trống, tổng bằng 0) thì một công thức cho một ô báo lỗi “Chưa có số liệu”: không phép so sánh nào đúng, và `IFERROR` cho bạn chọn chữ thay thế, ví dụ `=IFERROR(BDG_TYLE(C5;B5);"chưa có")`. Công thức cho cả cột thì để trống ô của dòng đó. Muốn so sánh ô ấy, hãy thử bằng `ISNUMBER` trước, ví dụ `=IF(ISNUMBER(E5);IF(E5>=40;"đạt";"chưa đạt");"chưa có")`, vì Google coi chữ, kể cả chữ rỗng, lớn hơn mọi số; với `BDG_DANHGIA`, hãy so với chữ cần tìm, ví dụ `=E5="Đạt"`.',
    ...readFormulas(source).map(describe),
  );
}
