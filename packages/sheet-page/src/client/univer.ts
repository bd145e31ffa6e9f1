/** Starts the grid's library in an element, with its words in Vietnamese and the menus that the page has. */
import { LocaleType, mergeLocales, Univer } from "@univerjs/core";
import { UniverSheetsCorePreset } from "@univerjs/preset-sheets-core";
import { UniverSheetsDataValidationPreset } from "@univerjs/preset-sheets-data-validation";
import validationLocale from "@univerjs/preset-sheets-data-validation/locales/vi-VN";
import { UniverSheetsNotePreset } from "@univerjs/preset-sheets-note";
import noteLocale from "@univerjs/preset-sheets-note/locales/vi-VN";
import { GRID_LOCALE } from "./grid-locale.ts";
import { MENUS } from "./menus.ts";

/** Starts the library. */
export function startUniver(container: HTMLElement): Univer {
  const univer = new Univer({
    locale: LocaleType.VI_VN,
    locales: { [LocaleType.VI_VN]: mergeLocales(GRID_LOCALE, validationLocale, noteLocale) },
  });
  const presets = [
    UniverSheetsCorePreset({
      container,
      disableTextFormatAlert: true,
      disableTextFormatMark: true,
      // A closed tab shows a lock. Hatching would hide the scorecard's colours from users who may only read it.
      sheets: { disableForceStringAlert: true, disableForceStringMark: true, protectedRangeShadow: false },
      menu: MENUS,
      ribbonType: "simple",
      formulaBar: true,
    }),
    UniverSheetsDataValidationPreset({ showEditOnDropdown: false }),
    UniverSheetsNotePreset(),
  ];
  for (const plugin of presets.flatMap(({ plugins }) => plugins)) {
    if (Array.isArray(plugin)) univer.registerPlugin(plugin[0], plugin[1]);
    else univer.registerPlugin(plugin);
  }
  return univer;
}
