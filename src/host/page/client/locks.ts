/** Locks: the tabs in which the one who works here may type nothing bear one. The grid itself forbids nothing for it. */
import type { Injector } from "@univerjs/core";
import { EditStateEnum, UnitObject, ViewStateEnum, WorksheetProtectionRuleModel } from "@univerjs/preset-sheets-core";
import type { WorkbookView } from "../protocol.ts";
import { UNIT } from "./snapshot.ts";
import { isClosed } from "./status.ts";

/** Puts locks on the closed tabs of a workbook that is shown. */
export function lockTabs(injector: Injector, { sheets }: WorkbookView): void {
  const rules = injector.get(WorksheetProtectionRuleModel);
  for (const sheet of sheets.filter(isClosed)) {
    const subUnitId = String(sheet.id);
    rules.addRule(UNIT, {
      permissionId: `lock-${subUnitId}`,
      unitType: UnitObject.Worksheet,
      unitId: UNIT,
      subUnitId,
      viewState: ViewStateEnum.OthersCanView,
      editState: EditStateEnum.OnlyMe,
    });
  }
}
