/** Figures → the report as plain data, ready for a template. Pure, and free of anything that makes documents. */
import type { Commune } from "../core/commune.ts";
import type { Day } from "../core/period.ts";
import type { Scorecard } from "../core/scorecard.ts";
import type { Filing } from "../core/workflow/filing.ts";
import { whyDraft } from "./draft.ts";
import { gatherFacts } from "./facts.ts";
import { type ActivityRow, noteUncounted, tabulateActivities } from "./sections/activities.ts";
import { writeAssessments } from "./sections/assessments.ts";
import { writeConduct } from "./sections/conduct.ts";
import { type FundRow, tabulateFunds, type UnitFundRow, writeFunds } from "./sections/funds.ts";
import { type Heading, type ReportKind, writeHeading } from "./sections/heading.ts";
import { writeOutlook } from "./sections/outlook.ts";
import { writePraise } from "./sections/praise.ts";
import { rateIndicators } from "./sections/rating.ts";
import { type ReportingRow, tabulateReporting } from "./sections/reporting.ts";
import { gatherReview } from "./sections/review.ts";
import { summariseTargets } from "./sections/summary.ts";
import {
  type Passage,
  type TargetDetail,
  type TargetRow,
  tabulateDetails,
  tabulateTargets,
  writeTargets,
} from "./sections/targets.ts";
import { gatherProgress, writeTasks } from "./sections/tasks.ts";
import { sumUnits, tabulateUnits, type UnitFigureRow } from "./sections/unit-figures.ts";
import { reviewYears, type YearColumns, type YearRow } from "./sections/years.ts";

/** The report. Its keys are the template's tags, explained in `TEMPLATE_TAGS`; templates in use rely on their names. */
export type ReportModel = Heading & {
  readonly du_thao: boolean;
  readonly ly_do_du_thao: readonly string[];
  readonly chi_dao: readonly string[];
  readonly so_ket: boolean;
  readonly tong_ket: boolean;
  readonly tom_tat: readonly string[];
  readonly muc_tieu: readonly Passage[];
  readonly bang_muc_tieu: readonly TargetRow[];
  readonly cot_nam: readonly YearColumns[];
  readonly bang_2_nam: boolean;
  readonly bang_3_nam: boolean;
  readonly bang_4_nam: boolean;
  readonly bang_5_nam: boolean;
  readonly bang_6_nam: boolean;
  readonly bang_cac_nam: readonly YearRow[];
  readonly nhiem_vu: readonly Passage[];
  readonly kinh_phi: readonly string[];
  readonly co_bang_kinh_phi: boolean;
  readonly bang_kinh_phi: readonly FundRow[];
  readonly bang_kinh_phi_nguon: readonly FundRow[];
  readonly bang_kinh_phi_cong: readonly Omit<FundRow, "nguon">[];
  readonly ket_qua: readonly string[];
  readonly kho_khan: readonly string[];
  readonly nguyen_nhan: readonly string[];
  readonly phuong_huong: readonly string[];
  readonly de_xuat: readonly string[];
  readonly co_khen_thuong: boolean;
  readonly khen_thuong: readonly string[];
  readonly phu_luc_1: readonly TargetDetail[];
  readonly phu_luc_2: readonly UnitFigureRow[];
  readonly phu_luc_2_cong: readonly Omit<UnitFigureRow, "stt" | "don_vi" | "tinh_trang">[];
  readonly phu_luc_3: readonly ActivityRow[];
  readonly phu_luc_3_ghi_chu: readonly string[];
  readonly phu_luc_4: readonly UnitFundRow[];
  readonly phu_luc_4_cong: readonly Omit<FundRow, "nguon" | "co_cau">[];
  readonly phu_luc_5: readonly ReportingRow[];
};

export type ReportOptions = {
  readonly kind: ReportKind;
  /** The day that it bears; absent: left blank for the signing. */
  readonly date?: Day;
  /** Its number; absent: left blank for the registry. */
  readonly number?: string;
  /** How the units' reports came in, by unit code; a unit that is absent has not submitted. */
  readonly filings: ReadonlyMap<string, Filing>;
  /** Persons who are proposed for commendation; kept in no workbook. */
  readonly individuals?: readonly string[];
};

/** Builds the report of a commune from its figures and their scorecard. Until all is complete and approved it is a draft. */
export function buildReportModel(commune: Commune, scorecard: Scorecard, options: ReportOptions): ReportModel {
  const facts = gatherFacts(commune, scorecard, options.filings);
  const reasons = whyDraft(facts);
  const review = gatherReview(commune, options.kind);
  const ratings = rateIndicators(facts, review);
  const progress = gatherProgress(facts);
  const funds = writeFunds(facts);
  const years = reviewYears(facts, ratings, review);
  const targets = writeTargets(facts, ratings);
  const praise = writePraise(facts, options.individuals ?? []);
  return {
    ...writeHeading(facts, options.kind, { day: options.date, number: options.number }),
    du_thao: reasons.length > 0,
    ly_do_du_thao: reasons,
    chi_dao: writeConduct(facts, options.kind),
    so_ket: options.kind === "midterm",
    tong_ket: options.kind === "final",
    tom_tat: summariseTargets(ratings),
    muc_tieu: [
      ...targets,
      ...years.passages.map((passage, index) => ({ so: String(targets.length + 1 + index), ...passage })),
    ],
    bang_muc_tieu: tabulateTargets(ratings),
    cot_nam: years.head,
    bang_2_nam: years.count === 2,
    bang_3_nam: years.count === 3,
    bang_4_nam: years.count === 4,
    bang_5_nam: years.count === 5,
    bang_6_nam: years.count === 6,
    bang_cac_nam: years.rows,
    nhiem_vu: writeTasks(facts, progress),
    kinh_phi: funds.paragraphs,
    co_bang_kinh_phi: funds.rows.length > 0,
    bang_kinh_phi: funds.rows,
    bang_kinh_phi_nguon: funds.rows.slice(0, -1),
    bang_kinh_phi_cong: funds.rows.slice(-1).map(({ nguon: _, ...row }) => row),
    ket_qua: writeAssessments(facts, "results", ["results"], "Chưa có đơn vị nào nêu kết quả nổi bật."),
    kho_khan: writeAssessments(
      facts,
      "difficulties",
      ["difficulties", "limits"],
      "Chưa có đơn vị nào nêu khó khăn, hạn chế.",
    ),
    nguyen_nhan: writeAssessments(facts, "causes", ["causes"], "Chưa có đơn vị nào nêu nguyên nhân."),
    phuong_huong: writeOutlook(facts, ratings, progress),
    de_xuat: writeAssessments(facts, "proposals", ["proposals"], "Chưa có đơn vị nào nêu đề xuất, kiến nghị."),
    co_khen_thuong: praise.length > 0,
    khen_thuong: praise,
    phu_luc_1: tabulateDetails(ratings),
    phu_luc_2: tabulateUnits(facts),
    phu_luc_2_cong: [sumUnits(facts)],
    phu_luc_3: tabulateActivities(facts),
    phu_luc_3_ghi_chu: noteUncounted(facts),
    phu_luc_4: tabulateFunds(facts),
    phu_luc_4_cong: funds.rows.slice(-1).map(({ du_toan, da_chi, ty_le }) => ({ du_toan, da_chi, ty_le })),
    phu_luc_5: tabulateReporting(facts),
  };
}
