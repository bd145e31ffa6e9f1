/** What is broken in a workbook's structure, in words for the person who repairs it. */

/** `patch`: put right in place. `rebuild`: the tab is rebuilt and what was typed is carried over. `look`: a person decides. */
export type Remedy = "patch" | "rebuild" | "look";

/** Something broken. Field names are public (`repair --json`). */
export type Finding = {
  /** What the tab is called now. */
  readonly tab: string;
  /** A cell or a range; empty: the tab as a whole. */
  readonly cell: string;
  /** Stable word for the kind of damage. */
  readonly code: string;
  readonly remedy: Remedy;
  /** Where, expected, found, what will be done. */
  readonly message: string;
};

/** Makes a finding; the message says where, what was expected, what was found, and what the repair does. */
export function finding(
  where: { readonly tab: string; readonly cell: string },
  code: string,
  remedy: Remedy,
  words: { readonly expected: string; readonly found: string; readonly action: string },
): Finding {
  const place = where.cell === "" ? `Tab ${where.tab}` : `Tab ${where.tab}, ô ${where.cell}`;
  return {
    ...where,
    code,
    remedy,
    message: `${place}: cần ${words.expected}; thấy ${words.found}. ${words.action}.`,
  };
}
