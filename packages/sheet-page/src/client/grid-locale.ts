/** Corrects labels of the grid's own menus that are doubled, wrong or English in its Vietnamese locale. */
import coreLocale from "@univerjs/preset-sheets-core/locales/vi-VN";

const LABELS = {
  "sheets-ui": {
    rightClick: {
      clearSelection: "Xóa nội dung, định dạng",
      delete: "Xóa hàng, cột",
      freeze: "Cố định hàng, cột",
      freezeCell: "Cố định đến ô này ({0} hàng, {1} cột)",
      freezeCol: "Cố định đến cột {0}",
      freezeRow: "Cố định đến hàng {0}",
      freezeFirstCol: "Cố định cột đầu",
      freezeFirstRow: "Cố định hàng đầu",
      cancelFreeze: "Thôi cố định",
    },
    sheetConfig: {
      deleteSheet: "Xóa tab",
      deleteSheetContent: "Xóa tab này? Có thể lấy lại bằng nút Hoàn tác.",
      deleteLargeSheetContent: "Xóa tab này? Có thể lấy lại bằng nút Hoàn tác.",
    },
  },
  "sheets-numfmt-ui": {
    scientific: "Khoa học",
    customFormat: "Định dạng tự đặt",
    customFormatDes: "Đặt định dạng số từ một định dạng đã có.",
  },
} as const;

/** The library's locale with the corrected labels. */
export const GRID_LOCALE = overlaid(coreLocale, LABELS);

type Labels = { readonly [key: string]: unknown };

function isLabels(value: unknown): value is Labels {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function overlaid<Locale extends object>(locale: Locale, words: Labels): Locale {
  const laid = Object.entries(words).map(([key, value]): readonly [string, unknown] => {
    const under: unknown = Reflect.get(locale, key);
    return [key, isLabels(value) && isLabels(under) ? overlaid(under, value) : value];
  });
  return { ...locale, ...Object.fromEntries(laid) };
}
