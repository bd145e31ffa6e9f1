/** The words in which people write definitions, beside the codes of the files. */
import type { MeasureKind } from "./plan.ts";

/** How an indicator is measured, as a definition says it: a share may leave units out. */
export type DefinedKind = MeasureKind | "share-without";

export const KIND_NAMES: Readonly<Record<DefinedKind, string>> = {
  "units-led": "đơn vị có nữ lãnh đạo",
  share: "tỷ lệ nữ",
  "share-without": "tỷ lệ nữ, trừ đơn vị",
  trend: "tỷ lệ nữ, so với năm trước",
  quotient: "số này trên số kia",
  events: "số hoạt động",
};

export const DEFINED_KINDS: readonly DefinedKind[] = [
  "units-led",
  "share",
  "share-without",
  "trend",
  "quotient",
  "events",
];

/** What a denominator is: all persons, or women alone. */
export const SIDE_NAMES = { total: "tổng số", women: "nữ" } as const;

export const YES_NO_NAMES = { yes: "Có", no: "Không" } as const;
