/** The template's tags by the place where they may stand: as the sidebar, docs/ and the template's own pages list them. */
import { type TagEntry, type TagGuide, TEMPLATE_TAGS } from "./tags.ts";

export type NamedTags = readonly (readonly [tag: string, entry: TagEntry])[];

/** A loop, and the tags that may stand in it alone. */
export type LoopTags = { readonly loop: string; readonly meaning: string; readonly tags: NamedTags };

/** Sorts all tags: those that may stand anywhere, in the order of a report, and those of each loop. */
export function groupTags(): { readonly anywhere: NamedTags; readonly loops: readonly LoopTags[] } {
  const guide: TagGuide = TEMPLATE_TAGS;
  const anywhere = Object.entries(guide);
  const loops = anywhere.flatMap(([loop, { meaning, within }]) =>
    within ? [{ loop, meaning, tags: Object.entries(within) }] : [],
  );
  return { anywhere, loops };
}

/** Writes what stands in a template for a tag, piece by piece; a piece is a paragraph or a cell of its own. */
export function writeTag(tag: string, { use }: Pick<TagEntry, "use">): readonly string[] {
  if (use === "text") return [`{${tag}}`];
  return use === "texts" ? [`{#${tag}}`, "{.}", `{/${tag}}`] : [`{#${tag}}`, `{/${tag}}`];
}
