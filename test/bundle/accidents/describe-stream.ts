/**
 * A part of the stream of accidents: so many sequences from one seed, and more of the same in a soak. Where one breaks a
 * promise, seed and story are told.
 */
import fc from "fast-check";
import { describe, expect, inject, it } from "vitest";
import { accidents } from "./accidents.ts";
import { makeBook } from "./book.ts";
import { makeBase, runSequence } from "./stream.ts";

/** Of all sequences, how many may leave a value in the archive: those that destroyed what told its place. */
const MOST_ARCHIVED = 0.03;

const SEQUENCES = inject("soak") ? 260 : 50;

/** Runs a part of the stream. The parts are files of their own, so that they run side by side. */
export function describeStream(seed: number): void {
  describe(`after accidents of seed ${seed}, a repair`, () => {
    it(`leaves the structure whole and every value that was not overwritten, ${SEQUENCES} times`, {
      timeout: 900_000,
    }, () => {
      const base = makeBase(makeBook());
      expect(base.kept.size).toBeGreaterThan(60);
      const archived: string[] = [];
      const check = fc.property(accidents, (sequence) => {
        const outcome = runSequence(base, sequence);
        if (outcome.broken.length > 0) throw new Error([...outcome.broken, ...outcome.story].join("\n"));
        if (outcome.archived.length > 0) archived.push(outcome.story.join("\n"));
      });
      // What fast-check throws names seed and path, and the shortest story that breaks.
      fc.assert(check, { seed, numRuns: SEQUENCES, interruptAfterTimeLimit: 850_000, markInterruptAsFailure: true });
      expect(archived.length / SEQUENCES).toBeLessThan(MOST_ARCHIVED);
    });
  });
}
