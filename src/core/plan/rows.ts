/** Definitions as rows of text, wherever they stand: a tab, a file, the default. What is wrong with a cell is told to its row. */

/** The columns of each kind of definition. Public names (`targets.csv` …). */
export const DEFINITION_COLUMNS = {
  elements: ["code", "name", "help", "has_total", "types", "commune_only", "stable", "sensitive", "within"],
  targets: ["code", "name", "threshold", "unit", "due_year", "near", "national_2025", "national", "source"],
  indicators: [
    "code",
    "target",
    "name",
    "kind",
    "numerator",
    "denominator",
    "side",
    "types",
    "roles",
    "without",
    "forms",
  ],
  milestones: ["code", "year", "value"],
} as const;

export type Definitions = keyof typeof DEFINITION_COLUMNS;

export type DefinitionColumn<Kind extends Definitions = Definitions> = (typeof DEFINITION_COLUMNS)[Kind][number];

/** What is wrong with a cell, and what to do. Vietnamese. */
export type DefinitionFault = { readonly expected: string; readonly action: string; readonly found?: string };

export type DefinitionRow<Kind extends Definitions = Definitions> = {
  /** The cleaned text of a column; empty if there is no such column. */
  readonly text: (column: DefinitionColumn<Kind>) => string;
  /** Tells of a cell. `isUsed`: the row counts nevertheless. */
  readonly refuse: (column: DefinitionColumn<Kind>, fault: DefinitionFault) => void;
  /** Lists the words of a column as this row's readers write them: codes in a file, names in a tab. */
  readonly list: (names: Readonly<Record<string, string>>) => string;
};

export type DefinitionRows = { readonly [Kind in Definitions]: readonly DefinitionRow<Kind>[] };
