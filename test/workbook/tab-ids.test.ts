import { describe, expect, it } from "vitest";
import { findTabIds, readTabIds, showTabIds } from "../../src/workbook/tab-ids.ts";

const IDS = new Map([
  ["Bảng điểm", 12],
  ["Kiểm tra", 0],
]);

describe("the noted ids of the tabs", () => {
  it("are one text in the settings, and read back from it", () => {
    expect(showTabIds(IDS)).toBe("Bảng điểm=12|Kiểm tra=0");
    expect(readTabIds(new Map([["tabs", showTabIds(IDS)]]))).toEqual(IDS);
  });

  it("are none where nothing is noted, and what is no id is passed over", () => {
    expect(readTabIds(new Map())).toEqual(new Map());
    expect(readTabIds(new Map([["tabs", "Bảng điểm=12|=5|Kiểm tra=x|Đơn vị"]]))).toEqual(new Map([["Bảng điểm", 12]]));
  });

  it("are found wherever their row and column have gone", () => {
    expect(findTabIds([[], ["", "tabs", "Số các tab", showTabIds(IDS)]])).toEqual(IDS);
    expect(findTabIds([["a=1", "Bảng điểm"]])).toEqual(new Map());
  });
});
