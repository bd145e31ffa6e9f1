/** The bar above the grid (file, menu entries, current user) and the buttons beside the status line. */
import type { MenuEntry, WorkbookView } from "../protocol.ts";
import { USER } from "./server.ts";

/** Makes a function that draws the bar of a workbook. `choose` runs an entry; the bar waits for it. */
export function createBar(bar: HTMLElement, choose: (entry: MenuEntry) => Promise<void>): (view: WorkbookView) => void {
  let drawn = "";
  return (view) => {
    const shown = JSON.stringify([view.fileName, view.menu, view.user, view.users]);
    // A redrawn button would lose a click that is under way.
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

/** Actions that the grid's own toolbar lacks. */
export type Tools = {
  readonly undo: () => void;
  readonly redo: () => void;
  readonly sort: (ascending: boolean) => void;
  readonly find: () => void;
};

/** Draws the buttons beside the status line. */
export function drawTools(place: HTMLElement, { undo, redo, sort, find }: Tools): void {
  const entries: readonly (readonly [string, string, () => void])[] = [
    ["Hoàn tác", "Ctrl+Z", undo],
    ["Làm lại", "Ctrl+Y", redo],
    ["Xếp tăng dần", "Xếp các hàng đã chọn theo cột đầu của vùng chọn", () => sort(true)],
    ["Xếp giảm dần", "Xếp các hàng đã chọn theo cột đầu của vùng chọn", () => sort(false)],
    ["Tìm", "Ctrl+F", find],
  ];
  const buttons = entries.map(([caption, title, action]) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "control";
    button.textContent = caption;
    button.title = title;
    // The grid keeps the focus, so its selection stays.
    button.onmousedown = (event) => event.preventDefault();
    button.onclick = action;
    return button;
  });
  place.replaceChildren(...buttons);
}
