import { describe, expect, it } from "vitest";
import { gatherTexts, splitLines } from "../../../src/report/sections/assessments.ts";

const NAMES: Readonly<Record<string, string>> = { A: "Công an xã", B: "Hội LHPN xã", C: "Ấp 1" };

function gathered(...said: readonly (readonly [unit: string, text: string])[]): readonly string[] {
  return gatherTexts(
    said.map(([unit, text]) => ({ unit, text })),
    (code) => NAMES[code] ?? code,
    "-",
  );
}

describe("what units say", () => {
  it.each<readonly [name: string, said: readonly (readonly [string, string])[], lines: readonly string[]]>([
    ["nothing", [], []],
    ["blanks", [["A", " \n "]], []],
    ["one line", [["A", "Thiếu nguồn"]], ["- Công an xã: Thiếu nguồn."]],
    [
      "the same from two",
      [
        ["A", "Thiếu nguồn."],
        ["B", "thiếu  nguồn"],
      ],
      ["- Công an xã và Hội LHPN xã: Thiếu nguồn."],
    ],
    [
      "the same twice from one",
      [
        ["A", "Thiếu nguồn"],
        ["A", "Thiếu nguồn;"],
      ],
      ["- Công an xã: Thiếu nguồn."],
    ],
    ["several lines", [["A", "- Một\n• Hai;\nBa!"]], ["- Công an xã:", "+ Một.", "+ Hai;", "+ Ba!"]],
    [
      "a shared line among others",
      [
        ["A", "Một\nChung"],
        ["B", "Chung"],
        ["C", "Hai"],
      ],
      ["- Công an xã: Một.", "- Công an xã và Hội LHPN xã: Chung.", "- Ấp 1: Hai."],
    ],
    [
      "the same from three",
      [
        ["A", "Chung"],
        ["B", "Chung"],
        ["C", "Chung"],
      ],
      ["- Công an xã, Hội LHPN xã và ấp 1: Chung."],
    ],
  ])("is told once, with who says it: %s", (_, said, lines) => {
    expect(gathered(...said)).toEqual(lines);
  });

  it("begins with a capital, whoever typed it; below a task several lines are one", () => {
    expect(gathered(["A", "thiếu nguồn"], ["C", "đã lập\nđã gửi"])).toEqual([
      "- Công an xã: Thiếu nguồn.",
      "- Ấp 1:",
      "+ Đã lập.",
      "+ Đã gửi.",
    ]);
    const said = [{ unit: "C", text: "đã lập\nđã gửi" }];
    expect(gatherTexts(said, (code) => NAMES[code] ?? code, "+")).toEqual(["+ Ấp 1: Đã lập. Đã gửi."]);
  });

  it("keeps a sign that is no bullet", () => {
    expect(splitLines("-5% so với năm trước\n+ 3 người\n-")).toEqual(["-5% so với năm trước", "3 người"]);
  });
});
