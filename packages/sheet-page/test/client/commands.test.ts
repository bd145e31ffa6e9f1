/** What becomes of the grid's commands: done by the grid, asked of the host, or turned away with a word. */
import { CommandType, ICommandService, Univer } from "@univerjs/core";
import { describe, expect, it } from "vitest";
import { judgeCommands } from "../../src/client/commands.ts";
import type { PageAction } from "../../src/protocol.ts";
import { WHERE } from "./whereabouts.ts";

/** Executes a command that is judged; tells whether the grid did it, what is asked of the host, and the word. */
async function execute(id: string) {
  const injector = new Univer().__getInjector();
  const commands = injector.get(ICommandService);
  let done = false;
  const asked: PageAction[] = [];
  const said: (string | undefined)[] = [];
  commands.registerCommand({
    id,
    type: CommandType.COMMAND,
    handler: () => {
      done = true;
      return true;
    },
  });
  const cutting = { begin: () => undefined, take: () => undefined, lose: () => undefined };
  judgeCommands(
    injector,
    () => ({ ...WHERE, selections: [{ startRow: 4, endRow: 4, startColumn: 3, endColumn: 3 }] }),
    { isTyping: () => false, cutting, paste: async () => undefined },
    { asked: (actions) => asked.push(...actions), goBack: () => undefined, said: (word) => said.push(word) },
  );
  await commands.executeCommand(id).catch(() => undefined);
  // Words about what was dragged come after the selection that the drag sets.
  await new Promise((resolve) => setTimeout(resolve));
  return { done, asked, said };
}

describe("a command of the grid", () => {
  it.each(["sheet.command.set-range-values", "sheet.command.copy", "doc.command.insert-text"])(
    "%s, which changes nothing but values or what is not of a sheet, is done",
    async (id) => {
      expect(await execute(id)).toEqual({ done: true, asked: [], said: [] });
    },
  );

  it("for which the host has an action is asked of it, and not done by the grid", async () => {
    const { done, asked, said } = await execute("sheet.command.set-rows-hidden");
    expect({ done, said }).toEqual({ done: false, said: [] });
    expect(asked).toEqual([expect.objectContaining({ kind: "hideRows", at: 5, count: 1 })]);
  });

  it.each([
    ["sheet.command.move-range", "Hãy cắt (Ctrl+X) rồi dán (Ctrl+V) ở chỗ mới."],
    ["sheet.command.auto-fill", "Hãy chép (Ctrl+C) rồi dán (Ctrl+V) vào các ô cần điền."],
    ["sheet.command.auto-clear-content", "Hãy chọn các ô rồi bấm Delete."],
  ])("%s is what a drag of a selection does: turned away with what to do instead", async (id, instead) => {
    const { done, asked, said } = await execute(id);
    expect({ done, asked }).toEqual({ done: false, asked: [] });
    expect(said).toEqual([expect.stringContaining(instead)]);
  });

  it("that nobody knows is turned away", async () => {
    expect(await execute("sheet.command.set-underline")).toEqual({ done: false, asked: [], said: [undefined] });
  });
});
