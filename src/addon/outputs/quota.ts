/** What is known of a mail whose sending ended with a fault. */

/**
 * Tells whether Google has refused a mail for its mailbox: the fault names it, and no mail was counted. Neither alone is
 * enough, since nobody knows how soon the day's quota is current; a quota that cannot be read tells nothing. `before`: the
 * quota before the mail.
 */
export function isRefused(fault: string, mailboxes: readonly string[], before: number): boolean {
  const told = fault.toLowerCase();
  if (!mailboxes.some((mailbox) => told.includes(mailbox.toLowerCase()))) return false;
  try {
    return MailApp.getRemainingDailyQuota() === before;
  } catch {
    return false;
  }
}
