/** The bar above the grid: the file, the add-on's entries, and as whom this window works. */
import type { MenuEntry, WorkbookView } from "../protocol.ts";
import { USER } from "./server.ts";

/** Makes what draws the bar of a workbook. `choose` does what an entry says; the bar waits for it. */
export function createBar(bar: HTMLElement, choose: (entry: MenuEntry) => Promise<void>): (view: WorkbookView) => void {
  let drawn = "";
  return (view) => {
    const shown = JSON.stringify([view.fileName, view.menu, view.user, view.users]);
    // Whoever is just clicking a button would hit one that is taken away.
    if (shown === drawn) return;
    drawn = shown;
    draw(bar, view, choose);
  };
}

function draw(bar: HTMLElement, view: WorkbookView, choose: (entry: MenuEntry) => Promise<void>): void {
  const title = document.createElement("h1");
  title.textContent = view.fileName;
  const entries = view.menu.map((entry) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "control";
    button.textContent = entry.caption;
    button.onclick = async () => {
      for (const other of entries) other.disabled = true;
      await choose(entry);
      for (const other of entries) other.disabled = false;
    };
    return button;
  });
  bar.replaceChildren(title, ...entries, roleSwitch(view));
  document.title = `${view.fileName} – ${view.user.label}`;
}

function roleSwitch(view: WorkbookView): HTMLElement {
  const label = document.createElement("label");
  const select = document.createElement("select");
  select.id = "role";
  select.className = "control";
  for (const { mailbox, label: name } of view.users) {
    const chosen = mailbox === view.user.mailbox;
    select.add(new Option(name === mailbox ? mailbox : `${name} – ${mailbox}`, mailbox, chosen, chosen));
  }
  select.onchange = () => {
    const address = new URL(location.href);
    address.searchParams.set("as", select.value);
    if (select.value !== USER) location.assign(address);
  };
  label.append("Vai:", select);
  return label;
}
