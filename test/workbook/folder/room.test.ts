import { describe, expect, it } from "vitest";
import type { RegisteredUnit } from "../../../src/core/unit.ts";
import { withRoomFor } from "../../../src/workbook/folder/room.ts";

function unit(code: string, type: RegisteredUnit["type"]): RegisteredUnit {
  return { code, name: code, type, mailboxes: [], inCt1: undefined, listed: [] };
}

const REGISTER = [unit("TYT", "su_nghiep"), unit("AP1", "ap")];

/** A file with so many activities of each unit. */
function activities(counts: Readonly<Record<string, number>>) {
  const rows = Object.entries(counts).flatMap(([code, count]) =>
    Array.from({ length: count }, () => ({ line: 2, cells: ["2026-03-08", code] })),
  );
  return [{ file: "activities.csv", header: ["date", "Unit"], rows }];
}

const roomFor = (counts: Readonly<Record<string, number>>, settings: ReadonlyMap<string, unknown> = new Map()) => {
  const widened = withRoomFor(activities(counts), settings, REGISTER);
  return [widened.get("activity_rows"), widened.get("hamlet_activity_rows")];
};

describe("withRoomFor", () => {
  it("leaves the usual room where that is enough", () => {
    expect(roomFor({})).toEqual(["10", "3"]);
    expect(roomFor({ TYT: 10, AP1: 3 })).toEqual(["10", "3"]);
  });

  it("widens the forms of units and the blocks of hamlets, each for its own", () => {
    expect(roomFor({ TYT: 14 })).toEqual(["14", "3"]);
    expect(roomFor({ AP1: 5 })).toEqual(["10", "5"]);
  });

  it("keeps what the folder sets itself", () => {
    expect(roomFor({ TYT: 14 }, new Map([["activity_rows", "12"]]))).toEqual(["12", "3"]);
  });

  it("stops where nobody would scroll any more, and ignores units that the register does not have", () => {
    expect(roomFor({ TYT: 500, KHAC: 50 })).toEqual(["200", "3"]);
  });
});
