/** What the day's quota tells of a mail whose sending ended with a fault. */

/**
 * Tells whether Google has counted no mail: then none went out, whatever the fault was. `before`: the quota before it. A
 * quota that cannot be read tells nothing.
 */
export function isUncounted(before: number): boolean {
  try {
    return MailApp.getRemainingDailyQuota() === before;
  } catch {
    return false;
  }
}
