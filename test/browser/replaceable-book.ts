/** One served address for the tests of a file: the workbook behind it is replaced, and its windows load the new one. */
import type { BaseRevision, PageBook, PageEvent } from "sheet-page";

export type ReplaceableBook = {
  /** Stands for the current workbook. */
  readonly book: PageBook;
  /** Puts another workbook in the current one's place, and returns the current one. */
  readonly replace: (next: PageBook) => PageBook;
};

/** Makes a book that can be replaced. Revisions go on rising, so that windows take the next book for a later one. */
export function createReplaceableBook(first: PageBook): ReplaceableBook {
  let current = first;
  /** The revisions of all earlier books. */
  let earlier = 0;
  const listeners = new Set<(event: PageEvent) => void>();
  const tell = (event: PageEvent): void => {
    const shifted = "revision" in event ? { ...event, revision: event.revision + earlier } : event;
    for (const listener of listeners) listener(shifted);
  };
  const own = (base: BaseRevision | undefined): BaseRevision | undefined =>
    base && { ...base, revision: base.revision - earlier };
  let stop = first.listen(tell);
  return {
    book: {
      path: () => current.path(),
      get notices() {
        return current.notices;
      },
      revision: () => current.revision() + earlier,
      userNamed: (mailbox) => current.userNamed(mailbox),
      owner: () => current.owner(),
      view(user) {
        const view = current.view(user);
        return { ...view, revision: view.revision + earlier };
      },
      edit: (user, edits, base) => current.edit(user, edits, own(base)),
      act: (user, action, base) => current.act(user, action, own(base)),
      undoOrRedo: (direction, user, window) => current.undoOrRedo(direction, user, window),
      sidebar: () => current.sidebar(),
      run: (user, name, args, consents) => current.run(user, name, args, consents),
      listen(listener) {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
      save: () => current.save(),
      isBehind: () => current.isBehind(),
      close: () => current.close(),
    },
    replace(next) {
      const before = current;
      stop();
      earlier += before.revision();
      current = next;
      stop = next.listen(tell);
      tell({ kind: "reload", revision: next.revision() });
      return before;
    },
  };
}
