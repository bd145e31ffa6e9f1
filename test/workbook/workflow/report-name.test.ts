import { describe, expect, it } from "vitest";
import { folderName, freeName, reportName, templateName } from "../../../src/workbook/workflow/report-name.ts";
import { SETTINGS } from "../../report/communes.ts";

describe("a report's name", () => {
  it("is the kind, the year and the commune, in letters that every system takes", () => {
    expect(reportName(SETTINGS, "midterm")).toBe("BC-2282-so-ket-2026-xa-Vinh-Phong");
    expect(reportName({ ...SETTINGS, kind: "đặc khu", name: " Phú Quốc/2 " }, "final")).toBe(
      "BC-2282-tong-ket-2026-dac-khu-Phu-Quoc-2",
    );
  });

  it("that is taken is counted on", () => {
    expect(freeName("BC", new Set())).toBe("BC");
    expect(freeName("BC", new Set(["BC", "BC-lan-2", "BC-lan-4"]))).toBe("BC-lan-3");
  });

  it("has a folder that is named after the commune", () => {
    expect(folderName(SETTINGS)).toBe("Báo cáo 2282 – xã Vĩnh Phong");
    expect(folderName({ ...SETTINGS, name: "" })).toBe("Báo cáo 2282 – xã");
    expect(templateName({ ...SETTINGS, name: " Vĩnh Phong " })).toBe("Mẫu báo cáo 2282 – xã Vĩnh Phong");
  });
});
