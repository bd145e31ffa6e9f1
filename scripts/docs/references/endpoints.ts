/** The reference of what the sidebar, the menu and scripts may call, made of `globals.ts` and the contract. */
import { type Commented, readCommented } from "./formulas.ts";
import { code, generated, page, table } from "./markdown.ts";

/** Reads argument and result of each endpoint out of the contract's text. */
function readContract(contract: string): ReadonlyMap<string, readonly [argument: string, result: string]> {
  const calls = [...contract.matchAll(/^ {2}(\w+): Call<(\w+), (.+)>;$/gm)];
  return new Map(calls.map(([, name = "", argument = "", result = ""]) => [name, [argument, result]]));
}

/** The comment without its tags. */
function sayOf({ lines }: Commented): string {
  return lines.filter((line) => !line.startsWith("@")).join(" ");
}

/** Writes the page. */
export function describeEndpoints(globals: string, contract: string): string {
  const calls = readContract(contract);
  const commented = readCommented(globals).filter(({ lines }) => !lines.includes("@customfunction"));
  const sidebar = commented.filter(({ name }) => calls.has(name));
  const others = commented.filter(({ name }) => !calls.has(name));
  const typeName = (text: string) => (text === "undefined" ? "" : code(text));
  return page(
    generated("src/addon/globals.ts và src/addon/rpc.ts"),
    "# Các hàm gọi được",
    "Trang này dành cho người lập trình, nên phần mô tả giữ tiếng Anh như trong mã nguồn. Mọi hàm đều tự kiểm tra tham số và quyền của người gọi; từ chối bằng một lỗi mang câu tiếng Việt. Kiểu của tham số, kết quả: `src/addon/rpc/`.",
    "## Bảng bên gọi",
    table(
      ["hàm", "tham số", "kết quả", "việc"],
      sidebar.map((each) => {
        const [argument = "", result = ""] = calls.get(each.name) ?? [];
        return [code(each.name), typeName(argument), typeName(result), sayOf(each)];
      }),
    ),
    "## Google, trình đơn và so2282 gọi",
    table(
      ["hàm", "tham số", "việc"],
      others.map((each) => [code(each.name), code(each.parameters.replaceAll(": unknown", "")), sayOf(each)]),
    ),
  );
}
