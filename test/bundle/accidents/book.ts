/** A small workbook in which every figure and every text is one of a kind, so that each can be found again wherever it went. */

import { openWorkbook, type WorkbookModel } from "gas-offline";
import { newWorkbook } from "so2282-cli";
import { bundle, madeOnce } from "../opened.ts";

const table = (file: string, header: string, rows: readonly string[]) => ({
  file,
  header: header.split(","),
  rows: rows.map((row, index) => ({ line: index + 2, cells: row.split(",") })),
});

const TABLES = [
  table("commune.csv", "key,value", [
    "name,Mẫu",
    "year,2026",
    "custodian,VH",
    "activity_rows,3",
    "hamlet_activity_rows,2",
  ]),
  table("units.csv", "code,name,type,email,ct1,elements", [
    "VH,Phòng Văn hóa,co_quan,vh@mau.example,,LD|CUX",
    "TYT,Trạm Y tế,su_nghiep,tyt@mau.example,,",
    "LHPN,Hội Phụ nữ,ct_xh,,,",
    "AP1,Ấp Một,ap,ap1@mau.example,,",
    "AP2,Ấp Hai,ap,,,CUA|THG",
  ]),
  table("values.csv", "unit,element,total,women,note", [
    "VH,LD,1011,1001,ghi chú một",
    "VH,CUX,1031,1021,",
    "VH,QH,1051,1041,ghi chú hai",
    "VH,QHT,,1039,",
    "VH,QHC,,1072,",
    "VH,DTN,,1071,",
    "TYT,LD,1091,1081,ghi chú ba",
    "LHPN,LD,1111,1101,",
    "LHPN,BCHX,1131,1121,ghi chú bốn",
    "AP1,CUA,1151,1141,ghi chú năm",
    "AP1,BCHA,1171,1161,",
    "AP1,THG,1191,1181,",
    "AP2,CUA,1211,1201,",
    "AP2,THG,1231,1221,ghi chú sáu",
  ]),
  table("activities.csv", "unit,date,theme,kind,co_organisers,participants,women,link", [
    "VH,2026-03-08,Chủ đề một,hội nghị,,2011,2001,https://mot.example",
    "VH,2026-04-09,Chủ đề hai,tọa đàm,,2031,2021,",
    "TYT,2026-05-10,Chủ đề ba,truyền thanh,,2051,2041,",
    "AP1,2026-06-11,Chủ đề bốn,họp dân,,2071,2061,",
    "AP2,2026-07-12,Chủ đề năm,hội thi,,2091,2081,",
  ]),
  table("tasks.csv", "unit,task,status,result,link", [
    "TYT,V4.1,xong,Kết quả một,https://hai.example",
    "LHPN,V3.1,dang,Kết quả hai,",
    "LHPN,V5.2,xong,Kết quả ba,",
  ]),
  table("funds.csv", "unit,source,planned,spent", [
    "VH,ns,3011000,3001000",
    "TYT,xhh,3031000,3021000",
    "AP1,khac,3051000,3041000",
  ]),
  table("assessments.csv", "unit,results,difficulties,causes,proposals", [
    "VH,Đánh giá một,Khó khăn một,Nguyên nhân một,Đề xuất một",
    "AP2,Đánh giá hai,,,Đề xuất hai",
  ]),
  table("history.csv", "year,unit,element,total,women", ["2025,VH,LD,4011,4001", "2025,TYT,LD,4031,4021"]),
];

/** Makes the workbook. */
export const makeBook = madeOnce((): WorkbookModel => {
  const workbook = newWorkbook("Sổ thử");
  workbook.editors.push("vh@mau.example", "tyt@mau.example", "ap1@mau.example");
  openWorkbook(workbook, bundle).run("createWorkbook", [TABLES, 2026]);
  return workbook;
});
