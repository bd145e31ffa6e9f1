import { describe, expect, it } from "vitest";
import { displayFormat } from "../../src/client/display-format.ts";

describe("the look of a value", () => {
  it("of a fraction without a number format has one, beside the rest of its look", () => {
    expect(displayFormat({ bold: true }, 1.5)).toEqual({ bold: true, numberFormat: "0.##########" });
    expect(displayFormat(undefined, -0.25)?.numberFormat).toBeDefined();
  });

  it("is the cell's own in all other cases", () => {
    const rate = { numberFormat: "0.00" };
    expect(displayFormat(rate, 1.5)).toBe(rate);
    expect([2, "1,5", true, null].map((value) => displayFormat(undefined, value))).toEqual(Array(4).fill(undefined));
  });
});
