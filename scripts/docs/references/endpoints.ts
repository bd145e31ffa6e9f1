/** The reference of what the sidebar, the menu and scripts may call, made of the contract and of `globals.ts`. */
import type * as v from "valibot";
import { CONTRACT, type Endpoint } from "../../../src/addon/rpc.ts";
import { parameterOf } from "../../contract-globals.ts";
import { type Commented, readCommented } from "./formulas.ts";
import { code, generated, page, table } from "./markdown.ts";

/** The comment without its tags. */
function sayOf({ lines }: Commented): string {
  return lines.filter((line) => !line.startsWith("@")).join(" ");
}

/** The name of a shape; one that stands in the contract itself is told by its fields. */
function nameOf(shape: () => v.GenericSchema): string {
  return /^[A-Z]/.test(shape.name) ? code(shape.name) : code(fieldsOf(shape()));
}

/** Tells the fields of an object, or of the objects in a list. */
function fieldsOf(schema: object): string {
  if ("entries" in schema) return `{ ${Object.keys(Object(schema.entries)).join(", ")} }`;
  if ("item" in schema) return `${fieldsOf(Object(schema.item))}[]`;
  if ("wrapped" in schema) return fieldsOf(Object(schema.wrapped));
  if (!("pipe" in schema) || !Array.isArray(schema.pipe)) return "";
  const described = schema.pipe.find((part) => part !== schema && ("entries" in part || "item" in part));
  return described ? fieldsOf(described) : "";
}

/** Writes the page. */
export function describeEndpoints(globals: string): string {
  const byHand = readCommented(globals).filter(({ lines }) => !lines.includes("@customfunction"));
  return page(
    generated("src/addon/rpc.ts và src/addon/globals.ts"),
    "# Các hàm gọi được",
    "Trang này dành cho người lập trình, nên phần mô tả giữ tiếng Anh như trong mã nguồn. Mọi hàm đều tự kiểm tra tham số và quyền của người gọi; từ chối bằng một lỗi mang câu tiếng Việt. Kiểu của tham số, kết quả: `src/addon/rpc/`.",
    "## Bảng bên gọi",
    table(
      ["hàm", "tham số", "kết quả", "việc"],
      Object.entries<Endpoint>(CONTRACT).map(([name, endpoint]) => [
        code(name),
        parameterOf(endpoint) === null ? "" : nameOf(endpoint.argument),
        nameOf(endpoint.result),
        endpoint.does,
      ]),
    ),
    "## Google, trình đơn và so2282 gọi",
    table(
      ["hàm", "tham số", "việc"],
      byHand.map((each) => [code(each.name), code(each.parameters.replaceAll(": unknown", "")), sayOf(each)]),
    ),
  );
}
