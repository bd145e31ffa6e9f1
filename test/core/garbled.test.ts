import { describe, expect, it } from "vitest";
import { findGarbled } from "../../src/core/garbled.ts";

describe("broken letters", () => {
  it.each([
    ["of UTF-8 read as Windows-1252", "Triá»ƒn khai Káº¿ hoáº¡ch", "Triển khai Kế hoạch"],
    ["whose no-break space was cleaned away", "giá»›i vÃ  báº£o vá»‡ tráº» em", "giới và bảo vệ trẻ em"],
    ["broken twice", "Há»™i nghá»‹", "Hội nghị"],
    ["typed in TCVN3", "TËp huÊn vÒ b×nh ®¼ng giíi", "Tập huấn về bình đẳng giới"],
    ["typed in TCVN3, two words", "Héi nghÞ", "Hội nghị"],
    ["typed in VNI", "Hoäi nghò veà bình ñaúng giôùi", "Hội nghị về bình đẳng giới"],
    ["typed in VNI with capitals", "Trieån khai Keá hoaïch, Ñaûng uûy", "Triển khai Kế hoạch, Đảng ủy"],
    ["with an eth for đ", "Ðại hội Ðoàn", "Đại hội Đoàn"],
    ["with an eth in small letters", "ðại hội ðoàn", "đại hội đoàn"],
    ["of UTF-8 read as Windows-1258", "XĂ£ há»™i", "Xã hội"],
    ["of UTF-8 with letters of one byte between", "Há»™i LHPN xÃ£ (2026)", "Hội LHPN xã (2026)"],
    ["typed in TCVN3 with capitals", "§¶ng ñy, ñy ban, ¦u tiªn", "Đảng ủy, ủy ban, Ưu tiên"],
  ])("%s are found, and what was meant", (_, typed, meant) => {
    expect(findGarbled(typed)).toEqual({ meant });
  });

  it.each(["Tri?n khai K? ho?ch", "T\ufffda đàm", "QÄ\ufffd-TTg thá»±c hiá»‡n"])(
    "that are lost are found, without a guess: %j",
    (typed) => {
      expect(findGarbled(typed)).toEqual({});
    },
  );

  it.each([
    "",
    "Hội nghị triển khai Kế hoạch 131/KH-UBND ngày 01/3/2026",
    "“CẤP XÃ”, XÃ HỘI, MÃ – ĐÃ",
    "Hộ bà Thạch Thị Sa Rươne, Neáng Sóc",
    "Dự án Müller & Café Đắk Nông",
    "https://a.example/tin?id=1&b=x?y?z",
    "Có không? Được.",
    "Diện tích 120 m², 30 °C, 5 ± 1 %, ½ ngày × 2",
    "Ủy ban MTTQ Việt Nam; quý III, thuở nhỏ, khuỷu tay, gìn giữ, quốc gia, xoong",
    "Hoà bình, thuỷ lợi, uỷ viên",
    "NGƯỜI DÂN ĐẮK LẮK",
  ])("are none in %j", (typed) => {
    expect(findGarbled(typed)).toBeUndefined();
  });

  it("are found in the decomposed form too, and none are in decomposed Vietnamese", () => {
    expect(findGarbled("Hội nghị về bình đẳng giới".normalize("NFD"))).toBeUndefined();
    expect(findGarbled("Triá»ƒn khai".normalize("NFD"))).toEqual({ meant: "Triển khai" });
  });
});
