/** A commune as the workbook describes it: its settings, its plan, its units and all that they reported in one year. */
import type { CheckedFigures } from "./check/figures.ts";
import type { Day } from "./period.ts";
import type { RoleSettings } from "./role.ts";

export const COMMUNE_KINDS = ["xã", "phường", "đặc khu"] as const;

export type CommuneKind = (typeof COMMUNE_KINDS)[number];

export type Settings = {
  /** `Vĩnh Phong`. */
  readonly name: string;
  /** Whether a place that a date is written at bears the kind, too: `Phường Điện Biên Phủ` (NĐ 30/2020, PL I, II.4). */
  readonly isNamedInFull: boolean;
  readonly kind: CommuneKind;
  /** `An Giang`. */
  readonly province: string;
  /** `131/KH-UBND`. */
  readonly planNo: string;
  readonly planDate: Day | undefined;
  readonly year: number;
  /** Reports are due *before* this day (KH 131, VI). */
  readonly deadline: Day;
  /** Empty: the name stays blank. */
  readonly signer: string;
  /** `CHỦ TỊCH`, `KT. CHỦ TỊCH / PHÓ CHỦ TỊCH`, `Q. CHỦ TỊCH`. */
  readonly signerTitle: string;
  /** The units that hold the roles, the custodian of the quy hoạch totals among them, as far as they are named. */
  readonly roles: RoleSettings;
  /** Who the report is addressed to (“Kính gửi”). */
  readonly addressees: readonly string[];
  /** Who receives copies (“Nơi nhận”), without “Như trên” and “Lưu”. */
  readonly recipients: readonly string[];
  /** A remark shown on the scorecard and the report, e.g. that the figures are invented; empty: none. */
  readonly note: string;
};

export type Commune = CheckedFigures & { readonly settings: Settings };
