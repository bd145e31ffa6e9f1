/** A small commune for the workflow's tests, and typed calls of the sidebar's endpoints. */

import { type OpenWorkbook, openWorkbook, type WorkbookModel } from "gas-offline";
import { LOCAL_OWNER, newWorkbook } from "so2282-cli";
import * as v from "valibot";
import { expect } from "vitest";
import { CONTRACT, type CoordinatorDesk, type EndpointName, type Rpc } from "../../src/addon/rpc.ts";
import { bundle, madeOnce } from "./opened.ts";

export const COORDINATOR = LOCAL_OWNER;
export const OFFICE = "vanphong@xa.example";
export const STATION = "tramyte@xa.example";
export const HAMLET = "ap1@xa.example";

const table = (file: string, header: string, ...rows: readonly string[]) => ({
  file,
  header: header.split(","),
  rows: rows.map((row, index) => ({ line: index + 2, cells: row.split(",") })),
});

/** Makes a commune of an office, a station and two hamlets; station and one hamlet have typed their figures. */
export const makeOffice = madeOnce((deadline = "2026-11-15"): WorkbookModel => {
  const workbook = newWorkbook("Sổ thử");
  workbook.editors.push(OFFICE, STATION, HAMLET, "la@xa.example");
  openWorkbook(workbook, bundle).run("createWorkbook", [
    [
      table("commune.csv", "key,value", "name,Mẫu", "kind,xã", "year,2026", `deadline,${deadline}`),
      table(
        "units.csv",
        "code,name,type,email,ct1,elements",
        `VP,Văn phòng,co_quan,${OFFICE},,`,
        `TYT,Trạm Y tế,su_nghiep,${STATION},,`,
        `AP1,Ấp Một,ap,${HAMLET},,THG`,
        "AP2,Ấp Hai,ap,,,THG",
      ),
      table("values.csv", "unit,element,total,women,note", "TYT,LD,3,1,", "AP1,THG,5,2,"),
    ],
  ]);
  return workbook;
});

const RESULTS: {
  readonly [Name in EndpointName]: { readonly result: () => v.GenericSchema<unknown, Rpc[Name]["result"]> };
} = CONTRACT;

/** Calls an endpoint as `google.script.run` does. Its result must be what the contract says, and nothing more. */
export function callAs<Name extends EndpointName>(
  open: OpenWorkbook,
  name: Name,
  ...given: [Rpc[Name]["argument"]] extends [undefined] ? [] : [Rpc[Name]["argument"]?]
): Rpc[Name]["result"] {
  const result = open.run(name, given);
  const read = v.parse(RESULTS[name].result(), result);
  expect(read).toEqual(result);
  return read;
}

/** Submits a unit's report as its mailbox does. */
export function submitAs(open: OpenWorkbook, unit: string): Rpc["submit"]["result"] {
  const { digest } = callAs(open, "getChecklist", { unit }).unit;
  return callAs(open, "submit", { unit, digest, role: "Trưởng đơn vị", zeros: [] });
}

/** Reads the coordinator's desk, after what others did to the same workbook. */
export function deskOf(open: OpenWorkbook): CoordinatorDesk {
  open.context.restructured = true;
  const found = callAs(open, "getDesk");
  if (found.kind !== "coordinator") throw new Error(`a desk of ${found.kind}`);
  return found;
}
