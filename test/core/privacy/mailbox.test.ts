import { describe, expect, it } from "vitest";
import { mailboxKey } from "../../../src/core/privacy/mailbox.ts";

describe("a mailbox's key", () => {
  it.each([
    ["Hoi.LHPN+bc@Gmail.com", "hoilhpn@gmail.com"],
    ["hoi.lhpn@googlemail.com", "hoilhpn@gmail.com"],
    [" Van.Thu+1@xa.gov.vn ", "van.thu+1@xa.gov.vn"],
  ])("of %j is %j", (address, key) => {
    expect(mailboxKey(address)).toBe(key);
  });
});
