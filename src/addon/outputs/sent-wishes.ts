/** Wishes to send a mail that went out, noted by name: what arrives twice is sent once. */

const KEY = "report.sent";

/** So many wishes are remembered; a call that arrives twice does so at once. */
const MOST_REMEMBERED = 40;

/** Reads all that are noted, the oldest first, with the time of each. */
function readAll(): readonly (readonly [string, string])[] {
  const text = PropertiesService.getDocumentProperties().getProperty(KEY) ?? "";
  return text.split("|").flatMap((entry): readonly (readonly [string, string])[] => {
    const [id, time] = entry.split("=");
    return id && time ? [[id, time]] : [];
  });
}

/** Reads when a wish was sent; nothing: it was not. */
export function readSent(id: string): string | undefined {
  return readAll().find(([known]) => known === id)?.[1];
}

function keepAll(entries: readonly (readonly [string, string])[]): void {
  const text = entries
    .slice(-MOST_REMEMBERED)
    .map(([id, time]) => `${id}=${time}`)
    .join("|");
  PropertiesService.getDocumentProperties().setProperty(KEY, text);
}

/** Notes that a wish is sent, and when. */
export function keepSent(id: string, time: string): void {
  keepAll([...readAll(), [id, time]]);
}

/** Forgets a wish whose mail did not go out. */
export function forgetSent(id: string): void {
  keepAll(readAll().filter(([known]) => known !== id));
}
