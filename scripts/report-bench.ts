/** How long it takes to write and fill the report, beside docxtemplater alone with the same template and content. */
import Docxtemplater from "docxtemplater";
import PizZip from "pizzip";
import { NARRATIVE_PARTS } from "../src/core/narrative.ts";
import { kh131 } from "../src/core/plan/kh-131.ts";
import { computeScorecard } from "../src/core/scorecard.ts";
import { DEFAULT_TASKS } from "../src/core/task.ts";
import { resolveUnits } from "../src/core/unit.ts";
import { fillReport } from "../src/report/fill.ts";
import { buildReportModel } from "../src/report/model.ts";
import { buildBareTemplate, buildDefaultTemplate } from "./template/default-template.ts";

const RUNS = 7;

const APPROVED = {
  state: "approved" as const,
  late: false,
  submittedAt: { day: "2026-11-10", time: "08:05:30" },
  changedCells: 0,
  decidedAt: { day: "2026-11-12", time: "14:30:00" },
};

/** Processor milliseconds, medians. */
export type ReportTimes = { readonly model: number; readonly fill: number; readonly alone: number };

/** Measures with an invented commune of so many units, a third of them hamlets, each of which says something. */
export async function measureReport(units: number): Promise<ReportTimes> {
  const template = new Uint8Array(await buildDefaultTemplate());
  const bare = new Uint8Array(await buildBareTemplate());
  const commune = inventCommune(units);
  const scorecard = computeScorecard(commune);
  const filings = new Map(commune.units.map(({ code }) => [code, APPROVED]));
  const model = buildReportModel(commune, scorecard, { kind: "year", filings });
  return {
    model: measure(() => buildReportModel(commune, scorecard, { kind: "year", filings })),
    fill: measure(() => fillReport(template, model)),
    alone: measure(() => {
      const document = new Docxtemplater(new PizZip(bare), { paragraphLoop: true, linebreaks: true });
      document.render(model);
      document.toUint8Array();
    }),
  };
}

function measure(action: () => unknown): number {
  const times = Array.from({ length: RUNS }, () => {
    const begun = process.cpuUsage();
    action();
    const { user, system } = process.cpuUsage(begun);
    return (user + system) / 1000;
  });
  return times.sort((one, other) => one - other)[Math.floor(RUNS / 2)] ?? 0;
}

function inventCommune(count: number) {
  const hamlets = Math.floor(count / 3);
  const register = Array.from({ length: count }, (_, index) => {
    const type = index < hamlets ? "ap" : index % 5 === 0 ? "ct_xh" : "su_nghiep";
    const code = `DV${index}`;
    return { code, name: `Đơn vị thử nghiệm số ${index}`, type, mailboxes: [], inCt1: undefined, listed: [] } as const;
  });
  const units = resolveUnits(register, { custodian: `DV${count - 1}` }, kh131());
  const codes = units.map(({ code }) => code);
  return {
    year: 2026,
    settings: {
      name: "Thử Nghiệm",
      isNamedInFull: false,
      kind: "xã" as const,
      province: "An Giang",
      planNo: "1/KH-UBND",
      planDate: "2026-05-22",
      year: 2026,
      deadline: "2026-11-15",
      signer: "",
      signerTitle: "CHỦ TỊCH",
      roles: { custodian: `DV${count - 1}` },
      addressees: ["UBND tỉnh An Giang"],
      recipients: ["TT. Đảng ủy xã"],
      note: "Số liệu giả định.",
    },
    roles: { custodian: `DV${count - 1}` },
    units,
    values: units.flatMap((unit, index) =>
      unit.elements.map((element) => {
        const total = kh131().elements.get(element)?.hasTotal ? 3 + (index % 9) : undefined;
        return { unit: unit.code, element, total, women: index % 3, note: "" };
      }),
    ),
    history: [],
    plan: kh131(),
    taskList: DEFAULT_TASKS,
    tasks: units.flatMap(({ code }) =>
      ["V4.1", "V5.1"].map((task) => ({
        unit: code,
        task,
        status: "xong" as const,
        statusTyped: "xong",
        result: `Đã làm việc của ${code}.`,
        link: "",
      })),
    ),
    activities: codes.map((unit, slot) => ({
      unit,
      slot,
      day: `2026-0${1 + (slot % 9)}-10`,
      dateTyped: "",
      theme: `Tọa đàm về bình đẳng giới lần ${slot}`,
      kind: "Tọa đàm",
      coOrganisers: [],
      participants: 50,
      women: 30,
      link: "",
    })),
    funds: codes.map((unit) => ({ unit, source: "ns" as const, planned: 2_000_000, spent: 1_900_000 })),
    assessments: codes.map((unit) => ({
      unit,
      results: `Kết quả của ${unit}.`,
      difficulties: `Khó khăn của ${unit}.`,
      causes: "Kiêm nhiệm nhiều việc.",
      proposals: `Đề nghị của ${unit}.`,
    })),
    narrative: NARRATIVE_PARTS.map((part) => ({ part, text: Array(20).fill(`Lời của xã ở phần ${part}.`).join("\n") })),
  };
}
