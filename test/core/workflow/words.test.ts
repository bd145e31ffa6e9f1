/** The words in which the workflow's numbers and doubts are told. */
import { describe, expect, it } from "vitest";
import { changedText, daysLeftText, doubtText } from "../../../src/core/workflow/words.ts";

describe("the days left", () => {
  it.each([
    [12, "Còn 12 ngày"],
    [1, "Còn 1 ngày"],
    [0, "Hôm nay là ngày cuối"],
    [-1, "Quá hạn 1 ngày"],
    [-30, "Quá hạn 30 ngày"],
  ])("%i are “%s”", (days, text) => {
    expect(daysLeftText(days)).toBe(text);
  });
});

describe("cells changed after the submission", () => {
  it.each([
    [0, ""],
    [1, "Sửa sau khi nộp: 1 ô"],
    [15, "Sửa sau khi nộp: 15 ô"],
  ])("%i are “%s”", (cells, text) => {
    expect(changedText(cells)).toBe(text);
  });
});

describe("a submission changed by hand", () => {
  const time = "Thời điểm nộp bị sửa tay; tính theo lúc sổ ghi nhận";
  const role = "Chức vụ người xác nhận bị sửa tay";

  it("says which parts were, one sentence each", () => {
    expect(doubtText([])).toBe("");
    expect(doubtText(["time"])).toBe(time);
    expect(doubtText(["role"])).toBe(role);
    expect(doubtText(["time", "role"])).toBe(`${time}. ${role}`);
  });
});
