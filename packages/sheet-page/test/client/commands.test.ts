/** What becomes of the grid's commands: done by the grid, asked of the host, or turned away with a word. */
import { CommandType, ICommandService, Univer } from "@univerjs/core";
import { describe, expect, it } from "vitest";
import { filterCommands } from "../../src/client/commands.ts";
import type { PageAction } from "../../src/protocol.ts";
import { WHERE } from "./selection-of-cell.ts";

/** Executes a command that is judged; tells whether the grid did it, what is asked of the host, and the word. */
async function execute(id: string) {
  const injector = new Univer().__getInjector();
  const commands = injector.get(ICommandService);
  let done = false;
  const actions: PageAction[] = [];
  const messages: (string | undefined)[] = [];
  commands.registerCommand({
    id,
    type: CommandType.COMMAND,
    handler: () => {
      done = true;
      return true;
    },
  });
  const cutCells = { begin: () => undefined, take: () => undefined, lose: () => undefined };
  filterCommands(
    injector,
    () => ({ ...WHERE, selections: [{ startRow: 4, endRow: 4, startColumn: 3, endColumn: 3 }] }),
    { isTyping: () => false, cutCells, paste: async () => undefined },
    {
      onActions: (more) => actions.push(...more),
      onUndoRedo: () => undefined,
      onMessage: (message) => messages.push(message),
    },
  );
  await commands.executeCommand(id).catch(() => undefined);
  // Labels about what was dragged come after the selection that the drag sets.
  await new Promise((resolve) => setTimeout(resolve));
  return { done, actions, messages };
}

describe("a command of the grid", () => {
  it.each(["sheet.command.set-range-values", "sheet.command.copy", "doc.command.insert-text"])(
    "%s, which changes nothing but values or what is not of a sheet, is done",
    async (id) => {
      expect(await execute(id)).toEqual({ done: true, actions: [], messages: [] });
    },
  );

  it("for which the host has an action is asked of it, and not done by the grid", async () => {
    const { done, actions, messages } = await execute("sheet.command.set-rows-hidden");
    expect({ done, messages }).toEqual({ done: false, messages: [] });
    expect(actions).toEqual([expect.objectContaining({ kind: "hideRows", at: 5, count: 1 })]);
  });

  it.each([
    ["sheet.command.move-range", "Hãy cắt (Ctrl+X) rồi dán (Ctrl+V) ở chỗ mới."],
    ["sheet.command.auto-fill", "Hãy chép (Ctrl+C) rồi dán (Ctrl+V) vào các ô cần điền."],
    ["sheet.command.auto-clear-content", "Hãy chọn các ô rồi bấm Delete."],
  ])("%s is what a drag of a selection does: turned away with what to do instead", async (id, instead) => {
    const { done, actions, messages } = await execute(id);
    expect({ done, actions }).toEqual({ done: false, actions: [] });
    expect(messages).toEqual([expect.stringContaining(instead)]);
  });

  it("that nobody knows is turned away", async () => {
    expect(await execute("sheet.command.set-underline")).toEqual({ done: false, actions: [], messages: [undefined] });
  });
});
