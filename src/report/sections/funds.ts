/** Section IV: money by source, planned and spent, from valid amounts only. */
import { FUND_SOURCE_NAMES, FUND_SOURCES, type Fund } from "../../core/task.ts";
import { isCount } from "../../core/value.ts";
import { type Facts, INVALID, MISSING, NOTHING } from "../facts.ts";
import { showCount, showMoney, showPercent } from "../vietnamese.ts";

export type FundRow = {
  readonly nguon: string;
  readonly du_toan: string;
  readonly da_chi: string;
  readonly ty_le: string;
  readonly co_cau: string;
};

/** A row of Annex IV: one unit's money from one source. */
export type UnitFundRow = Omit<FundRow, "co_cau"> & { readonly stt: string; readonly don_vi: string };

type Amount = { readonly sum: number; readonly known: number; readonly invalid: number };

type FundLine = { readonly name: string; readonly planned: Amount; readonly spent: Amount };

/** Writes section IV in sentences and fills its table; the table is empty where nothing was reported. */
export function writeFunds({ commune }: Facts): { paragraphs: readonly string[]; rows: readonly FundRow[] } {
  const registered = new Set(commune.units.map((unit) => unit.code));
  const funds = commune.funds.filter((fund) => registered.has(fund.unit));
  const lines = FUND_SOURCES.map((source) =>
    fundLine(
      FUND_SOURCE_NAMES[source],
      funds.filter((fund) => fund.source === source),
    ),
  );
  const total = fundLine("Tổng cộng", funds);
  const invalid = total.planned.invalid + total.spent.invalid;
  const warning =
    invalid === 0 ? [] : [`Có ${showCount(invalid)} số liệu kinh phí chưa hợp lệ, không được tính vào báo cáo.`];
  if (total.planned.known + total.spent.known === 0) {
    return {
      paragraphs: [`Chưa có đơn vị nào báo cáo số liệu kinh phí${invalid > 0 ? " hợp lệ" : ""}.`, ...warning],
      rows: [],
    };
  }
  const reporting = new Set(
    funds.filter((fund) => isCount(fund.planned) || isCount(fund.spent)).map((fund) => fund.unit),
  ).size;
  const summary = `Có ${showCount(reporting)}/${showCount(commune.units.length)} đơn vị báo cáo số liệu kinh phí thực hiện Kế hoạch; ${sumUp(total)}. Cụ thể:`;
  return { paragraphs: [summary, ...warning], rows: [...lines, total].map((line) => rowOf(line, total)) };
}

/** Fills Annex IV: units in the order of the register, each with the sources of which it says anything. */
export function tabulateFunds({ commune }: Facts): readonly UnitFundRow[] {
  const rows = commune.units.flatMap((unit) =>
    FUND_SOURCES.flatMap((source) => {
      const own = commune.funds.filter(
        (fund) =>
          fund.unit === unit.code && fund.source === source && (fund.planned !== undefined || fund.spent !== undefined),
      );
      return own.length === 0 ? [] : [{ unit, line: fundLine(FUND_SOURCE_NAMES[source], own) }];
    }),
  );
  return rows.map(({ unit, line }, index) => {
    const { co_cau: _, ...row } = rowOf(line, line);
    return { stt: String(index + 1), don_vi: unit.name, ...row };
  });
}

function fundLine(name: string, funds: readonly Fund[]): FundLine {
  return { name, planned: addUp(funds, "planned"), spent: addUp(funds, "spent") };
}

function addUp(funds: readonly Fund[], field: "planned" | "spent"): Amount {
  const amounts = funds.map((fund) => fund[field]).filter((amount) => amount !== undefined);
  const counts = amounts.filter(isCount);
  return {
    sum: counts.reduce((sum, amount) => sum + amount, 0),
    known: counts.length,
    invalid: amounts.length - counts.length,
  };
}

function sumUp({ planned, spent }: FundLine): string {
  const estimate = planned.known === 0 ? "chưa báo cáo dự toán" : `tổng dự toán ${showMoney(planned.sum)}`;
  if (spent.known === 0) return `${estimate}, chưa báo cáo số đã chi`;
  if (spent.sum === 0) return `${estimate}, chưa chi`;
  const rate = planned.known > 0 && planned.sum > 0 ? `, bằng ${shareOf(spent.sum, planned.sum)} dự toán` : "";
  return `${estimate}, đã chi ${showMoney(spent.sum)}${rate}`;
}

function shareOf(part: number, whole: number): string {
  return showPercent((100 * part) / whole, [0, 100]);
}

function rowOf({ name, planned, spent }: FundLine, total: FundLine): FundRow {
  return {
    nguon: name,
    du_toan: amountText(planned),
    da_chi: amountText(spent),
    ty_le: planned.sum > 0 && spent.known > 0 ? shareOf(spent.sum, planned.sum) : NOTHING,
    co_cau: total.spent.sum > 0 && spent.known > 0 ? shareOf(spent.sum, total.spent.sum) : NOTHING,
  };
}

function amountText(amount: Amount): string {
  if (amount.known > 0) return showCount(amount.sum);
  return amount.invalid > 0 ? INVALID : MISSING;
}
