/** Addresses and areas of cells, references and formulas as text. Imports nothing. */
export * from "./a1.ts";
export * from "./formula-text.ts";
export * from "./references.ts";
export * from "./tokens.ts";
