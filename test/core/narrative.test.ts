import { describe, expect, it } from "vitest";
import { paragraphsOf } from "../../src/core/narrative.ts";

describe("the paragraphs of a part", () => {
  it("are the lines of its texts, in their order, however a line ends", () => {
    const narrative = [
      { part: "causes" as const, text: "một\r\nhai\rba\u2028bốn\u000bnăm" },
      { part: "guidance" as const, text: "khác" },
      { part: "causes" as const, text: "\n\n  sáu  \n\n" },
    ];
    expect(paragraphsOf(narrative, "causes")).toEqual(["một", "hai", "ba", "bốn", "năm", "sáu"]);
    expect(paragraphsOf(narrative, "praise")).toEqual([]);
  });

  it("hold tags, markup and emoji as they are, and no control characters", () => {
    const text = "{#du_thao} <w:p>&amp; 👩🏽‍💼\u0000\u0007một\thai";
    expect(paragraphsOf([{ part: "results", text }], "results")).toEqual(["{#du_thao} <w:p>&amp; 👩🏽‍💼 một hai"]);
  });

  it("of fifty thousand characters are all there", () => {
    const line = "Chỉ đạo các đơn vị. ".repeat(50).trim();
    const text = Array.from({ length: 49 }, () => line).join("\n");
    expect(text.length).toBeGreaterThan(48_000);
    expect(paragraphsOf([{ part: "guidance", text }], "guidance")).toEqual(Array.from({ length: 49 }, () => line));
  });
});
