import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { accidents } from "./accidents/accidents.ts";
import { makeBook } from "./accidents/book.ts";
import { makeBase, suffer } from "./accidents/stream.ts";

describe("explore", () => {
  it("runs", () => {
    const base = makeBase(makeBook());
    let bad = 0,
      arch = 0,
      n = 0;
    for (const sequence of fc.sample(accidents, {
      seed: Number(process.env["SEED"] ?? 1),
      numRuns: Number(process.env["RUNS"] ?? 60),
    })) {
      n++;
      const { story, broken, archived } = suffer(base, sequence);
      if (archived.length) {
        arch++;
        if (arch < 12) console.log(`#${n} ARCHIVED ${archived.length} ${archived[0]}\n   ${story.join("\n   ")}`);
      }
      if (broken.length) {
        bad++;
        if (bad < 12) console.log(`#${n} BROKEN ${broken.length} ${broken[0]}\n   ${story.join("\n   ")}`);
      }
    }
    console.log({ n, bad, arch });
    expect(n).toBeGreaterThan(0);
  }, 3_000_000);
});
