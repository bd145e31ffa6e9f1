import { customsOf } from "gas-offline/internals";
import { describe, expect, it } from "vitest";
import { batchEdits, editableCell } from "../../src/client/edits.ts";
import type { Edit } from "../../src/protocol.ts";

const at = (row: number, value: Edit["value"]): Edit => ({ sheet: 7, row, column: 1, value });

describe("the edits of one moment", () => {
  it("are sent together, the last of each cell; those of the next moment by themselves", async () => {
    const sent: (readonly Edit[])[] = [];
    const send = batchEdits((edits) => sent.push(edits));
    send([at(1, null), at(2, null)]);
    send([]);
    send([at(1, 60)]);
    expect(sent).toEqual([]);
    await Promise.resolve();
    expect(sent).toEqual([[at(1, 60), at(2, null)]]);
    send([at(3, "x")]);
    await Promise.resolve();
    expect(sent[1]).toEqual([at(3, "x")]);
  });

  it("are not sent when there are none", async () => {
    const sent: (readonly Edit[])[] = [];
    batchEdits((edits) => sent.push(edits))([]);
    await Promise.resolve();
    expect(sent).toEqual([]);
  });
});

describe("a value that is edited", () => {
  it.each([
    ["vi_VN", 0.45, "0%", "45%"],
    ["vi_VN", 0.07, "0%", "7%"],
    ["vi_VN", 0.1234, "0.00%", "12,34%"],
    ["vi_VN", 0.45, undefined, "0,45"],
    ["vi_VN", 45, '0"%"', "45"],
    ["vi_VN", 46_115, "dd/mm/yyyy", "03/04/2026"],
    ["en_US", 0.45, undefined, "0.45"],
    ["en_US", 0.1234, "0.00%", "12.34%"],
    ["en_US", 46_115, "dd/mm/yyyy", "04/03/2026"],
  ])("in %s, %d in the number format %s is put as it would be typed: %s", (locale, value, pattern, text) => {
    expect(editableCell({ v: value }, pattern, customsOf(locale)).v).toBe(text);
  });
});
