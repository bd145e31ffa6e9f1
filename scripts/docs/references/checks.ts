/**
 * The reference of everything that `check` may say, read out of the sources: each object there that has a `code` and an
 * `expected` or an `action` is one kind of issue. What is put in at run time shows as “…”.
 */
import { type AnyNode, type ObjectExpression, type Property, parse } from "acorn";
import { transformSync } from "esbuild";
import { kh131 } from "../../../src/core/plan/kh-131.ts";
import { partsIn } from "../../../src/core/plan/plan.ts";
import { SEVERITY_NAMES } from "../../../src/workbook/issues.ts";
import { code, generated, page, table } from "./markdown.ts";

/** A kind of issue, as one place in the sources says it. */
export type CheckKind = {
  readonly code: string;
  readonly severity: "error" | "warning";
  readonly expected: string;
  readonly action: string;
};

const UNKNOWN = "…";

type Fields = ReadonlyMap<string, AnyNode>;

function isNode(value: unknown): value is AnyNode {
  return typeof value === "object" && value !== null && typeof Reflect.get(value, "type") === "string";
}

/** All nodes of a syntax tree, in the order of the text. */
function nodesOf(node: AnyNode): readonly AnyNode[] {
  const children = Object.values(node).flatMap((value: unknown) => (Array.isArray(value) ? value : [value]));
  return [node, ...children.filter(isNode).flatMap(nodesOf)];
}

function nameOf({ key }: Property): string {
  if (key.type === "Identifier") return key.name;
  return key.type === "Literal" ? String(key.value) : "";
}

/** Reads the kinds of issues of one source file. */
export function readCheckKinds(source: string): readonly CheckKind[] {
  const { code: plain } = transformSync(source, { loader: "ts", target: "esnext", charset: "utf8" });
  const nodes = nodesOf(parse(plain, { ecmaVersion: "latest", sourceType: "module" }));
  const constants = nodes.flatMap((node) =>
    node.type === "VariableDeclarator" && node.id.type === "Identifier" && node.init
      ? [{ name: node.id.name, start: node.start, init: node.init }]
      : [],
  );
  /** The constant of a name that stands nearest above a place, else anywhere in the file. */
  const resolve = (name: string, before: number) =>
    constants.filter((constant) => constant.name === name && constant.start < before).pop()?.init ??
    constants.find((constant) => constant.name === name)?.init;

  const textsOf = (node: AnyNode | undefined): readonly string[] => {
    switch (node?.type) {
      case "Literal":
        return [String(node.value)];
      case "TemplateLiteral":
        return [node.quasis.map(({ value }) => value.cooked ?? "").join(UNKNOWN)];
      case "ConditionalExpression":
        return [...textsOf(node.consequent), ...textsOf(node.alternate)];
      case "Identifier": {
        const known = resolve(node.name, node.start);
        return known ? textsOf(known) : [UNKNOWN];
      }
      default:
        return [UNKNOWN];
    }
  };
  const fieldsOf = ({ properties }: ObjectExpression): Fields =>
    new Map(
      properties.flatMap((property): readonly (readonly [string, AnyNode])[] => {
        if (property.type === "Property") return [[nameOf(property), property.value]];
        const { argument } = property;
        const known = argument.type === "Identifier" ? resolve(argument.name, argument.start) : undefined;
        return known?.type === "ObjectExpression" ? [...fieldsOf(known)] : [];
      }),
    );
  const objects = nodes.filter((node) => node.type === "ObjectExpression");
  const isSeverity = (text: string): text is CheckKind["severity"] => text === "error" || text === "warning";
  /** What a file's issues are unless they say otherwise: `{ severity: "warning", ...finding }`. */
  const standard = objects
    .filter(({ properties }) => properties.some(({ type }) => type === "SpreadElement"))
    .flatMap((object) => textsOf(fieldsOf(object).get("severity")))
    .find(isSeverity);
  return objects.flatMap((object): readonly CheckKind[] => {
    const fields = fieldsOf(object);
    const codes = textsOf(fields.get("code")).filter((text) => text !== UNKNOWN);
    const isWhole = fields.has("expected") || fields.has("action");
    if (!isWhole && !object.properties.some(({ type }) => type === "SpreadElement")) return [];
    const join = (name: string) => textsOf(fields.get(name)).join(" / ");
    const severity = textsOf(fields.get("severity")).find(isSeverity) ?? standard ?? "error";
    return codes
      .flatMap(spell)
      .map((known) => ({ code: known, severity, expected: join("expected"), action: join("action") }));
  });
}

/** A code that is made of two data elements is one code for each pair that there is. */
function spell(text: string): readonly string[] {
  if (text !== `${UNKNOWN}-over-${UNKNOWN}`) return [text];
  return partsIn(kh131()).map(({ part, whole }) => `${part}-over-${whole}`.toLowerCase());
}

/** Writes the page. `sources`: the files in which issues are said. */
export function describeChecks(sources: readonly string[]): string {
  const kinds = sources.flatMap(readCheckKinds);
  const rows = kinds.map(({ code: own, severity, expected, action }) => [
    code(own),
    SEVERITY_NAMES[severity],
    expected === UNKNOWN && action === UNKNOWN ? "tùy trường hợp, câu báo nói rõ" : expected,
    action,
  ]);
  /** Where the same is said more fully beside it, what is left open says nothing. */
  const isOpen = ([own, , expected, action]: readonly string[]) =>
    expected === UNKNOWN && rows.some((row) => row[0] === own && row[3] === action && row[2] !== UNKNOWN);
  const distinct = [...new Map(rows.map((row) => [row.join("\n"), row])).values()].filter((row) => !isOpen(row));
  const sorted = distinct.sort(([one = ""], [other = ""]) => one.localeCompare(other, "en"));
  return page(
    generated("src/core/check/, src/workbook/unparsed/, unasked.ts, issues.ts"),
    "# Sổ kiểm tra những gì",
    `Mọi chỗ thiếu, sai, cần xem lại hiện ở tab Kiểm tra, ở *Bảng bên → Kiểm tra* và ở \`so2282 check\`. Câu nào cũng theo một khuôn: *tab, ô – mục: cần gì; thấy gì. Làm gì.* “${UNKNOWN}” là chỗ điền theo từng trường hợp.`,
    "**Lỗi** thì phải sửa: còn lỗi thì đơn vị chưa nộp được, người tổng hợp chưa duyệt được. **Lưu ý** thì xem lại; đúng rồi thì để nguyên.",
    table(["mã", "mức độ", "cần gì", "làm gì"], sorted),
  );
}
