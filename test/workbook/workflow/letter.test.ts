/** The mail to the province: its words, its recipients, and what hinders it. */
import { describe, expect, it } from "vitest";
import {
  findDoubts,
  findLetterProblems,
  type Letter,
  readMailboxes,
  sayRecipients,
  sayUnsureReport,
  showSize,
  writeLetter,
} from "../../../src/workbook/workflow/letter.ts";
import { SETTINGS } from "../../report/communes.ts";

const LETTER: Letter = { to: ["vanthu@snv.example"], subject: "Báo cáo", body: "Kính gửi", files: 1, bytes: 1000 };

describe("mailboxes", () => {
  it.each([
    ["a@b.vn, c@d.vn", ["a@b.vn", "c@d.vn"]],
    ["a@b.vn;c@d.vn|e@f.vn\n  g@h.vn ", ["a@b.vn", "c@d.vn", "e@f.vn", "g@h.vn"]],
    ["a@b.vn A@B.VN", ["a@b.vn"]],
    [" ,; ", []],
  ])("typed as %j are read", (typed, mailboxes) => {
    expect(readMailboxes(typed)).toEqual(mailboxes);
  });

  it("of persons are doubted, and not named in the log", () => {
    const to = ["vanthu@snv.example", "tranvanhung@gmail.com"];
    expect(findDoubts({ to })).toHaveLength(1);
    expect(sayRecipients(to)).toBe("vanthu@snv.example, 1 hộp thư riêng");
  });
});

describe("the letter", () => {
  it("names report, commune and plan, and says in subject and text that it is a draft", () => {
    const { subject, body } = writeLetter(SETTINGS, { title: "Báo cáo năm 2026", draft: true });
    expect(subject).toBe("[DỰ THẢO] Báo cáo năm 2026 của UBND xã Vĩnh Phong");
    expect(body).toContain(
      "Ủy ban nhân dân xã Vĩnh Phong gửi báo cáo năm 2026 thực hiện Kế hoạch số 131/KH-UBND (tệp kèm theo). Đây là bản dự thảo",
    );
    const plain = writeLetter({ ...SETTINGS, planNo: "" }, { title: "Báo cáo năm 2026", draft: false });
    expect(plain.subject + plain.body).not.toMatch(/dự thảo|Kế hoạch/i);
  });

  it("with nothing amiss has no problem", () => {
    expect(findLetterProblems(LETTER, 100)).toEqual([]);
  });

  it.each<readonly [Partial<Letter>, number | null, string]>([
    [{ to: [] }, 100, "Cần ít nhất một hộp thư nhận"],
    [{ to: ["a@b"] }, 100, "thấy “a@b”"],
    [{ to: ["Sở <a@b.vn>"] }, 100, "thấy “Sở <a@b.vn>”"],
    [{ to: Array.from({ length: 51 }, (_, at) => `vt${at}@b.vn`) }, 100, "tới 50 hộp thư; thấy 51"],
    [{ subject: "x".repeat(251) }, 100, "không quá 250 chữ; thấy 251"],
    [{ bytes: 26 * 1024 * 1024 }, 100, "không quá 25 MB; thấy 26,0 MB"],
    [{ files: 0 }, 100, "ít nhất một tệp"],
    [{}, 0, "còn cho bạn gửi tới 0 hộp thư; thư này có 1"],
    [{}, null, "chưa cho phép sổ gửi thư"],
  ])("%j with a quota of %j says “%3$s”", (given, quota, words) => {
    expect(findLetterProblems({ ...LETTER, ...given }, quota).join()).toContain(words);
  });

  it("names sizes as people do", () => {
    expect([0, 1023, 64_000, 1_500_000].map(showSize)).toEqual(["1 KB", "1 KB", "63 KB", "1,4 MB"]);
  });

  it.each<readonly [string, Partial<Letter>, number | null]>([
    ["50 recipients", { to: Array.from({ length: 50 }, (_, at) => `vt${at}@b.vn`) }, 100],
    ["a subject of 250 letters", { subject: "x".repeat(250) }, 100],
    ["a text of 20 000 letters", { body: "x".repeat(20_000) }, 100],
    ["25 MB", { bytes: 25 * 1024 * 1024 }, 100],
    ["the last mail of the quota", {}, 1],
  ])("with %s is let through", (_, given, quota) => {
    expect(findLetterProblems({ ...LETTER, ...given }, quota)).toEqual([]);
  });

  it.each<readonly [Partial<Letter>, number | null, string]>([
    [{ subject: "  " }, 100, "Cần tiêu đề thư; thấy ô trống."],
    [{ body: "x".repeat(20_001) }, 100, "không quá 20000 chữ; thấy 20001."],
    [{ bytes: 25 * 1024 * 1024 + 1 }, 100, "không quá 25 MB; thấy 25,0 MB."],
    [{ to: ["a@b.vn", "c@d.vn"] }, 1, "tới 1 hộp thư; thư này có 2."],
  ])("%j with a quota of %j has one problem: “%3$s”", (given, quota, words) => {
    const problems = findLetterProblems({ ...LETTER, ...given }, quota);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(words);
  });

  it("that was cut off is named by its subject and its minute", () => {
    expect(sayUnsureReport({ time: "25/11/2026 13:05:30", subject: "Báo cáo" })).toMatch(
      /^Chưa rõ thư “Báo cáo”, bắt đầu gửi lúc 25\/11\/2026 13:05, đã đi hay chưa/,
    );
  });

  it("has the size of its files rounded from the megabyte on", () => {
    expect([1, 1536, 1024 * 1024 - 1, 1024 * 1024, 10 * 1024 * 1024].map(showSize)).toEqual([
      "1 KB",
      "2 KB",
      "1024 KB",
      "1,0 MB",
      "10,0 MB",
    ]);
  });
});
