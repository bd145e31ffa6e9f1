/** How far something has come, with the figures in words beside the bar. */

type Props = { readonly label: string; readonly done: number; readonly all: number; readonly text: string };

/** Shows a bar; `text` is what it says in words. */
export function Progress({ label, done, all, text }: Props) {
  const share = all > 0 ? Math.min(100, (100 * done) / all) : 0;
  return (
    <div class="progress">
      <div
        class="track"
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={Math.max(all, 1)}
        aria-valuenow={Math.min(done, Math.max(all, 1))}
        aria-valuetext={text}
      >
        <span class="fill" style={{ width: `${share}%` }} />
      </div>
      <span class="quiet">{text}</span>
    </div>
  );
}
