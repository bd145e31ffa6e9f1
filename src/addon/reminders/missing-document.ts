/**
 * A daily run that Google tells no document: it can open none, so nothing is sent. It is noted for the user, which needs no
 * document, and shown at the desk until a run has found the workbook.
 */

const KEY = "reminders.blind";

/** Notes the run. `when`: the moment, in words. */
export function noteMissingDocument(when: string): void {
  PropertiesService.getUserProperties().setProperty(KEY, when);
}

/** Forgets it: this run has found the workbook. */
export function clearMissingDocument(): void {
  PropertiesService.getUserProperties().deleteProperty(KEY);
}

/** Says that the last daily run sent nothing, and what to do; empty: it did not fail so. */
export function missingDocumentWarning(): string {
  const when = PropertiesService.getUserProperties().getProperty(KEY);
  if (when === null) return "";
  return `Lần nhắc tự động lúc ${when} chưa gửi thư nào, vì Google không cho biết đó là bảng tính nào. Hãy bấm Gửi ngay nếu có thư phải gửi; nếu còn lặp lại, hãy tắt rồi bật lại nhắc tự động.`;
}
