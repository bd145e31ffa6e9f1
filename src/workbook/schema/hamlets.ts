/** The hamlets' grid: a row for each hamlet, three columns for each data element that the grid has room for. */
import { UNIT_COLOUR } from "./colours.ts";
import type { Column, TableTab } from "./tab.ts";

/** The data elements that the hamlets' grid has columns for. A hamlet that reports others gets a form of its own. */
export const HAMLET_GRID_ELEMENTS = ["CUA", "BCHA", "THG", "CNS", "MTQ", "LD"] as const;

export type HamletGridElement = (typeof HAMLET_GRID_ELEMENTS)[number];

export type HamletField = "total" | "women" | "note";

export type HamletKey = "code" | "name" | `${HamletGridElement}.${HamletField}`;

function hamletColumns(element: HamletGridElement): readonly Column<HamletKey>[] {
  return [
    { key: `${element}.total`, title: `${element}: tổng số`, width: 75, kind: "count", input: true },
    { key: `${element}.women`, title: `${element}: nữ`, width: 75, kind: "count", input: true },
    { key: `${element}.note`, title: `${element}: ghi chú`, width: 110, kind: "text", input: true },
  ];
}

export const HAMLETS_TAB: TableTab<HamletKey> = {
  title: "Các ấp",
  intro: "Mỗi ấp một dòng. Nhập số vào ô vàng; không có người nào thì gõ 0. Ô xám là số liệu ấp không phải báo cáo.",
  colour: UNIT_COLOUR,
  frozenColumns: 2,
  spareRows: 0,
  columns: [
    { key: "code", title: "Mã", width: 70, kind: "text" },
    { key: "name", title: "Tên ấp", width: 170, kind: "text" },
    ...HAMLET_GRID_ELEMENTS.flatMap(hamletColumns),
  ],
};
