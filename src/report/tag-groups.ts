/** The template's tags by the place where they may stand: as the sidebar, docs/ and the template's own pages list them. */
import { type TagEntry, type TagGuide, TEMPLATE_TAGS } from "./tags.ts";

/** Tags of one place, in the order of a report. `inside`: the loop that they need; absent: they may stand anywhere. */
export type TagGroup = {
  readonly inside?: { readonly tag: string; readonly meaning: string };
  readonly tags: readonly (readonly [tag: string, entry: TagEntry])[];
};

/** Lists every tag: first those that may stand anywhere, then those of each loop. */
export function groupTags(): readonly TagGroup[] {
  const everywhere: TagGuide = TEMPLATE_TAGS;
  const tags = Object.entries(everywhere);
  const nested = tags.flatMap(([tag, { meaning, within }]) =>
    within ? [{ inside: { tag, meaning }, tags: Object.entries(within) }] : [],
  );
  return [{ tags }, ...nested];
}

/** Writes what stands in a template for a tag, piece by piece; a piece is a paragraph or a cell of its own. */
export function writeTag(tag: string, { use }: Pick<TagEntry, "use">): readonly string[] {
  if (use === "text") return [`{${tag}}`];
  return use === "texts" ? [`{#${tag}}`, "{.}", `{/${tag}}`] : [`{#${tag}}`, `{/${tag}}`];
}
