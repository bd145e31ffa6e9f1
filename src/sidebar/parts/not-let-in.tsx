/** Mailboxes that Google does not let in, a line for each place; shown by rights, set-up and repair. */
import { NOT_LET_IN_REMEDY } from "../../core/workflow/words.ts";

/** Shows the list and what to do; empty if Google took all. */
export function NotLetIn({ refused }: { readonly refused: readonly string[] | undefined }) {
  if (!refused || refused.length === 0) return null;
  return (
    <div class="box near">
      <p>Google không nhận các hộp thư sau nên chưa cho sửa biểu được:</p>
      <ul>
        {refused.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p>{NOT_LET_IN_REMEDY}</p>
    </div>
  );
}
