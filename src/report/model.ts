/** Figures → the report as plain data, ready for a template. Pure, and free of anything that makes documents. */
import type { Commune } from "../core/commune.ts";
import type { Day } from "../core/period.ts";
import type { Scorecard } from "../core/scorecard.ts";
import { gatherFacts } from "./facts.ts";
import { writeAssessments } from "./sections/assessments.ts";
import { writeConduct } from "./sections/conduct.ts";
import { type FundRow, writeFunds } from "./sections/funds.ts";
import { type Heading, type ReportKind, writeHeading } from "./sections/heading.ts";
import { writeOutlook } from "./sections/outlook.ts";
import { rateIndicators } from "./sections/rating.ts";
import {
  type Passage,
  type TargetDetail,
  type TargetRow,
  tabulateDetails,
  tabulateTargets,
  writeTargets,
} from "./sections/targets.ts";
import { gatherProgress, writeTasks } from "./sections/tasks.ts";
import { sumUnits, tabulateUnits, type UnitRow } from "./sections/unit-figures.ts";

/** The report. Its keys are the template's tags, explained in `TEMPLATE_TAGS`; templates in use rely on their names. */
export type ReportModel = Heading & {
  readonly du_thao: boolean;
  readonly chi_dao: readonly string[];
  readonly muc_tieu: readonly Passage[];
  readonly bang_muc_tieu: readonly TargetRow[];
  readonly nhiem_vu: readonly Passage[];
  readonly kinh_phi: readonly string[];
  readonly co_bang_kinh_phi: boolean;
  readonly bang_kinh_phi: readonly FundRow[];
  readonly ket_qua: readonly string[];
  readonly kho_khan: readonly string[];
  readonly nguyen_nhan: readonly string[];
  readonly phuong_huong: readonly string[];
  readonly de_xuat: readonly string[];
  readonly phu_luc_1: readonly TargetDetail[];
  readonly phu_luc_2: readonly UnitRow[];
  readonly phu_luc_2_cong: readonly Omit<UnitRow, "stt" | "don_vi" | "tinh_trang">[];
};

/** `date`: the day that the report bears; absent: left blank for the signing. */
export type ReportOptions = { readonly kind: ReportKind; readonly date?: Day };

/** Builds the report of a commune from its figures and their scorecard. While units are missing it is a draft. */
export function buildReportModel(commune: Commune, scorecard: Scorecard, options: ReportOptions): ReportModel {
  const facts = gatherFacts(commune, scorecard);
  const ratings = rateIndicators(facts);
  const progress = gatherProgress(facts);
  const funds = writeFunds(facts);
  return {
    ...writeHeading(facts, options.kind, options.date),
    du_thao: facts.incomplete.length > 0 || commune.units.length === 0,
    chi_dao: writeConduct(facts),
    muc_tieu: writeTargets(facts, ratings),
    bang_muc_tieu: tabulateTargets(ratings),
    nhiem_vu: writeTasks(facts, progress),
    kinh_phi: funds.paragraphs,
    co_bang_kinh_phi: funds.rows.length > 0,
    bang_kinh_phi: funds.rows,
    ket_qua: writeAssessments(facts, "results", "Chưa có đơn vị nào nêu kết quả nổi bật."),
    kho_khan: writeAssessments(facts, "difficulties", "Chưa có đơn vị nào nêu khó khăn, hạn chế."),
    nguyen_nhan: writeAssessments(facts, "causes", "Chưa có đơn vị nào nêu nguyên nhân."),
    phuong_huong: writeOutlook(facts, ratings, progress),
    de_xuat: writeAssessments(facts, "proposals", "Chưa có đơn vị nào nêu đề xuất, kiến nghị."),
    phu_luc_1: tabulateDetails(ratings),
    phu_luc_2: tabulateUnits(facts),
    phu_luc_2_cong: [sumUnits(facts)],
  };
}
