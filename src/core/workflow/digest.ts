/**
 * Digests of what a unit reported: one of everything, to tell whether anything changed; a short one of each cell, to tell
 * how much. FNV-1a over canonical text; it detects changes that people make, it is no seal against forgery.
 */

/** A row of a unit's figures in canonical text: its key and the texts of its fields, blanks as `""`. */
export type FigureRow = { readonly key: string; readonly cells: readonly string[] };

const PRIME_HIGH = 0x0100;
const PRIME_LOW = 0x01b3;

/** FNV-1a, 64 bits over UTF-16 code units, as 16 hexadecimal digits. Computed in four 16-bit limbs, exact everywhere. */
export function fnv64(text: string): string {
  let [d, c, b, a] = [0xcbf2, 0x9ce4, 0x8422, 0x2325];
  for (let index = 0; index < text.length; index++) {
    a ^= text.charCodeAt(index);
    // The prime is 2^40 + 0x1b3: one product of each limb with 0x1b3, and the two lowest limbs moved up by 40 bits.
    const [pa, pb, pc, pd] = [
      a * PRIME_LOW,
      b * PRIME_LOW,
      c * PRIME_LOW + a * PRIME_HIGH,
      d * PRIME_LOW + b * PRIME_HIGH,
    ];
    const sb = pb + Math.floor(pa / 0x10000);
    const sc = pc + Math.floor(sb / 0x10000);
    const sd = pd + Math.floor(sc / 0x10000);
    [a, b, c, d] = [pa & 0xffff, sb & 0xffff, sc & 0xffff, sd & 0xffff];
  }
  return [d, c, b, a].map((limb) => limb.toString(16).padStart(4, "0")).join("");
}

/** Digests a unit's figures. The order of rows and rows without anything in them change nothing. */
export function digestFigures(rows: readonly FigureRow[]): string {
  return fnv64(
    filledRows(rows)
      .map(({ key, cells }) => JSON.stringify([key, ...trimmed(cells)]))
      .join("\n"),
  );
}

/** What a submission says beside its figures: when it was made, as text, and who confirmed it. */
export type Confirmation = { readonly time: string; readonly role: string };

/** So many characters of a stamp tell what was submitted: `v2 2026 <digest>`. */
export const STAMP_HEAD = 24;

/** A submission that another one has taken the place of; `stamp`: its first characters. */
export type Replaced = Confirmation & { readonly stamp: string };

/** A submission keeps no more of those before it. */
const MOST_REPLACED = 20;

const REPLACED = "~";

/**
 * What a submission keeps of the figures of a year, in one line: `v2 2026 <digest>`, a seal over the confirmation, for
 * each submission that it replaces `~<moment>|<head of its stamp>|<post>`, then for each row with anything its key and a
 * mark of each cell, parted by `; `.
 */
export function stampFigures(
  rows: readonly FigureRow[],
  year: number,
  confirmation: Confirmation,
  replaced: readonly Replaced[] = [],
): string {
  const digest = digestFigures(rows);
  const before = replaced
    .slice(-MOST_REPLACED)
    .map(({ time, role, stamp }) => `${REPLACED}${time}|${stamp.slice(0, STAMP_HEAD)}|${role.replace(/;/g, ",")}`);
  const parts = filledRows(rows).map(({ key, cells }) => `${key} ${trimmed(cells).map(mark).join(".")}`);
  return [`v2 ${year} ${digest}`, sealOf(digest, confirmation), ...before, ...parts].join("; ");
}

/**
 * Seals moment and role, eight hexadecimal digits each, so that either tells by itself that it was changed by hand. It is
 * no secret: it holds up those who type over a cell, not those who read this.
 */
function sealOf(digest: string, { time, role }: Confirmation): string {
  return [`time ${time}`, `role ${role}`].map((text) => fnv64(`${digest} ${text}`).slice(-8)).join("");
}

/** What of a confirmation is not as it was sealed. */
export function brokenSeals({ digest, seal }: Stamp, confirmation: Confirmation): readonly (keyof Confirmation)[] {
  const wanted = sealOf(digest, confirmation);
  const isWhole = (from: number) => seal.slice(from, from + 8) === wanted.slice(from, from + 8);
  return [...(isWhole(0) ? [] : (["time"] as const)), ...(isWhole(8) ? [] : (["role"] as const))];
}

/** A stamp as it was read: the digest of all, the seal, and the marks of each row's cells. */
export type Stamp = {
  readonly year: number;
  readonly digest: string;
  readonly seal: string;
  readonly replaced: readonly Replaced[];
  readonly rows: ReadonlyMap<string, readonly string[]>;
};

/** Reads a stamp, or undefined if the text is not a stamp. */
export function readStamp(text: string): Stamp | undefined {
  const [head = "", seal = "", ...parts] = text.split("; ");
  const found = /^v2 (\d{4}) ([0-9a-f]{16})$/.exec(head);
  if (!found) return undefined;
  const isReplaced = (part: string) => part.startsWith(REPLACED);
  const rows = parts
    .filter((part) => !isReplaced(part))
    .map((part): readonly [string, readonly string[]] => {
      const at = part.lastIndexOf(" ");
      return [part.slice(0, at), part.slice(at + 1).split(".")];
    });
  const replaced = parts.filter(isReplaced).map((part): Replaced => {
    const [time = "", stamp = "", ...role] = part.slice(REPLACED.length).split("|");
    return { time, stamp, role: role.join("|") };
  });
  return { year: Number(found[1]), digest: found[2] ?? "", seal, replaced, rows: new Map(rows) };
}

/** Counts the cells that differ from a stamp; at least one where the digest differs. */
export function countChanges(stamp: Stamp, rows: readonly FigureRow[]): number {
  if (digestFigures(rows) === stamp.digest) return 0;
  const now = new Map(filledRows(rows).map(({ key, cells }) => [key, trimmed(cells).map(mark)]));
  let changes = 0;
  for (const key of new Set([...now.keys(), ...stamp.rows.keys()])) {
    const [one, other] = [now.get(key) ?? [], stamp.rows.get(key) ?? []];
    for (let at = 0; at < Math.max(one.length, other.length); at++)
      if ((one[at] ?? "") !== (other[at] ?? "")) changes++;
  }
  return Math.max(1, changes);
}

function filledRows(rows: readonly FigureRow[]): readonly FigureRow[] {
  return rows
    .filter(({ cells }) => cells.some((cell) => cell !== ""))
    .sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0));
}

/** Cells up to the last that has something. */
function trimmed(cells: readonly string[]): readonly string[] {
  let end = cells.length;
  while (end > 0 && cells[end - 1] === "") end--;
  return cells.slice(0, end);
}

/** Six hexadecimal digits of a cell's digest; a blank has none. */
function mark(cell: string): string {
  return cell === "" ? "" : fnv64(cell).slice(-6);
}
