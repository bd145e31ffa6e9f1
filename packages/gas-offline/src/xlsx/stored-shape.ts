/**
 * Reads parsed JSON as the stored part of a workbook, field by field, since anybody may have changed it.
 */
import type { CellContent, CellFormat, ErrorValue, Validation } from "../model.ts";
import { count, fields, list, natural, number, oneOf, type Shape, text, truth, wrong } from "./shape.ts";
import type {
  StoredArea,
  StoredExact,
  StoredFormula,
  StoredProtection,
  StoredSheet,
  StoredValidation,
  StoredValue,
  StoredWorkbook,
} from "./stored.ts";

/** More cells than Google Sheets allows a workbook. */
const MOST_CELLS = 20_000_000;

/** Reads parsed JSON as a stored workbook, or throws `WrongShape`. */
export const storedWorkbook: Shape<StoredWorkbook> = (value, place) => {
  const source = fields(value, place);
  return {
    id: source.get("id", text),
    name: source.get("name", text),
    locale: source.get("locale", text),
    timeZone: source.get("timeZone", text),
    owner: source.get("owner", text),
    editors: source.get("editors", list(text)),
    documentProperties: source.get("documentProperties", list(pair(text, text))),
    lastId: source.get("lastId", natural),
    formats: source.get("formats", list(cellFormat)),
    sheets: source.get("sheets", list(storedSheet)),
  };
};

const storedSheet: Shape<StoredSheet> = (value, place) => {
  const source = fields(value, place);
  const rows = source.get("rows", natural);
  const columns = source.get("columns", natural);
  if (rows * columns > MOST_CELLS) wrong(`at most ${MOST_CELLS} cells`, rows * columns, place);
  return {
    id: source.get("id", natural),
    name: source.get("name", text),
    fileName: source.get("fileName", text),
    rows,
    columns,
    ...source.maybe("tabColor", text),
    gridlines: source.get("gridlines", truth),
    frozen: source.get("frozen", pair(natural, natural)),
    columnWidths: source.get("columnWidths", list(pair(count, number))),
    rowHeights: source.get("rowHeights", list(pair(count, number))),
    fittedHeights: source.get("fittedHeights", list(pair(count, number))),
    sizedColumns: source.get("sizedColumns", natural),
    formulas: source.get("formulas", list(storedFormula)),
    values: source.get("values", list(exact(content))),
    notes: source.get("notes", list(exact(text))),
    formats: source.get(
      "formats",
      list<StoredSheet["formats"][number]>((item, where) => {
        const one = fields(item, where);
        return { format: one.get("format", natural), areas: one.get("areas", areas) };
      }),
    ),
    validations: source.get(
      "validations",
      list<StoredValidation>((item, where) => {
        const one = fields(item, where);
        return {
          areas: one.get("areas", areas),
          validation: one.get("validation", validation),
        };
      }),
    ),
    conditionalFormats: source.get(
      "conditionalFormats",
      list<StoredSheet["conditionalFormats"][number]>((item, where) => {
        const one = fields(item, where);
        const rule = one.get("rule", fields);
        return {
          areas: one.get("areas", areas),
          rule: {
            formula: rule.get("formula", text),
            ...rule.maybe("background", text),
            ...rule.maybe("fontColor", text),
            ...rule.maybe("bold", truth),
          },
        };
      }),
    ),
    protections: source.get("protections", list(protection)),
  };
};

const storedFormula: Shape<StoredFormula> = (value, place) => {
  const source = fields(value, place);
  return {
    at: source.get("at", pair(count, count)),
    formula: source.get("formula", text),
    seen: source.get("seen", storedValue),
    ...source.maybe("spill", spill),
  };
};

const spill: Shape<NonNullable<StoredFormula["spill"]>> = (value, place) => {
  const source = fields(value, place);
  const rows = source.get("rows", natural);
  const columns = source.get("columns", natural);
  const values = source.get(
    "values",
    list<StoredValue | []>((item, where) => (Array.isArray(item) && item.length === 0 ? [] : storedValue(item, where))),
  );
  if (values.length !== rows * columns) wrong(`${rows * columns} values`, values.length, `${place}.values`);
  return { rows, columns, values };
};

const protection: Shape<StoredProtection> = (value, place) => {
  const source = fields(value, place);
  return {
    id: source.get("id", natural),
    kind: source.get("kind", oneOf("sheet", "range")),
    ...source.maybe("area", area),
    description: source.get("description", text),
    editors: source.get("editors", list(text)),
    domainEdit: source.get("domainEdit", truth),
    warningOnly: source.get("warningOnly", truth),
    unprotected: source.get("unprotected", areas),
  };
};

const validation: Shape<Validation> = (value, place) => {
  const source = fields(value, place);
  const kind = source.get("kind", oneOf("list", "number", "date", "checkbox", "formula"));
  const common = { strict: source.get("strict", truth), ...source.maybe("help", text) };
  switch (kind) {
    case "list":
      return { ...common, kind, values: source.get("values", list(text)) };
    case "number":
      return {
        ...common,
        kind,
        ...source.maybe("least", number),
        ...source.maybe("most", number),
      };
    case "date":
      return {
        ...common,
        kind,
        from: source.get("from", number),
        to: source.get("to", number),
      };
    case "checkbox":
      return { ...common, kind };
    case "formula":
      return { ...common, kind, formula: source.get("formula", text) };
  }
};

const cellFormat: Shape<CellFormat> = (value, place) => {
  const source = fields(value, place);
  return {
    ...source.maybe("numberFormat", text),
    ...source.maybe("fontFamily", text),
    ...source.maybe("fontSize", number),
    ...source.maybe("bold", truth),
    ...source.maybe("italic", truth),
    ...source.maybe("fontColor", text),
    ...source.maybe("background", text),
    ...source.maybe("wrap", truth),
    ...source.maybe("horizontal", oneOf("left", "center", "right")),
    ...source.maybe("vertical", oneOf("top", "middle", "bottom")),
    ...source.maybe("border", text),
  };
};

const content: Shape<CellContent | ErrorValue> = (value, place) => {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  const source = fields(value, place);
  return { error: source.get("error", text), ...source.maybe("message", text) };
};

const storedValue: Shape<StoredValue> = (value, place) => (value === null ? null : content(value, place));

const area: Shape<StoredArea> = (value, place) => {
  const [row, column, rows, columns, ...more] = list(natural)(value, place);
  if (row === undefined || column === undefined || rows === undefined || columns === undefined || more.length > 0) {
    return wrong("an area", value, place);
  }
  return [row, column, rows, columns];
};

const areas = list(area);

function pair<A, B>(first: Shape<A>, second: Shape<B>): Shape<readonly [A, B]> {
  return (value, place) =>
    Array.isArray(value) && value.length === 2
      ? [first(value[0], `${place}[0]`), second(value[1], `${place}[1]`)]
      : wrong("a pair", value, place);
}

function exact<T>(shape: Shape<T>): Shape<StoredExact<T>> {
  return (value, place) => {
    const source = fields(value, place);
    return {
      at: source.get("at", pair(count, count)),
      seen: source.get("seen", storedValue),
      value: source.get("value", shape),
    };
  };
}
