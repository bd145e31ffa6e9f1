/** The words for what goes wrong: each says what to do, and none is the platform's English. */
import { describe, expect, it } from "vitest";
import { readFault } from "../../src/sidebar/rpc/faults.ts";

describe("a failed call", () => {
  it.each([
    ["NetworkError: Connection failure due to HTTP 0", "connection", "hãy xem mạng"],
    ["Authorization is required to perform that action.", "permission", "đánh dấu đủ các quyền"],
    ["Exception: You do not have permission to call Session.getActiveUser", "permission", "đánh dấu đủ các quyền"],
    ["Exception: You are trying to edit a protected cell or object.", "locked", "Người tổng hợp mở khóa"],
    ["Exceeded maximum execution time", "time", "bấm lại để làm tiếp"],
    ["Exception: Service invoked too many times in a short time", "busy", "đợi một phút"],
    ["TypeError: x is undefined", "defect", "báo người cài đặt"],
    ["", "defect", "báo người cài đặt"],
  ])("“%s” is %s", (text, kind, advice) => {
    const fault = readFault(new Error(text));
    expect(fault.kind).toBe(kind);
    expect(fault.message).toContain(advice);
    expect(fault.message).not.toMatch(/Exception|NetworkError|Authorization|TypeError/);
  });

  it("with the server's own words shows these, without the name of what was thrown", () => {
    const said = "Biểu đã được duyệt. Hãy báo Phòng Văn hóa – Xã hội.";
    expect(readFault(new Error(`WorkbookFault: ${said}`))).toMatchObject({ kind: "said", message: said });
    expect(readFault(`Error: WorkbookFault: ${said}`).message).toBe(said);
  });

  it("is read once", () => {
    const fault = readFault(new Error("x"));
    expect(readFault(fault)).toBe(fault);
  });
});
