/** What a script reaches beside the spreadsheet: properties, mails, triggers, pages, and the lock it shares. */
import { describe, expect, it } from "vitest";
import { openWorkbook } from "../../src/open.ts";
import { bundleOf, openScript } from "./scripts.ts";

const MAIL = "https://www.googleapis.com/auth/script.send_mail";
const SCRIPT = "https://www.googleapis.com/auth/script.scriptapp";
const UI = [
  "https://www.googleapis.com/auth/spreadsheets.currentonly",
  "https://www.googleapis.com/auth/script.container.ui",
];

function run(code: string, ...scopes: readonly string[]) {
  const open = openScript(`function go() { ${code} }`, [...UI, ...scopes]);
  return { open, result: () => open.run("go") };
}

describe("the document's properties", () => {
  it("are kept with the workbook, and null where there are none", () => {
    const { open, result } = run(
      'const p = PropertiesService.getDocumentProperties(); const before = p.getProperty("a"); p.setProperty("a", "1"); return [before, p.getProperty("a")];',
    );
    expect(result()).toEqual([null, "1"]);
    expect(open.workbook.documentProperties.get("a")).toBe("1");
  });

  it("take nine kilobytes a value, counted in UTF-8", () => {
    const set = (count: number, sign: string) =>
      run(`PropertiesService.getDocumentProperties().setProperty("a", "${sign}".repeat(${count}));`).result;
    expect(set(9216, "x")).not.toThrow();
    expect(set(9217, "x")).toThrow("Argument too large: value");
    expect(set(3073, "ế")).toThrow("Argument too large: value");
  });
});

describe("the user's properties", () => {
  it("are others than the document's, and there where no document is", () => {
    const { open, result } = run(
      'PropertiesService.getUserProperties().setProperty("a", "1"); const d = PropertiesService.getDocumentProperties(); return [PropertiesService.getUserProperties().getProperty("a"), d === null ? "none" : d.getProperty("a")];',
    );
    expect(result()).toEqual(["1", null]);
    open.context.hasActiveDocument = false;
    expect(result()).toEqual(["1", "none"]);
  });
});

describe("mails", () => {
  const send = 'MailApp.sendEmail({ to: "don-vi@xa.example", subject: "Nhắc", body: "Còn thiếu" });';

  it("are kept, and counted against the day's quota", () => {
    const { open, result } = run(`${send} return MailApp.getRemainingDailyQuota();`, MAIL);
    expect(result()).toBe(99);
    expect(open.context.mails).toEqual([
      { to: "don-vi@xa.example", subject: "Nhắc", body: "Còn thiếu", attachments: [] },
    ]);
    open.context.mailQuota = 0;
    expect(result).toThrow("Service invoked too many times for one day: email.");
  });

  it("bear files, to 50 recipients and with 25 MB at most", () => {
    const file = (bytes: number) => `Utilities.newBlob(new Array(${bytes}).fill(1), "application/pdf", "a.pdf")`;
    const sendTo = (count: number, bytes: number) =>
      `const to = Array.from({ length: ${count} }, (_, at) => "vt" + at + "@xa.example").join(",");
      MailApp.sendEmail({ to, subject: "s", body: "b", attachments: [${file(bytes)}] });
      return MailApp.getRemainingDailyQuota();`;
    const sent = run(sendTo(50, 3), MAIL);
    expect(sent.result()).toBe(50);
    expect(sent.open.context.mails[0]?.attachments).toEqual([
      { name: "a.pdf", mimeType: "application/pdf", bytes: new Uint8Array([1, 1, 1]) },
    ]);
    expect(sent.result()).toBe(0);
    expect(sent.result).toThrow("Service invoked too many times for one day: email.");
    expect(run(sendTo(51, 3), MAIL).result).toThrow("Limit Exceeded: Email Recipients Per Message.");
    expect(run(sendTo(1, 25 * 1024 * 1024 + 1), MAIL).result).toThrow("Limit Exceeded: Email Total Attachments Size.");
    expect(run('MailApp.sendEmail({ to: "a@b.vn", attachments: ["x"] });', MAIL).result).toThrow("Invalid argument");
  });

  it("need their scope, and an address", () => {
    expect(run(send).result).toThrow(`Required permissions: ${MAIL}`);
    expect(run('MailApp.sendEmail({ to: "x" });', MAIL).result).toThrow("Invalid email: x");
  });
});

describe("triggers", () => {
  const make = 'ScriptApp.newTrigger("go").timeBased().everyDays(1).atHour(7).inTimezone("Asia/Ho_Chi_Minh").create();';

  it("are one for each user, seen by their maker alone", () => {
    const { open, result } = run(`${make} return ScriptApp.getProjectTriggers().length;`, SCRIPT);
    expect(result()).toBe(1);
    expect(result).toThrow("too many time-based triggers");
    open.context.user = "khac@xa.example";
    expect(result()).toBe(1);
    expect(open.context.triggers).toHaveLength(2);
  });

  it("go away when they are deleted, and need their scope", () => {
    const all = `${make} for (const t of ScriptApp.getProjectTriggers()) ScriptApp.deleteTrigger(t); return ScriptApp.getProjectTriggers().length;`;
    expect(run(all, SCRIPT).result()).toBe(0);
    expect(run(all).result).toThrow(`Required permissions: ${SCRIPT}`);
  });

  it("tell what was granted", () => {
    const ask = "return ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL).getAuthorizedScopes();";
    expect(run(ask, MAIL).result()).toEqual([...UI, MAIL]);
  });
});

describe("the sidebar", () => {
  it("shows a page that was pushed, and none that was not", () => {
    const show = (name: string) =>
      run(`SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile("${name}").setTitle("Sổ"));`);
    const { open, result } = show("bang");
    result();
    expect(open.context.sidebar).toEqual({ title: "Sổ", html: "<p>Bảng</p>", width: 300 });
    expect(show("khac").result).toThrow("No HTML file named khac was found.");
  });
});

describe("the document's lock", () => {
  it("is one for all who have the workbook open, and free when an execution has ended, however it ended", () => {
    const code =
      "function take() { return LockService.getDocumentLock().tryLock(1); } function keep() { take(); throw new Error('x'); }";
    const first = openScript(code);
    const second = openWorkbook(first.workbook, bundleOf(code));
    expect(() => first.run("keep")).toThrow("x");
    expect(second.run("take")).toBe(true);
  });

  it("is refused to another window while one holds it", () => {
    const first = openScript("function hold() { LockService.getDocumentLock().tryLock(1); Utilities.newBlob([1]); }");
    const second = openWorkbook(
      first.workbook,
      bundleOf("function take() { return LockService.getDocumentLock().tryLock(1); }"),
    );
    const { calls } = first.context;
    const note = calls.set.bind(calls);
    let taken: unknown;
    calls.set = (call, count) => {
      if (call === "Utilities.newBlob") taken = second.run("take");
      return note(call, count);
    };
    first.run("hold");
    expect(taken).toBe(false);
    expect(second.run("take")).toBe(true);
  });
});
