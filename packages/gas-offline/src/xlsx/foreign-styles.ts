/** Styles of another program's file, added to those of ours: only the ones that its kept sheets use. */

/** Numbers of styles in the other file → their numbers in ours. */
export type StyleNumbers = {
  readonly cell: ReadonlyMap<number, number>;
  readonly conditional: ReadonlyMap<number, number>;
};

const TAG = /<(\/?)[\w:.-]+(?:"[^"]*"|'[^']*'|[^>"'])*?(\/?)>/g;

/** Lists the elements that lie directly in a section of a style sheet. */
function itemsOf(styles: string, section: string): readonly string[] {
  const inner = new RegExp(`<${section}(?:\\s[^>]*[^/])?>([\\s\\S]*?)</${section}>`).exec(styles)?.[1] ?? "";
  const items: string[] = [];
  let depth = 0;
  let from = 0;
  for (const { 0: tag, 1: closes, 2: empty, index } of inner.matchAll(TAG)) {
    if (depth === 0 && !closes) from = index;
    if (closes) depth -= 1;
    else if (!empty) depth += 1;
    if (depth === 0) items.push(inner.slice(from, index + tag.length));
  }
  return items;
}

/** Where a section goes that our style sheet lacks: in front of these. */
const BEFORE: Readonly<Record<string, RegExp>> = {
  numFmts: /<fonts/,
  dxfs: /<(?:tableStyles|colors|extLst)|<\/styleSheet/,
};

function withItems(styles: string, section: string, items: readonly string[]): string {
  if (items.length === 0) return styles;
  const all = [...itemsOf(styles, section), ...items];
  const written = `<${section} count="${all.length}">${all.join("")}</${section}>`;
  const present = new RegExp(`<${section}(?:\\s[^>]*)?/>|<${section}(?:\\s[^>]*)?>[\\s\\S]*?</${section}>`);
  if (present.test(styles)) return styles.replace(present, () => written);
  return styles.replace(BEFORE[section] ?? /<\/styleSheet/, (found) => written + found);
}

/** The numbers of a workbook's own formats begin here. */
const OWN_FORMATS = 164;

/** Adds the styles that kept sheets use. Returns the style sheet and what the numbers of the styles became. */
export function withForeignStyles(
  styles: string,
  foreign: string,
  cells: ReadonlySet<number>,
  conditional: ReadonlySet<number>,
): { readonly styles: string; readonly numbers: StyleNumbers } {
  const adder = (section: string) => {
    const theirs = itemsOf(foreign, section);
    const start = itemsOf(styles, section).length;
    const places = new Map<number, number>();
    const added: string[] = [];
    const add = (index: number): number => {
      const known = places.get(index);
      if (known !== undefined) return known;
      const item = theirs[index];
      if (item === undefined) return 0;
      const place = start + added.push(item) - 1;
      places.set(index, place);
      return place;
    };
    return { add, added };
  };
  const parts = { fontId: adder("fonts"), fillId: adder("fills"), borderId: adder("borders") };
  const formats = new Map(
    itemsOf(foreign, "numFmts").map((item) => [Number(/numFmtId="(\d+)"/.exec(item)?.[1]), item] as const),
  );
  let lastFormat = Math.max(
    OWN_FORMATS,
    ...itemsOf(styles, "numFmts").map((item) => Number(/numFmtId="(\d+)"/.exec(item)?.[1])),
  );
  const newFormats = new Map<number, { readonly id: number; readonly item: string }>();
  const formatOf = (id: number): number => {
    const item = formats.get(id);
    if (item === undefined) return id;
    const known = newFormats.get(id) ?? { id: ++lastFormat, item: "" };
    newFormats.set(id, { id: known.id, item: item.replace(/numFmtId="\d+"/, `numFmtId="${known.id}"`) });
    return known.id;
  };

  const looks = itemsOf(foreign, "cellXfs");
  const firstLook = itemsOf(styles, "cellXfs").length;
  const newLooks: string[] = [];
  const cell = new Map<number, number>();
  for (const index of cells) {
    const look = looks[index];
    if (look === undefined) continue;
    const written = look
      .replace(/\s(fontId|fillId|borderId)="(\d+)"/g, (_, name: "fontId" | "fillId" | "borderId", id: string) => {
        return ` ${name}="${parts[name].add(Number(id))}"`;
      })
      .replace(/\snumFmtId="(\d+)"/, (_, id: string) => ` numFmtId="${formatOf(Number(id))}"`)
      .replace(/\sxfId="\d+"/, ' xfId="0"');
    cell.set(index, firstLook + newLooks.push(written) - 1);
  }
  const dxfs = adder("dxfs");
  const conditionalNumbers = new Map([...conditional].map((index) => [index, dxfs.add(index)]));

  let written = withItems(
    styles,
    "numFmts",
    [...newFormats.values()].map(({ item }) => item),
  );
  written = withItems(written, "fonts", parts.fontId.added);
  written = withItems(written, "fills", parts.fillId.added);
  written = withItems(written, "borders", parts.borderId.added);
  written = withItems(written, "cellXfs", newLooks);
  written = withItems(written, "dxfs", dxfs.added);
  return { styles: written, numbers: { cell, conditional: conditionalNumbers } };
}
