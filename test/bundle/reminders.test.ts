/** Reminders through the built bundle: shown, switched on, sent once, within the quota, and never without leave. */

import { type OpenWorkbook, openWorkbook } from "gas-offline";
import { beforeEach, describe, expect, it } from "vitest";
import { COORDINATOR, callAs, makeOffice, OFFICE, STATION } from "./office.ts";
import { bundle, messageOf } from "./opened.ts";

/** The day so many days from today, in Vietnam. */
function dayFromNow(days: number): string {
  return new Date(Date.now() + 7 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);
}

let owner: OpenWorkbook;

/** The last on-time day is a week from now: a round of seven days before begins today. */
beforeEach(() => {
  owner = openWorkbook(makeOffice(dayFromNow(8)), bundle, COORDINATOR);
});

const ON = { on: true, days: [14, 7, 1] };

function mailsTo(mailbox: string) {
  return owner.context.mails.filter(({ to }) => to === mailbox);
}

function submitStation(): void {
  const { digest } = callAs(owner, "getChecklist", { unit: "TYT" }).unit;
  callAs(owner, "submit", { unit: "TYT", digest, role: "Trạm trưởng", zeros: [] });
}

describe("the dry run", () => {
  it("shows each mailbox its own missing figures, a link, and who cannot be reached; sends nothing", () => {
    const plan = callAs(owner, "planReminders");
    expect(plan).toMatchObject({ on: false, days: [30, 14, 7, 1], round: "", quota: 100, problem: "" });
    expect(plan.mails.map(({ mailbox, units }) => [mailbox, ...units])).toEqual([
      [OFFICE, "VP"],
      [STATION, "TYT"],
      ["ap1@xa.example", "AP1"],
    ]);
    expect(plan.mails[0]?.subject).toBe("[Sổ 2282] Văn phòng: báo cáo năm 2026 – còn 7 ngày");
    expect(plan.mails[0]?.body).toMatch(
      /còn thiếu số liệu: Lãnh đạo, quản lý của đơn vị \(LD\)[\s\S]*https:\/\/\S+#gid=\d+&range=A1/,
    );
    expect(plan.mails[1]?.body).toContain("chỉ còn bấm Nộp báo cáo");
    expect(plan.unreachable).toEqual([{ unit: "AP2", name: "Ấp Hai" }]);
    expect(owner.context.mails).toEqual([]);
  });

  it("leaves out who has submitted", () => {
    submitStation();
    expect(callAs(owner, "planReminders").mails.map(({ mailbox }) => mailbox)).not.toContain(STATION);
  });
});

describe("switched on", () => {
  it("makes one daily trigger in Vietnam's time, however often, and keeps the days in the settings", () => {
    callAs(owner, "setReminders", ON);
    const plan = callAs(owner, "setReminders", ON);
    expect(plan).toMatchObject({ on: true, days: [14, 7, 1] });
    expect(owner.context.triggers).toMatchObject([
      { handler: "sendReminders", user: COORDINATOR, hour: 7, zone: "Asia/Ho_Chi_Minh" },
    ]);
    expect(callAs(owner, "setReminders", { on: false, days: [7] })).toMatchObject({ on: false, days: [7] });
    expect(owner.context.triggers).toEqual([]);
  });

  it.each([true, false])(
    "knows its own trigger from another workbook's, whether Google lists a workbook's clock triggers (%s) or not",
    (userTriggersListClock) => {
      owner.context.userTriggersListClock = userTriggersListClock;
      const other = { id: "99", document: "khác", handler: "sendReminders", user: COORDINATOR, hour: 7, zone: "" };
      owner.context.triggers.push(other);
      expect(callAs(owner, "planReminders").on).toBe(false);
      expect(callAs(owner, "setReminders", ON).on).toBe(true);
      expect(owner.context.triggers).toHaveLength(2);
      expect(callAs(owner, "planReminders").on).toBe(true);
      expect(callAs(owner, "setReminders", { on: false, days: [7] }).on).toBe(false);
      expect(owner.context.triggers).toEqual([other]);
    },
  );

  it.each([true, false])("runs as its maker, with the workbook (%s) or says that it was not told of one", (knows) => {
    callAs(owner, "setReminders", ON);
    owner.context.clockKnowsDocument = knows;
    const [trigger] = owner.context.triggers;
    if (!trigger) throw new Error("a trigger was made");
    expect(owner.fire(trigger)).toMatchObject(
      knows ? { problem: "" } : { sent: 0, problem: expect.stringContaining("chưa gửi thư nào") },
    );
  });

  it("refuses days that are none", () => {
    expect(messageOf(() => callAs(owner, "setReminders", { on: true, days: [1.5] }))).toContain(
      "Cần số ngày là số nguyên",
    );
  });

  it("sends each mailbox one mail and the coordinator a summary; the second run sends nothing", () => {
    callAs(owner, "setReminders", ON);
    expect(callAs(owner, "sendReminders")).toEqual({ sent: 3, left: 0, failed: [], problem: "" });
    expect(mailsTo(OFFICE)).toHaveLength(1);
    expect(mailsTo(COORDINATOR)[0]?.body).toContain("Đã gửi 3 thư nhắc.");
    expect(mailsTo(COORDINATOR)[0]?.body).toContain("Chưa có hộp thư, hãy báo trực tiếp: Ấp Hai.");
    const count = owner.context.mails.length;
    expect(callAs(owner, "sendReminders")).toMatchObject({ sent: 0, left: 0 });
    const second = openWorkbook(owner.workbook, bundle, COORDINATOR);
    expect(callAs(second, "sendReminders")).toMatchObject({ sent: 0 });
    expect([owner.context.mails.length, second.context.mails.length]).toEqual([count, 0]);
    expect(callAs(owner, "planReminders").mails.every(({ sent }) => sent)).toBe(true);
  });

  it("writes a line of the log for each unit that was reminded", () => {
    callAs(owner, "setReminders", ON);
    callAs(owner, "sendReminders");
    const desk = callAs(owner, "getDesk");
    const log = desk.kind === "coordinator" ? desk.log : [];
    expect(log.map(({ unit, actionName }) => `${unit} ${actionName}`).sort()).toEqual([
      "AP1 Nhắc việc",
      "TYT Nhắc việc",
      "VP Nhắc việc",
    ]);
  });

  it("stops at the day's quota, and sends the rest the next time", () => {
    callAs(owner, "setReminders", ON);
    owner.context.mailQuota = 3;
    expect(callAs(owner, "sendReminders")).toMatchObject({
      sent: 2,
      left: 1,
      problem: expect.stringContaining("ngày mai"),
    });
    expect(mailsTo(COORDINATOR)[0]?.body).toContain("còn 1 thư gửi tiếp ngày mai");
    owner.context.mailQuota = 100;
    expect(callAs(owner, "sendReminders")).toMatchObject({ sent: 1, left: 0 });
    expect(owner.context.mails.filter(({ to }) => to !== COORDINATOR).map(({ to }) => to)).toEqual([
      OFFICE,
      STATION,
      "ap1@xa.example",
    ]);
  });

  it("that is cut off anywhere sends nobody two mails", () => {
    callAs(owner, "setReminders", ON);
    for (let cut = 20; cut < 120; cut += 4) {
      owner.context.callsLeft = cut;
      messageOf(() => {
        callAs(owner, "sendReminders");
        throw new Error("not cut off");
      });
    }
    owner.context.callsLeft = Number.POSITIVE_INFINITY;
    callAs(owner, "sendReminders");
    const sent = owner.context.mails.map(({ to }) => to).filter((to) => to !== COORDINATOR);
    expect(new Set(sent).size).toBe(sent.length);
  });

  it("goes on where Google refuses one mailbox, and names it", () => {
    const sheet = owner.workbook.sheets.find(({ name }) => name === "Đơn vị");
    if (!sheet) throw new Error("no tab");
    owner.typeInto(sheet, 5, 4, "vp@@xa");
    callAs(owner, "setReminders", ON);
    expect(callAs(owner, "sendReminders")).toMatchObject({ sent: 2, failed: ["vp@@xa"] });
    const [summary] = mailsTo(COORDINATOR);
    expect(summary?.subject).toMatch(/; 1 hộp thư không gửi được$/);
    expect(summary?.body).toContain(
      "CẦN LÀM NGAY: Google không nhận thư nhắc tới 1 hộp thư.\n- vp@@xa, của Văn phòng (VP): đã thử 1 lần, lần chạy sau thử lại.\nHãy hỏi lại đơn vị rồi sửa hộp thư ở tab Đơn vị",
    );
  });
});

describe("a mailbox that Google refuses", () => {
  /** What Google hands over to what a trigger calls. */
  const EVENT = { triggerUid: "1" };

  function typeMailbox(mailbox: string, row = 5): void {
    const sheet = owner.workbook.sheets.find(({ name }) => name === "Đơn vị");
    if (!sheet) throw new Error("no tab");
    owner.context.restructured = true;
    owner.typeInto(sheet, row, 4, mailbox);
  }

  const runDaily = () => owner.run("sendReminders", [EVENT]);

  const problem = () => {
    const desk = callAs(owner, "getDesk");
    return desk.kind === "coordinator" ? desk.reminderProblem : "";
  };

  beforeEach(() => {
    typeMailbox("vp@@xa");
    callAs(owner, "setReminders", ON);
  });

  it("is told at the desk and in the plan: which one, whose it is, what to do, and its cell", () => {
    expect([problem(), callAs(owner, "planReminders").refused]).toEqual(["", []]);
    runDaily();
    expect(problem()).toMatch(
      /^Google không nhận thư nhắc tới 1 hộp thư: vp@@xa \(Văn phòng \(VP\)\)\. Hãy hỏi lại đơn vị rồi sửa hộp thư ở tab Đơn vị/,
    );
    expect(callAs(owner, "planReminders").refused).toEqual([
      {
        mailbox: "vp@@xa",
        text: "Văn phòng (VP): đã thử 1 lần, lần chạy sau thử lại.",
        link: { tab: "Đơn vị", sheetId: expect.any(Number), cell: "D5" },
      },
    ]);
  });

  it("is tried three times by the daily run, then at the coordinator's word only; each run tells of it", () => {
    for (const sent of [2, 0, 0]) expect(runDaily()).toMatchObject({ sent, failed: ["vp@@xa"] });
    expect(mailsTo(COORDINATOR)).toHaveLength(3);
    expect(mailsTo(COORDINATOR)[2]?.body).toContain("đã thử 3 lần, đợt này sổ không tự thử nữa");
    expect(runDaily()).toEqual({ sent: 0, left: 0, failed: [], problem: "" });
    expect(mailsTo(COORDINATOR)).toHaveLength(3);
    expect(problem()).toContain("vp@@xa");
    expect(callAs(owner, "sendReminders")).toMatchObject({ failed: ["vp@@xa"] });
  });

  it("and is set right gets its mail with the next run, and is told of no more", () => {
    for (let run = 0; run < 4; run++) runDaily();
    typeMailbox(OFFICE);
    expect(runDaily()).toMatchObject({ sent: 1, failed: [] });
    expect(mailsTo(OFFICE)).toHaveLength(1);
    expect([problem(), callAs(owner, "planReminders").refused]).toEqual(["", []]);
  });

  it("is told of no more once Google has taken it", () => {
    runDaily();
    owner.context.noMail = "Trang này không gửi thư.";
    typeMailbox(OFFICE);
    runDaily();
    expect(problem()).toContain(OFFICE);
    owner.context.noMail = undefined;
    runDaily();
    expect(problem()).toBe("");
  });

  it("is told of no more once its unit has handed in", () => {
    typeMailbox("tyt@@xa", 6);
    runDaily();
    expect(problem()).toContain("vp@@xa (Văn phòng (VP)); tyt@@xa (Trạm Y tế (TYT))");
    submitStation();
    expect(problem()).toContain("vp@@xa");
    expect(problem()).not.toContain("tyt@@xa");
  });
});

describe("without what they need, reminders", () => {
  it("send nothing on a clock that knows no document, and say so", () => {
    callAs(owner, "setReminders", ON);
    owner.context.hasActiveDocument = false;
    expect(callAs(owner, "sendReminders")).toMatchObject({
      sent: 0,
      problem: expect.stringContaining("chưa gửi thư nào"),
    });
    expect(messageOf(() => callAs(owner, "getDesk"))).toContain("Google không cho biết đang mở bảng tính nào");
  });

  it("that a clock could not send are told at the desk with what to do, until a run has found the workbook", () => {
    callAs(owner, "setReminders", ON);
    owner.context.hasActiveDocument = false;
    callAs(owner, "sendReminders");
    expect(owner.context.mails).toEqual([]);
    owner.context.hasActiveDocument = true;
    const problem = () => {
      const desk = callAs(owner, "getDesk");
      return desk.kind === "coordinator" ? desk.reminderProblem : "";
    };
    const words = /^Lần nhắc tự động lúc \d\d\/\d\d\/\d{4} \d\d:\d\d chưa gửi thư nào.*Hãy bấm Gửi ngay/;
    expect(problem()).toMatch(words);
    expect(callAs(owner, "planReminders").problem).toMatch(words);
    expect(callAs(owner, "sendReminders")).toMatchObject({ sent: 3, problem: "" });
    expect([problem(), callAs(owner, "planReminders").problem]).toEqual(["", ""]);
  });

  it("send nothing where no round is due", () => {
    expect(callAs(owner, "sendReminders")).toMatchObject({ sent: 0, problem: "Hôm nay không có đợt nhắc nào." });
  });

  it.each([
    ["script.send_mail", "Cần bạn cho phép sổ gửi thư thay bạn"],
    ["script.scriptapp", "Cần bạn cho phép sổ tự chạy hằng ngày khi bạn không mở sổ"],
  ])("without %s are shown, and not switched on", (name, words) => {
    const scopes = new Set([...owner.context.scopes].filter((scope) => !scope.endsWith(name)));
    Object.assign(owner.context, { scopes });
    expect(callAs(owner, "planReminders").problem).toContain(words);
    expect(messageOf(() => callAs(owner, "setReminders", ON))).toContain(words);
    expect(owner.context.triggers).toEqual([]);
  });
});

describe("where no mailbox can be reached", () => {
  const WORD = "Trang này không gửi thư.";

  it("the daily run is refused with the host's word, and nothing of it is kept", () => {
    owner.context.noMail = WORD;
    expect(messageOf(() => callAs(owner, "setReminders", ON))).toContain(WORD);
    expect(owner.context.triggers).toEqual([]);
    expect(callAs(owner, "planReminders")).toMatchObject({ on: false, days: [30, 14, 7, 1] });
  });

  it("sending says whom it did not reach, and leaves no line in the log", () => {
    callAs(owner, "setReminders", ON);
    owner.context.noMail = WORD;
    expect(callAs(owner, "sendReminders")).toMatchObject({ sent: 0, failed: [OFFICE, STATION, "ap1@xa.example"] });
    expect(owner.context.mails).toEqual([]);
    expect(callAs(owner, "getDesk")).not.toMatchObject({ log: [{ action: "Nhắc" }] });
  });

  it("nobody counts as reminded; the next run reaches each once", () => {
    callAs(owner, "setReminders", ON);
    owner.context.noMail = WORD;
    callAs(owner, "sendReminders");
    expect(callAs(owner, "planReminders").mails.map(({ sent }) => sent)).toEqual([false, false, false]);
    owner.context.noMail = undefined;
    expect(callAs(owner, "sendReminders")).toMatchObject({ sent: 3, failed: [] });
    expect(callAs(owner, "sendReminders")).toMatchObject({ sent: 0, failed: [] });
    expect([OFFICE, STATION, "ap1@xa.example"].map((mailbox) => mailsTo(mailbox).length)).toEqual([1, 1, 1]);
  });
});
