/** Which entries of the grid's own menus are not shown: what the host does not do, or a file cannot hold. */

const HIDDEN = [
  "univer.command.undo",
  "univer.command.redo",
  "univer.command.cut",
  "univer.command.paste",
  "sheet.command.cut",
  "sheet.command.paste",
  "sheet.menu.paste-special",
  "sheet.menu.copy-special",
  "sheet.command.set-once-format-painter",
  "sheet.command.set-infinite-format-painter",
  "sheet.command.set-range-underline",
  "sheet.command.set-range-stroke",
  "sheet.command.set-range-subscript",
  "sheet.command.set-range-superscript",
  "sheet.command.set-border-basic",
  "sheet.command.set-text-rotation",
  "sheet.command.add-worksheet-merge-vertical",
  "sheet.command.add-worksheet-merge-horizontal",
  "sheet.command.add-range-protection-from-toolbar",
  "sheet.contextMenu.permission",
  "sheet.command.change-sheet-protection-from-sheet-bar",
  "sheet.command.delete-worksheet-protection-from-sheet-bar",
  "sheet.command.add-range-protection-from-sheet-bar",
  "sheet.command.view-sheet-permission-from-sheet-bar",
  "sheet.toolbar.text-to-number",
  "sheet.contextMenu.text-to-number",
  "sheet.command.insert-range-move-right-confirm",
  "sheet.command.insert-range-move-down-confirm",
  "sheet.command.delete-range-move-left-confirm",
  "sheet.command.delete-range-move-up-confirm",
  "sheet.command.set-row-is-auto-height",
  "sheet.command.set-col-auto-width",
  "sheet.operation.add-note-popup",
  "sheet.menu.sheets-note",
  "ui.operation.open-replace-dialog",
];

/** The grid's menus without them. */
export const MENUS: Readonly<Record<string, { readonly hidden: true }>> = Object.fromEntries(
  HIDDEN.map((id) => [id, { hidden: true }]),
);
