/** The buttons beside the line of status: what the grid's own bar has not. */

export type Tools = {
  readonly undo: () => void;
  readonly redo: () => void;
  readonly sort: (ascending: boolean) => void;
  readonly find: () => void;
};

/** Draws the buttons. */
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
    // The grid keeps the keys: what is chosen in it stays chosen.
    button.onmousedown = (event) => event.preventDefault();
    button.onclick = action;
    return button;
  });
  place.replaceChildren(...buttons);
}
