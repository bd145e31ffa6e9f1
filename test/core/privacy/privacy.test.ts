import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findPersonalData, isPersonalMailbox, maskPersonalData } from "../../../src/core/privacy.ts";
import { HARMLESS, PERSONAL } from "./examples.ts";

function kindsIn(text: string): readonly string[] {
  return [...new Set(findPersonalData(text).map(({ kind }) => kind))].sort();
}

describe("findPersonalData", () => {
  it("is tried on sixty examples of each side at least", () => {
    expect(PERSONAL.length).toBeGreaterThanOrEqual(60);
    expect(HARMLESS.length).toBeGreaterThanOrEqual(60);
  });

  it.each(PERSONAL)("finds in %j %j", (text, kinds) => {
    expect(kindsIn(text)).toEqual([...kinds].sort());
  });

  it.each(HARMLESS)("leaves %j alone", (text) => {
    expect(findPersonalData(text)).toEqual([]);
  });
});

describe("a find", () => {
  it.each([
    ["Bà Nguyễn Thị Lan trình bày", "Bà Nguyễn … trình bày"],
    ["SĐT 0912.345.678", "SĐT 09…78"],
    ["CCCD 089184001234", "CCCD 08…34"],
    ["nguyenthilan85@gmail.com", "n…@gmail.com"],
    ["Nguyễn Thị Lan, Trần Văn Hùng", "Nguyễn …, Trần …"],
    ["15.000.000 đồng", "15.000.000 đồng"],
  ])("of %j is shown as %j", (text, shown) => {
    expect(maskPersonalData(text)).toBe(shown);
  });

  it("tells where it stands", () => {
    const text = "Bà Nguyễn Thị Lan, 0912 345 678";
    expect(findPersonalData(text).map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
      ["names", "Nguyễn Thị Lan"],
      ["phone", "0912 345 678"],
    ]);
  });

  it.each(PERSONAL)("never repeats what stands in %j", (text) => {
    const plain = text.normalize("NFKC");
    for (const { masked, start, end } of findPersonalData(text)) {
      expect(masked).not.toBe(plain.slice(start, end));
      expect((masked.match(/\d/g) ?? []).length).toBeLessThanOrEqual(4);
    }
  });
});

const fragment = fc.oneof(
  fc.string({ unit: "binary", maxLength: 20 }),
  fc.constantFrom(...PERSONAL.map(([text]) => text), ...HARMLESS),
  fc.constantFrom("@", "0", "Nguyễn", "thị", " ", "\n", ".", "-", "+84", "http://", "bà", "\u0301", "\ud800", "９"),
);
const text = fc.array(fragment, { maxLength: 12 }).map((parts) => parts.join(""));

describe("findPersonalData, on anything that can be typed", () => {
  it("never throws, and finds in order and inside the text", () => {
    fc.assert(
      fc.property(text, (typed) => {
        const length = typed.normalize("NFC").length;
        let from = 0;
        for (const { start, end } of findPersonalData(typed)) {
          expect(start).toBeGreaterThanOrEqual(from);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(length);
          from = start;
        }
      }),
    );
  });

  it("finds the same in decomposed text as in composed", () => {
    fc.assert(
      fc.property(text, (typed) => {
        expect(findPersonalData(typed.normalize("NFD"))).toEqual(findPersonalData(typed.normalize("NFC")));
      }),
    );
  });

  it("finds a mobile number whatever separates its digits, and not in money", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("3", "5", "7", "8", "9"),
        fc.stringMatching(/^\d{8}$/),
        fc.constantFrom("", " ", ".", "-", "\u00a0"),
        (network, digits, gap) => {
          const number = `0${network}${digits}`;
          const grouped = [number.slice(0, 4), number.slice(4, 7), number.slice(7)].join(gap);
          expect(kindsIn(`gọi ${grouped} nhé`)).toEqual(["phone"]);
          expect(findPersonalData(`${digits.replace(/^0+/, "1")}000 đồng`)).toEqual([]);
        },
      ),
    );
  });

  it.each([
    "a",
    "0",
    "1 ",
    "@",
    "a.",
    "a@",
    "https://",
    "www.a.b/",
    " ",
    "\n",
    "Nguyễn ",
    "Nguyễn Thị Lan, ",
    "Nguyễn Thị Lan\n",
    "nguyễn thị ",
    "bà ",
    "0912 345 678 ",
    "CCCD ",
    "zalo.me/",
    "- ",
    "(",
    "Trường ",
  ])("takes time in proportion to the length of %j over and over", (part) => {
    const time = (length: number) => {
      const long = part.repeat(Math.ceil(length / part.length));
      const begin = process.cpuUsage();
      findPersonalData(long);
      return process.cpuUsage(begin).user / 1_000;
    };
    time(5_000);
    // Generous: a quadratic search of 50,000 characters takes many seconds.
    expect(time(50_000)).toBeLessThan(1_000);
  });
});

describe("isPersonalMailbox", () => {
  it.each([
    ["tram-yte@vinhphong.example", false],
    ["mn1@vinhphong.example", false],
    ["dv07@vinhphong.example", false],
    ["tramyte.vinhphong@gmail.com", false],
    ["ubndvinhphong@gmail.com", false],
    ["lan85@gmail.com", true],
    ["nguyenthilan@vinhphong.example", true],
    ["tran.van.hung@angiang.gov.vn", true],
    ["bebay@yahoo.com", true],
  ])("of %j is %s", (address, personal) => {
    expect(isPersonalMailbox(address)).toBe(personal);
  });
});
