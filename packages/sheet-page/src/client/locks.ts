/** Locks: the tabs in which the one who works here may type nothing bear one. The grid itself forbids nothing for it. */
import type { Injector } from "@univerjs/core";
import { EditStateEnum, UnitObject, ViewStateEnum, WorksheetProtectionRuleModel } from "@univerjs/preset-sheets-core";
import type { SheetView, WorkbookView } from "../protocol.ts";
import { UNIT } from "./snapshot.ts";
import { isClosed } from "./status.ts";

/** Puts locks on the closed tabs of the workbook that is shown. */
export function lockTabs(injector: Injector, { sheets }: WorkbookView): void {
  const model = injector.get(WorksheetProtectionRuleModel);
  const locks = sheets.filter(isClosed).map(lockOf);
  model.fromObject({ [UNIT]: locks });
  const [first] = locks;
  // That was done in silence; one event for all, since each has the whole bar of tabs drawn anew.
  if (first) model.addRule(UNIT, first);
}

function lockOf({ id }: SheetView): Parameters<WorksheetProtectionRuleModel["addRule"]>[1] {
  return {
    permissionId: `lock-${id}`,
    unitType: UnitObject.Worksheet,
    unitId: UNIT,
    subUnitId: String(id),
    viewState: ViewStateEnum.OthersCanView,
    editState: EditStateEnum.OnlyMe,
  };
}
