import { describe, expect, it } from "vitest";
import { keepInDrive } from "../../../src/addon/acts/make-report.ts";

type Blob = GoogleAppsScript.Base.Blob;

const blob: Blob = Object.create(null);

/** A Drive that keeps what it is given, and fails at the file of that number. */
function driveFailing(at: number) {
  const kept: (string | undefined)[] = [];
  const create = (file: GoogleAppsScript.Drive_v3.Drive.V3.Schema.File) => {
    if (kept.length + 1 === at) throw new Error("The user's Drive storage quota has been exceeded.");
    kept.push(file.name);
    return { id: `id-${kept.length}` };
  };
  return { kept, create };
}

describe("a report in Drive", () => {
  it("is a .docx and a Google Doc of the same name", () => {
    const drive = driveFailing(0);
    expect(keepInDrive(drive, "BC-2282", blob)).toEqual({ fileId: "id-1", documentId: "id-2" });
    expect(drive.kept).toEqual(["BC-2282.docx", "BC-2282"]);
  });

  it("is not begun where Drive refuses the .docx", () => {
    const drive = driveFailing(1);
    expect(() => keepInDrive(drive, "BC-2282", blob)).toThrow("quota");
    expect(drive.kept).toEqual([]);
  });

  it("is named where Drive refuses the Google Doc only", () => {
    const drive = driveFailing(2);
    expect(() => keepInDrive(drive, "BC-2282", blob)).toThrow(
      /^Đã lưu “BC-2282\.docx” trong Drive, nhưng chưa chuyển được .*Drive của bạn đã đầy/,
    );
    expect(drive.kept).toEqual(["BC-2282.docx"]);
  });
});
