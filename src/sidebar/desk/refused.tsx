/** Units with which an act did not succeed, each with the server's reason. */
import type { ActionOutcome, UnitRow, Warning } from "../../addon/rpc.ts";

type WarningsProps = { readonly warnings: readonly Warning[]; readonly units: readonly UnitRow[] };

/** Shows what was done all the same and wants a look. */
export function Warnings({ warnings, units }: WarningsProps) {
  if (warnings.length === 0) return null;
  return (
    <div class="box near" role="alert">
      <ul>
        {warnings.map(({ unit, text }) => (
          <li key={unit}>
            <b>{units.find((row) => row.unit === unit)?.name ?? unit}</b>: {text}
          </li>
        ))}
      </ul>
    </div>
  );
}

type Props = { readonly refused: ActionOutcome["refused"]; readonly units: readonly UnitRow[] };

/** Shows the list; nothing if all went well. */
export function RefusedUnits({ refused, units }: Props) {
  if (refused.length === 0) return null;
  return (
    <div class="box bad" role="alert">
      <p>{refused.length} đơn vị chưa làm được:</p>
      <ul>
        {refused.map(({ unit, reason }) => (
          <li key={unit}>
            <b>{units.find((row) => row.unit === unit)?.name ?? unit}</b>: {reason}
          </li>
        ))}
      </ul>
    </div>
  );
}
