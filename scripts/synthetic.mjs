/** An invented commune of any size, as a data folder's tables: for the bench and for tests of cost. */

/**
 * @typedef {{ file: string, header: string[], rows: { line: number, cells: string[] }[] }} Table
 * @param {number} units Registered units, hamlets among them: one in three.
 * @param {number} [year]
 * @returns {Table[]}
 */
export function syntheticTables(units, year = 2026) {
  const hamlets = Math.floor(units / 3);
  const offices = units - hamlets;
  const code = (/** @type {number} */ index) => (index < offices ? `DV${index + 1}` : `AP${index - offices + 1}`);
  const all = Array.from({ length: units }, (_, index) => index);
  /** A figure between 0 and most that depends on nothing but its arguments. @param {number} seed @param {number} most */
  const draw = (seed, most) => (seed * 7919 + 104729) % (most + 1);
  return [
    table("commune.csv", "key,value", [
      ["name", "Thử Nghiệm"],
      ["kind", "xã"],
      ["province", "An Giang"],
      ["plan_no", "1/KH-UBND"],
      ["year", String(year)],
      ["custodian", "DV1"],
      ["note", "Số liệu giả định."],
    ]),
    table(
      "units.csv",
      "code,name,type,email,ct1,elements",
      all.map((index) => {
        const type = index >= offices ? "ap" : index % 5 === 1 ? "ct_xh" : index % 5 === 0 ? "co_quan" : "su_nghiep";
        return [code(index), `Đơn vị thử nghiệm số ${index + 1}`, type, "", "", ""];
      }),
    ),
    table(
      "values.csv",
      "unit,element,total,women,note",
      all.flatMap((index) => {
        const elements = index >= offices ? ["CUA", "BCHA", "THG", "CNS", "MTQ"] : ["LD"];
        return elements.map((element, column) => {
          const total = 3 + draw(index + column, 12);
          return [code(index), element, String(total), String(draw(index * 3 + column, total)), ""];
        });
      }),
    ),
    table(
      "activities.csv",
      "unit,date,theme,kind,co_organisers,participants,women,link",
      all.slice(0, Math.ceil(units / 2)).map((index) => {
        const day = `${year}-${String(1 + (index % 12)).padStart(2, "0")}-10`;
        return [code(index), day, `Tọa đàm về bình đẳng giới lần ${index + 1}`, "Tọa đàm", "", "50", "30", ""];
      }),
    ),
    table(
      "assessments.csv",
      "unit,results,difficulties,causes,proposals",
      all
        .slice(0, Math.ceil(units / 4))
        .map((index) => [code(index), `Đã làm việc số ${index}.`, `Khó khăn số ${index}.`, "", `Đề nghị số ${index}.`]),
    ),
  ];
}

/** @param {string} file @param {string} header @param {string[][]} rows @returns {Table} */
function table(file, header, rows) {
  return { file, header: header.split(","), rows: rows.map((cells, index) => ({ line: index + 2, cells })) };
}
