/** Damage to a workbook into which units have typed; what the repair says of it, and what is another way afterwards. */
import { describe, expect, it } from "vitest";
import { type Damage, filledBook, repairDamage } from "./book.ts";

const CASES: readonly Damage[] = [
  [
    "a setting's key erased",
    (book) => book.sheet("Cấu hình").type("A10", ""),
    { findings: ["key, patch: Tab Cấu hình, ô A10: cần mã year của mục “Năm báo cáo”; thấy ô trống. Sẽ ghi lại mã."] },
  ],
  [
    "a setting's key typed over",
    (book) => book.sheet("Cấu hình").type("A10", "nam"),
    { findings: ["key, patch: Tab Cấu hình, ô A10: cần mã year của mục “Năm báo cáo”; thấy mã khác. Sẽ ghi lại mã."] },
  ],
  [
    "a setting's row deleted",
    (book) => book.sheet("Cấu hình").deleteRows(7),
    {
      findings: [
        "row, patch: Tab Cấu hình: cần dòng province (Tỉnh, thành phố); thấy dòng đã bị xóa. Sẽ thêm lại dòng với giá trị ban đầu; hãy xem lại giá trị.",
        "rule, patch: Tab Cấu hình, ô C10: cần quy tắc nhập liệu; thấy ô nhập gì cũng được. Sẽ đặt lại, không đổi số liệu.",
        "strange-rule, patch: Tab Cấu hình, ô C9: cần ô không có quy tắc; thấy quy tắc của ô khác bị dán vào. Sẽ đặt lại, không đổi số liệu.",
      ],
      changes: [
        "Cấu hình!A7: plan_no",
        "Cấu hình!B7: Số kế hoạch",
        "Cấu hình!D7: Ví dụ: 131/KH-UBND.",
        "Cấu hình!A8: plan_date",
        "Cấu hình!B8: Ngày ban hành kế hoạch",
        "Cấu hình!D8: Ngày/tháng/năm.",
        "Cấu hình!A9: year",
        "Cấu hình!B9: Năm báo cáo",
        "… 78",
      ],
    },
  ],
  [
    "the last setting's row deleted",
    (book) => book.sheet("Cấu hình").deleteRows(30),
    {
      findings: ["noted-tab, patch: Tab Cấu hình, ô C30: cần số các tab của sổ; thấy số không đúng. Sẽ ghi lại."],
      changes: ["Cấu hình: format × 4", "Cấu hình: background × 1"],
      again: [
        "format, patch: Tab Cấu hình, ô A30: cần định dạng số của sổ; thấy định dạng khác (4 ô, từ A30). Sẽ đặt lại, không đổi số liệu.",
        "colour, patch: Tab Cấu hình, ô C30: cần ô tô màu của biểu; thấy ô mất màu. Sẽ đặt lại, không đổi số liệu.",
      ],
    },
  ],
  [
    "the year typed over",
    (book) => book.sheet("Cấu hình").type("C10", "2027"),
    {
      findings: [
        "year, patch: Tab Cấu hình, ô C10: cần năm báo cáo 2026; thấy 2027. Sẽ ghi lại 2026. Sổ đã có số liệu thì không đổi năm được: hãy để nguyên sổ này, và lập sổ của năm khác trong một bảng tính mới, dán danh sách đơn vị từ tab Đơn vị của sổ này.",
      ],
    },
  ],
  [
    "the year not readable",
    (book) => book.sheet("Cấu hình").type("C10", "hai nghìn"),
    {
      findings: [
        "setting, look: Tab Cấu hình, mục “Năm báo cáo”: cần năm có bốn chữ số, ví dụ 2026; thấy “hai nghìn”. Hãy sửa ở cột Giá trị. Trong khi sửa, sổ dùng “2026”.",
      ],
      changes: ["Cấu hình!C10: hai nghìn"],
      again: [
        "setting, look: Tab Cấu hình, mục “Năm báo cáo”: cần năm có bốn chữ số, ví dụ 2026; thấy “hai nghìn”. Hãy sửa ở cột Giá trị. Trong khi sửa, sổ dùng “2026”.",
      ],
    },
  ],
  ["the noted year erased", (book) => book.sheet("Cấu hình").type("C29", ""), {}],
  [
    "a deadline not readable",
    (book) => book.sheet("Cấu hình").type("C11", "hôm nào đó"),
    {
      findings: [
        "setting, look: Tab Cấu hình, mục “Hạn: trước ngày”: cần một ngày, ví dụ 15/11/2026; thấy “hôm nào đó”. Hãy sửa ở cột Giá trị. Trong khi sửa, sổ dùng “mặc định”.",
      ],
      changes: ["Cấu hình!C11: hôm nào đó"],
      again: [
        "setting, look: Tab Cấu hình, mục “Hạn: trước ngày”: cần một ngày, ví dụ 15/11/2026; thấy “hôm nào đó”. Hãy sửa ở cột Giá trị. Trong khi sửa, sổ dùng “mặc định”.",
      ],
    },
  ],
  [
    "rows of activities not readable",
    (book) => book.sheet("Cấu hình").type("C24", "nhiều").type("C25", "ít"),
    {
      findings: [
        "setting, look: Tab Cấu hình, mục “Số dòng hoạt động mỗi đơn vị”: cần số nguyên từ 1 đến 200; thấy “nhiều”. Hãy sửa ở cột Giá trị. Trong khi sửa, sổ dùng “2”.",
        "setting, look: Tab Cấu hình, mục “Số dòng hoạt động mỗi ấp”: cần số nguyên từ 1 đến 200; thấy “ít”. Hãy sửa ở cột Giá trị. Trong khi sửa, sổ dùng “1”.",
      ],
      changes: ["Cấu hình!C24: nhiều", "Cấu hình!C25: ít"],
      again: [
        "setting, look: Tab Cấu hình, mục “Số dòng hoạt động mỗi đơn vị”: cần số nguyên từ 1 đến 200; thấy “nhiều”. Hãy sửa ở cột Giá trị. Trong khi sửa, sổ dùng “2”.",
        "setting, look: Tab Cấu hình, mục “Số dòng hoạt động mỗi ấp”: cần số nguyên từ 1 đến 200; thấy “ít”. Hãy sửa ở cột Giá trị. Trong khi sửa, sổ dùng “1”.",
      ],
    },
  ],
  [
    "more rows of activities",
    (book) => book.sheet("Cấu hình").type("C24", "3"),
    {
      findings: [
        "format, patch: Tab Dữ liệu, ô G163: cần định dạng số của sổ; thấy định dạng khác (36 ô, từ G163). Sẽ đặt lại, không đổi số liệu.",
        "template, rebuild: Tab Mẫu biểu: cần mẫu biểu theo danh sách nhiệm vụ và cấu hình hiện nay; thấy mẫu khác đi. Sẽ dựng lại tab mẫu, không có số liệu nào trong đó.",
        "moved, rebuild: Tab VHXH: cần các dòng, cột ở đúng chỗ của biểu; thấy dòng hoặc cột bị thêm, xóa hay chuyển chỗ. Sẽ dựng lại tab, chuyển mọi số đã nhập sang đúng dòng.",
        "moved, rebuild: Tab CAX: cần các dòng, cột ở đúng chỗ của biểu; thấy dòng hoặc cột bị thêm, xóa hay chuyển chỗ. Sẽ dựng lại tab, chuyển mọi số đã nhập sang đúng dòng.",
        "moved, rebuild: Tab LHPN: cần các dòng, cột ở đúng chỗ của biểu; thấy dòng hoặc cột bị thêm, xóa hay chuyển chỗ. Sẽ dựng lại tab, chuyển mọi số đã nhập sang đúng dòng.",
      ],
      rebuilt: ["Mẫu biểu", "VHXH", "CAX", "LHPN"],
      changes: [
        "Cấu hình!C24: 3",
        "Dữ liệu: format × 63",
        "Mẫu biểu: 51 × 10",
        "Mẫu biểu!C40: ",
        "Mẫu biểu!D40: ",
        "Mẫu biểu!E40: ",
        "Mẫu biểu!C41: IV. KINH PHÍ (đồng)",
        "Mẫu biểu!D41: Dự toán",
        "… 170",
      ],
    },
  ],
  [
    "fewer rows of activities",
    (book) => book.sheet("Cấu hình").type("C24", "1"),
    {
      findings: [
        "template, rebuild: Tab Mẫu biểu: cần mẫu biểu theo danh sách nhiệm vụ và cấu hình hiện nay; thấy mẫu khác đi. Sẽ dựng lại tab mẫu, không có số liệu nào trong đó.",
        "moved, rebuild: Tab VHXH: cần các dòng, cột ở đúng chỗ của biểu; thấy dòng hoặc cột bị thêm, xóa hay chuyển chỗ. Sẽ dựng lại tab, chuyển mọi số đã nhập sang đúng dòng.",
        "moved, rebuild: Tab CAX: cần các dòng, cột ở đúng chỗ của biểu; thấy dòng hoặc cột bị thêm, xóa hay chuyển chỗ. Sẽ dựng lại tab, chuyển mọi số đã nhập sang đúng dòng.",
        "moved, rebuild: Tab LHPN: cần các dòng, cột ở đúng chỗ của biểu; thấy dòng hoặc cột bị thêm, xóa hay chuyển chỗ. Sẽ dựng lại tab, chuyển mọi số đã nhập sang đúng dòng.",
      ],
      rebuilt: ["Mẫu biểu", "VHXH", "CAX", "LHPN"],
      changes: [
        "Cấu hình!C24: 1",
        "Mẫu biểu: 49 × 10",
        "Mẫu biểu!C39: IV. KINH PHÍ (đồng)",
        "Mẫu biểu!D39: Dự toán",
        "Mẫu biểu!E39: Đã chi",
        "Mẫu biểu!C40: Ngân sách nhà nước",
        "Mẫu biểu!D40: ",
        "Mẫu biểu!E40: ",
        "… 159",
      ],
    },
  ],
  [
    "noted ids erased",
    (book) => book.sheet("Cấu hình").type("C30", ""),
    { findings: ["noted-tab, patch: Tab Cấu hình, ô C30: cần số các tab của sổ; thấy số không đúng. Sẽ ghi lại."] },
  ],
  [
    "the settings gone",
    (book) => book.delete("Cấu hình"),
    {
      findings: [
        "setting, look: Tab Cấu hình, mục “Năm báo cáo”: cần năm có bốn chữ số, ví dụ 2026; thấy ô trống. Hãy sửa ở cột Giá trị. Trong khi sửa, sổ dùng “2026”.",
        "setting, look: Tab Cấu hình, mục “Số dòng hoạt động mỗi đơn vị”: cần số nguyên từ 1 đến 200; thấy ô trống. Hãy sửa ở cột Giá trị. Trong khi sửa, sổ dùng “2”.",
        "setting, look: Tab Cấu hình, mục “Số dòng hoạt động mỗi ấp”: cần số nguyên từ 1 đến 200; thấy ô trống. Hãy sửa ở cột Giá trị. Trong khi sửa, sổ dùng “1”.",
        "missing-tab, rebuild: Tab Cấu hình: cần một tab của sổ; thấy tab đã bị xóa. Sẽ lập lại tab trống; số liệu cũ lấy lại ở Tệp → Nhật ký phiên bản.",
        "label, patch: Tab VHXH, ô B1: cần “# SL.LD NV.V1.1 NV.V1.2 NV.V1.3 NV.V1.4”; thấy “# SL.LD SL.CUX SL.QH SL.QHT SL.QHCM SL.…”. Sẽ ghi lại.",
        "label, patch: Tab VHXH, ô C2: cần “Báo cáo năm 2026 – xã . Xong trước ngày…”; thấy “Báo cáo năm 2026 – xã Mẫu. Xong trước n…”. Sẽ ghi lại.",
        "label, patch: Tab CAX, ô C2: cần “Báo cáo năm 2026 – xã . Xong trước ngày…”; thấy “Báo cáo năm 2026 – xã Mẫu. Xong trước n…”. Sẽ ghi lại.",
        "label, patch: Tab LHPN, ô C2: cần “Báo cáo năm 2026 – xã . Xong trước ngày…”; thấy “Báo cáo năm 2026 – xã Mẫu. Xong trước n…”. Sẽ ghi lại.",
      ],
      changes: [
        "Cấu hình!C5: ",
        "Cấu hình!C14: ",
        "VHXH!B1: # SL.LD NV.V1.1 NV.V1.2 NV.V1.3 NV.V1.4",
        "VHXH!C2: Báo cáo năm 2026 – xã . Xong trước ngày 15/11/2026 (muộn nhất 23:59 ngày 14/11/2026).",
        "VHXH: hidden 10 11 12 13 14 15 16 17 18 19 20 21 27 28 29 30 31 32 33 34 35 36 7 8 9",
        "CAX!C2: Báo cáo năm 2026 – xã . Xong trước ngày 15/11/2026 (muộn nhất 23:59 ngày 14/11/2026).",
        "LHPN!C2: Báo cáo năm 2026 – xã . Xong trước ngày 15/11/2026 (muộn nhất 23:59 ngày 14/11/2026).",
      ],
    },
  ],
  [
    "a target's code erased",
    (book) => book.sheet("Chỉ tiêu").type("A6", ""),
    {
      findings: [
        "key, patch: Tab Chỉ tiêu, ô A6: cần mã CT2 của mục “Nữ tham gia cấp ủy, Ban Chấp hành các tổ chức chính trị - xã hội cấp xã và các ấp”; thấy ô trống. Sẽ ghi lại mã.",
      ],
    },
  ],
  [
    "a target's row deleted",
    (book) => book.sheet("Chỉ tiêu").deleteRows(6),
    {
      findings: [
        "row, patch: Tab Chỉ tiêu: cần dòng CT2 (Nữ tham gia cấp ủy, Ban Chấp hành các tổ chức chính trị - xã hội cấp xã và các ấp); thấy dòng đã bị xóa. Sẽ thêm lại dòng với giá trị ban đầu; hãy xem lại giá trị.",
      ],
      changes: [
        "Chỉ tiêu!A6: CT2B",
        "Chỉ tiêu!B6: Nữ tham gia tổ hòa giải, tổ công nghệ số cộng đồng, mô hình tự quản (tăng dần)",
        "Chỉ tiêu!C6: ",
        "Chỉ tiêu!D6: tăng dần",
        "Chỉ tiêu!E6: ",
        "Chỉ tiêu!F6: ",
        "Chỉ tiêu!O6: ",
        "Chỉ tiêu!V6: ",
        "… 110",
      ],
      again: [
        "rule, patch: Tab Chỉ tiêu, ô O20: cần quy tắc nhập liệu; thấy ô nhập gì cũng được (2 ô, từ O20). Sẽ đặt lại, không đổi số liệu.",
        "format, patch: Tab Chỉ tiêu, ô A20: cần định dạng số của sổ; thấy định dạng khác (22 ô, từ A20). Sẽ đặt lại, không đổi số liệu.",
        "colour, patch: Tab Chỉ tiêu, ô B20: cần ô tô màu của biểu; thấy ô mất màu (20 ô, từ B20). Sẽ đặt lại, không đổi số liệu.",
      ],
    },
  ],
  [
    "the targets gone",
    (book) => book.delete("Chỉ tiêu"),
    {
      findings: [
        "missing-tab, rebuild: Tab Chỉ tiêu: cần một tab của sổ; thấy tab đã bị xóa. Sẽ lập lại tab trống; số liệu cũ lấy lại ở Tệp → Nhật ký phiên bản.",
      ],
    },
  ],
  [
    "a task's code erased",
    (book) => book.sheet("Nhiệm vụ").type("B5", "").type("A5", ""),
    {
      findings: ["register, patch: Tab Nhiệm vụ, ô A5: cần mã nhiệm vụ V1.1; thấy ô trống. Sẽ ghi lại mã."],
      changes: ["Nhiệm vụ!B5: "],
    },
  ],
  [
    "the tasks gone",
    (book) => book.delete("Nhiệm vụ"),
    {
      findings: [
        "missing-tab, rebuild: Tab Nhiệm vụ: cần một tab của sổ; thấy tab đã bị xóa. Sẽ lập lại tab trống; số liệu cũ lấy lại ở Tệp → Nhật ký phiên bản.",
      ],
    },
  ],
  [
    "a unit's code erased",
    (book) => book.sheet("Đơn vị").type("A7", ""),
    { findings: ["register, patch: Tab Đơn vị, ô A7: cần mã đơn vị LHPN; thấy ô trống. Sẽ ghi lại mã."] },
  ],
  [
    "a unit's code twice",
    (book) => book.sheet("Đơn vị").type("A10", "lhpn", "Trùng", "Ấp"),
    {
      findings: [
        "register, look: Tab Đơn vị, ô A10: cần mã đơn vị không trùng; thấy “lhpn” đã có ở dòng trên. Hãy đổi mã hoặc xóa dòng; dòng này chưa được dùng.",
      ],
      changes: ["Đơn vị!A10: lhpn", "Đơn vị!B10: Trùng", "Đơn vị!C10: Ấp"],
      again: [
        "register, look: Tab Đơn vị, ô A10: cần mã đơn vị không trùng; thấy “lhpn” đã có ở dòng trên. Hãy đổi mã hoặc xóa dòng; dòng này chưa được dùng.",
      ],
    },
  ],
  [
    "a unit's type not readable",
    (book) => book.sheet("Đơn vị").type("C7", "hội gì"),
    {
      findings: [
        "register, look: Tab Đơn vị, ô C7: cần loại đơn vị trong danh sách; thấy một từ khác. Hãy chọn lại; trong khi sửa, biểu giữ như đang có.",
        "label, patch: Tab LHPN, ô B1: cần “# SL.LD SL.BCHX NV.V3.1 NV.V3.2 NV.V3.3”; thấy “# SL.LD SL.BCHX NV.V3.1 NV.V3.2 NV.V3.3…”. Sẽ ghi lại.",
      ],
      changes: [
        "Đơn vị!C7: hội gì",
        "LHPN!B1: # SL.LD SL.BCHX NV.V3.1 NV.V3.2 NV.V3.3",
        "LHPN: hidden 10 11 12 13 14 15 16 17 18 19 20 21 23 24 25 26 27 31 32 33 34 35 36 7 8",
      ],
      again: [
        "register, look: Tab Đơn vị, ô C7: cần loại đơn vị trong danh sách; thấy một từ khác. Hãy chọn lại; trong khi sửa, biểu giữ như đang có.",
      ],
    },
  ],
  [
    "a unit's type erased",
    (book) => book.sheet("Đơn vị").type("C8", ""),
    {
      findings: [
        "register, look: Tab Đơn vị, ô C8: cần loại đơn vị trong danh sách; thấy ô trống. Hãy chọn lại; trong khi sửa, biểu giữ như đang có.",
      ],
      changes: ["Đơn vị!C8: "],
      again: [
        "register, look: Tab Đơn vị, ô C8: cần loại đơn vị trong danh sách; thấy ô trống. Hãy chọn lại; trong khi sửa, biểu giữ như đang có.",
      ],
    },
  ],
  [
    "a unit's noted tab typed over",
    (book) => book.sheet("Đơn vị").type("H7", "5|XX"),
    {
      findings: [
        "noted-tab, patch: Tab Đơn vị, ô G7: cần tab của LHPN; thấy dòng này chỉ sang một tab khác hoặc tab đã bị xóa. Sẽ ghi lại tab, liên kết và công thức xếp chồng.",
      ],
    },
  ],
  [
    "a unit that got another code",
    (book) => book.sheet("Đơn vị").type("A7", "PHUNU"),
    {
      findings: [
        "label, patch: Tab LHPN, ô A1: cần “PHUNU”; thấy “LHPN”. Sẽ ghi lại.",
        "label, patch: Tab LHPN, ô B1: cần “# SL.LD SL.BCHX NV.V5.1 NV.V5.2 NV.V5.3”; thấy “# SL.LD SL.BCHX NV.V3.1 NV.V3.2 NV.V3.3…”. Sẽ ghi lại.",
        "label, patch: Tab LHPN, ô A5: cần “PHUNU”; thấy “LHPN”. Sẽ ghi lại.",
        "label, patch: Tab LHPN, ô A6: cần “PHUNU”; thấy “LHPN”. Sẽ ghi lại.",
        "label, patch: Tab LHPN, ô A7: cần “PHUNU”; thấy “LHPN”. Sẽ ghi lại.",
        "label, patch: Tab LHPN, ô A8: cần “PHUNU”; thấy “LHPN”. Sẽ ghi lại.",
        "label, patch: Tab LHPN, ô A9: cần “PHUNU”; thấy “LHPN”. Sẽ ghi lại.",
        "label, patch: Tab LHPN, ô A10: cần “PHUNU”; thấy “LHPN”. Sẽ ghi lại.",
        "… 49",
      ],
      changes: [
        "Đơn vị!A7: PHUNU",
        "Đơn vị!H7: LHPN|PHUNU",
        "LHPN!A1: PHUNU",
        "LHPN!B1: # SL.LD SL.BCHX NV.V5.1 NV.V5.2 NV.V5.3",
        "LHPN!A5: PHUNU",
        "LHPN!A6: PHUNU",
        "LHPN!A7: PHUNU",
        "LHPN!A8: PHUNU",
        "… 51",
      ],
    },
  ],
  [
    "a hamlet that got another code",
    (book) => book.sheet("Đơn vị").type("A8", "AP8"),
    {
      findings: [
        "moved, rebuild: Tab Các ấp: cần các dòng, cột ở đúng chỗ của biểu; thấy dòng hoặc cột bị thêm, xóa hay chuyển chỗ. Sẽ dựng lại tab, chuyển mọi số đã nhập sang đúng dòng.",
        "moved, rebuild: Tab Hoạt động ấp: cần các dòng, cột ở đúng chỗ của biểu; thấy dòng hoặc cột bị thêm, xóa hay chuyển chỗ. Sẽ dựng lại tab, chuyển mọi số đã nhập sang đúng dòng.",
        "noted-tab, patch: Tab Đơn vị, ô G8: cần tab của AP8; thấy dòng này chỉ sang một tab khác hoặc tab đã bị xóa. Sẽ ghi lại tab, liên kết và công thức xếp chồng.",
      ],
      rebuilt: ["Các ấp", "Hoạt động ấp"],
      changes: [
        "Đơn vị!A8: AP8",
        "Đơn vị!H8: Các ấp|AP8",
        "Các ấp!A5: AP8",
        "Hoạt động ấp!A5: AP8",
        "Hoạt động ấp!A6: AP8",
        "Hoạt động ấp!A7: AP8",
        "Hoạt động ấp!A8: AP8",
        "Hoạt động ấp!A9: AP8",
        "Hoạt động ấp!A10: AP8",
        "Hoạt động ấp!A11: AP8",
        "Hoạt động ấp!A12: AP8",
        "Hoạt động ấp!A13: AP8",
        "Hoạt động ấp!A14: AP8",
      ],
    },
  ],
  [
    "a unit that closed",
    (book) => book.sheet("Đơn vị").type("J7", "Ngừng hoạt động"),
    {
      findings: [
        "closed-form, patch: Tab LHPN: cần biểu của đơn vị đang hoạt động và có tab riêng; thấy biểu của LHPN. Sẽ cất vào tab ẩn, giữ nguyên số liệu.",
      ],
      changes: [
        "Đơn vị!H7: LHPN (lưu)|LHPN",
        "Đơn vị!J7: Ngừng hoạt động",
        "Dữ liệu: formula × 1",
        "LHPN: gone",
        "LHPN (lưu): new",
      ],
    },
  ],
  [
    "a hamlet that closed",
    (book) => book.sheet("Đơn vị").type("J8", "Ngừng hoạt động"),
    {
      findings: [
        "moved, rebuild: Tab Các ấp: cần các dòng, cột ở đúng chỗ của biểu; thấy dòng hoặc cột bị thêm, xóa hay chuyển chỗ. Sẽ dựng lại tab, chuyển mọi số đã nhập sang đúng dòng.",
        "moved, rebuild: Tab Hoạt động ấp: cần các dòng, cột ở đúng chỗ của biểu; thấy dòng hoặc cột bị thêm, xóa hay chuyển chỗ. Sẽ dựng lại tab, chuyển mọi số đã nhập sang đúng dòng.",
      ],
      rebuilt: ["Các ấp", "Hoạt động ấp"],
      archived: [
        "AP1 · Các ấp ·  · Chi ủy ấp (CUA) · '7 · Đơn vị ngừng hoạt động",
        "AP1 · Các ấp ·  · Chi ủy ấp (CUA) · '3 · Đơn vị ngừng hoạt động",
        "AP1 · Các ấp ·  · Chi ủy ấp (CUA) · đủ · Đơn vị ngừng hoạt động",
        "AP1 · Các ấp ·  · HD.1 · Họp chi hội AP1 · Đơn vị ngừng hoạt động",
        "AP1 · Các ấp ·  · HD.1 · '12 · Đơn vị ngừng hoạt động",
        "AP1 · Các ấp ·  · HD.1 · '12 · Đơn vị ngừng hoạt động",
      ],
      changes: [
        "Đơn vị!H8: 117|AP1",
        "Đơn vị!J8: Ngừng hoạt động",
        "Các ấp: 5 × 20",
        "Các ấp!A5: AP2",
        "Các ấp!B5: Tên AP2",
        "Các ấp!C5: 9",
        "Các ấp!D5: 2",
        "Các ấp!E5: ",
        "… 30",
      ],
    },
  ],
  [
    "a unit merged into another",
    (book) => book.sheet("Đơn vị").type("K7", "CAX"),
    {
      findings: [
        "closed-form, patch: Tab LHPN: cần biểu của đơn vị đang hoạt động và có tab riêng; thấy biểu của LHPN. Sẽ cất vào tab ẩn, giữ nguyên số liệu.",
      ],
      rebuilt: ["CAX"],
      changes: [
        "Đơn vị!H7: LHPN (lưu)|LHPN",
        "Đơn vị!J7: Đã gộp",
        "Đơn vị!K7: CAX",
        "Dữ liệu: formula × 1",
        "CAX!C39: Nói chuyện chuyên đề",
        "CAX!D39: 50",
        "CAX!E39: 30",
        "CAX!F39: Tuyên truyền",
        "… 15",
      ],
    },
  ],
  [
    "a hamlet merged into another",
    (book) => book.sheet("Đơn vị").type("K8", "AP2"),
    {
      findings: [
        "moved, rebuild: Tab Các ấp: cần các dòng, cột ở đúng chỗ của biểu; thấy dòng hoặc cột bị thêm, xóa hay chuyển chỗ. Sẽ dựng lại tab, chuyển mọi số đã nhập sang đúng dòng.",
        "moved, rebuild: Tab Hoạt động ấp: cần các dòng, cột ở đúng chỗ của biểu; thấy dòng hoặc cột bị thêm, xóa hay chuyển chỗ. Sẽ dựng lại tab, chuyển mọi số đã nhập sang đúng dòng.",
      ],
      rebuilt: ["Các ấp", "Hoạt động ấp"],
      archived: [
        "AP1 · Các ấp ·  · Chi ủy ấp (CUA) · '7 · Đã gộp vào AP2",
        "AP1 · Các ấp ·  · Chi ủy ấp (CUA) · '3 · Đã gộp vào AP2",
        "AP1 · Các ấp ·  · Chi ủy ấp (CUA) · đủ · Đã gộp vào AP2",
      ],
      changes: [
        "Đơn vị!H8: 117|AP1",
        "Đơn vị!J8: Đã gộp",
        "Đơn vị!K8: AP2",
        "Các ấp: 5 × 20",
        "Các ấp!A5: AP2",
        "Các ấp!B5: Tên AP2",
        "Các ấp!C5: 9",
        "Các ấp!D5: 2",
        "… 28",
      ],
    },
  ],
  [
    "a unit that became a hamlet",
    (book) => book.sheet("Đơn vị").type("C7", "Ấp"),
    {
      findings: [
        "moved, rebuild: Tab Các ấp: cần các dòng, cột ở đúng chỗ của biểu; thấy dòng hoặc cột bị thêm, xóa hay chuyển chỗ. Sẽ dựng lại tab, chuyển mọi số đã nhập sang đúng dòng.",
        "moved, rebuild: Tab Hoạt động ấp: cần các dòng, cột ở đúng chỗ của biểu; thấy dòng hoặc cột bị thêm, xóa hay chuyển chỗ. Sẽ dựng lại tab, chuyển mọi số đã nhập sang đúng dòng.",
        "closed-form, patch: Tab LHPN: cần biểu của đơn vị đang hoạt động và có tab riêng; thấy biểu của LHPN. Sẽ cất vào tab ẩn, giữ nguyên số liệu.",
        "noted-tab, patch: Tab Đơn vị, ô G7: cần tab của LHPN; thấy dòng này chỉ sang một tab khác hoặc tab đã bị xóa. Sẽ ghi lại tab, liên kết và công thức xếp chồng.",
      ],
      rebuilt: ["Các ấp", "Hoạt động ấp"],
      archived: [
        "LHPN · Hoạt động ấp ·  · Cấp ủy xã (CUX) · '10 · Biểu không còn dòng này",
        "LHPN · Hoạt động ấp ·  · Cấp ủy xã (CUX) · '4 · Biểu không còn dòng này",
        "LHPN · Hoạt động ấp ·  · NV.V1.1 · Hoàn thành · Biểu không còn dòng này",
        "LHPN · Hoạt động ấp ·  · NV.V1.1 · Đã ra văn bản · Biểu không còn dòng này",
      ],
      changes: [
        "Đơn vị!C7: Ấp",
        "Đơn vị!G7: Các ấp",
        "Đơn vị!H7: Các ấp|LHPN",
        "Dữ liệu: 921 × 21",
        "Dữ liệu: formula × 1",
        "Các ấp: 7 × 20",
        "Các ấp!A5: LHPN",
        "Các ấp!B5: Tên LHPN",
        "… 108",
      ],
    },
  ],
  [
    "a hamlet that became an office",
    (book) => book.sheet("Đơn vị").type("C8", "Cơ quan, phòng ban"),
    {
      findings: [
        "format, patch: Tab Dữ liệu, ô G163: cần định dạng số của sổ; thấy định dạng khác (432 ô, từ G163). Sẽ đặt lại, không đổi số liệu.",
        "moved, rebuild: Tab Các ấp: cần các dòng, cột ở đúng chỗ của biểu; thấy dòng hoặc cột bị thêm, xóa hay chuyển chỗ. Sẽ dựng lại tab, chuyển mọi số đã nhập sang đúng dòng.",
        "moved, rebuild: Tab Hoạt động ấp: cần các dòng, cột ở đúng chỗ của biểu; thấy dòng hoặc cột bị thêm, xóa hay chuyển chỗ. Sẽ dựng lại tab, chuyển mọi số đã nhập sang đúng dòng.",
        "missing-tab, rebuild: Tab AP1: cần một tab của sổ; thấy tab đã bị xóa. Sẽ lập lại tab trống; số liệu cũ lấy lại ở Tệp → Nhật ký phiên bản.",
      ],
      rebuilt: ["Các ấp", "Hoạt động ấp"],
      changes: [
        "Đơn vị!C8: Cơ quan, phòng ban",
        "Đơn vị!G8: AP1",
        "Đơn vị!H8: AP1|AP1",
        "Dữ liệu: formula × 1",
        "Dữ liệu: format × 756",
        "Các ấp: 5 × 20",
        "Các ấp!A5: AP2",
        "Các ấp!B5: Tên AP2",
        "… 34",
      ],
    },
  ],
  [
    "a unit that left the register",
    (book) => book.sheet("Đơn vị").type("A7", "", "", "", "", "", "", "", "", ""),
    {
      findings: [
        "stray-form, patch: Tab LHPN, ô A1: cần mã đơn vị có trong tab Đơn vị; thấy “LHPN”. Sẽ cất biểu vào tab ẩn, giữ nguyên số liệu; ghi lại mã ở tab Đơn vị thì biểu trở lại.",
      ],
      changes: [
        "Đơn vị!A7: ",
        "Đơn vị!B7: ",
        "Đơn vị!C7: ",
        "Đơn vị!G7: ",
        "Đơn vị!H7: ",
        "Đơn vị!I7: ",
        "Dữ liệu: formula × 1",
        "LHPN: gone",
        "LHPN (lưu): new",
      ],
    },
  ],
  [
    "a hamlet asked for other figures",
    (book) => book.sheet("Đơn vị").type("F9", "CUA"),
    {
      findings: [
        "moved, rebuild: Tab Các ấp: cần các dòng, cột ở đúng chỗ của biểu; thấy dòng hoặc cột bị thêm, xóa hay chuyển chỗ. Sẽ dựng lại tab, chuyển mọi số đã nhập sang đúng dòng.",
      ],
      rebuilt: ["Các ấp"],
      changes: ["Đơn vị!F9: CUA", "Các ấp: help × 2", "Các ấp: background × 3", "Các ấp: highlights"],
    },
  ],
  [
    "a unit asked for other figures",
    (book) => book.sheet("Đơn vị").type("F7", "LD|BCHX"),
    { changes: ["Đơn vị!F7: LD|BCHX"] },
  ],
  [
    "a new unit and a new hamlet",
    (book) =>
      book.sheet("Đơn vị").type("A10", "YT", "Trạm Y tế", "Cơ quan, phòng ban").type("A11", "AP3", "Ấp 3", "Ấp"),
    {
      findings: [
        "format, patch: Tab Dữ liệu, ô G163: cần định dạng số của sổ; thấy định dạng khác (672 ô, từ G163). Sẽ đặt lại, không đổi số liệu.",
        "moved, rebuild: Tab Các ấp: cần các dòng, cột ở đúng chỗ của biểu; thấy dòng hoặc cột bị thêm, xóa hay chuyển chỗ. Sẽ dựng lại tab, chuyển mọi số đã nhập sang đúng dòng.",
        "moved, rebuild: Tab Hoạt động ấp: cần các dòng, cột ở đúng chỗ của biểu; thấy dòng hoặc cột bị thêm, xóa hay chuyển chỗ. Sẽ dựng lại tab, chuyển mọi số đã nhập sang đúng dòng.",
      ],
      rebuilt: ["Các ấp", "Hoạt động ấp"],
      changes: [
        "Đơn vị!A10: YT",
        "Đơn vị!B10: Trạm Y tế",
        "Đơn vị!C10: Cơ quan, phòng ban",
        "Đơn vị!G10: YT",
        "Đơn vị!H10: YT|YT",
        "Đơn vị!I10: Mở",
        "Đơn vị!A11: AP3",
        "Đơn vị!B11: Ấp 3",
        "… 64",
      ],
    },
  ],
  [
    "the register gone",
    (book) => book.delete("Đơn vị"),
    {
      findings: [
        "register-gone, patch: Tab Đơn vị: cần danh sách đơn vị; thấy tab đã bị xóa. Sẽ dựng lại danh sách từ các biểu; hãy xem lại loại và hộp thư của từng đơn vị.",
        "missing-tab, rebuild: Tab Đơn vị: cần một tab của sổ; thấy tab đã bị xóa. Sẽ lập lại tab trống; số liệu cũ lấy lại ở Tệp → Nhật ký phiên bản.",
        "moved, rebuild: Tab Các ấp: cần các dòng, cột ở đúng chỗ của biểu; thấy dòng hoặc cột bị thêm, xóa hay chuyển chỗ. Sẽ dựng lại tab, chuyển mọi số đã nhập sang đúng dòng.",
      ],
      rebuilt: ["Các ấp"],
      changes: [
        "Đơn vị!F5: LD|CUX|QH|QHT|QHCM|QHS|QHC|DTN|LDX|THS",
        "Đơn vị!C6: Cơ quan, phòng ban",
        "Đơn vị!F6: LD",
        "Đơn vị!F7: LD|BCHX",
        "Đơn vị!F9: ",
        "Các ấp: help × 6",
        "Các ấp: background × 9",
        "Các ấp: highlights",
      ],
    },
  ],
  [
    "the log gone",
    (book) => book.delete("Nhật ký"),
    {
      findings: [
        "missing-tab, rebuild: Tab Nhật ký: cần một tab của sổ; thấy tab đã bị xóa. Sẽ lập lại tab; lượt nộp được dựng lại từ dòng xác nhận trong biểu, lượt duyệt từ các ô còn khóa. Lý do trả lại, lượt nhắc và thời điểm duyệt cũ không dựng lại được: xem ở Tệp → Nhật ký phiên bản.",
      ],
    },
  ],
  [
    "the archive gone, and something for it",
    (book) => {
      book.delete("Lưu trữ");
      book.sheet("LHPN").type("C7", "Gõ đè");
    },
    {
      findings: [
        "missing-tab, rebuild: Tab Lưu trữ: cần một tab của sổ; thấy tab đã bị xóa. Sẽ lập lại tab trống; số liệu cũ lấy lại ở Tệp → Nhật ký phiên bản.",
        "label, patch: Tab LHPN, ô C7: cần “Cấp ủy xã (CUX)”; thấy “Gõ đè”. Sẽ ghi lại.",
      ],
      archived: ["LHPN · LHPN · C7 · Ô ngoài biểu · Gõ đè · Gõ đè lên nhãn hoặc công thức"],
    },
  ],
  [
    "the archive gone",
    (book) => book.delete("Lưu trữ"),
    {
      findings: [
        "missing-tab, rebuild: Tab Lưu trữ: cần một tab của sổ; thấy tab đã bị xóa. Sẽ lập lại tab trống; số liệu cũ lấy lại ở Tệp → Nhật ký phiên bản.",
      ],
    },
  ],
  [
    "a unit that became a hamlet, and closed then",
    (book) => {
      book.sheet("Đơn vị").type("C7", "Ấp");
      book.repair();
      book.sheet("Các ấp").type("C5", 77);
      book.sheet("Đơn vị").type("J7", "Ngừng hoạt động");
    },
    {
      findings: [
        "moved, rebuild: Tab Các ấp: cần các dòng, cột ở đúng chỗ của biểu; thấy dòng hoặc cột bị thêm, xóa hay chuyển chỗ. Sẽ dựng lại tab, chuyển mọi số đã nhập sang đúng dòng.",
        "moved, rebuild: Tab Hoạt động ấp: cần các dòng, cột ở đúng chỗ của biểu; thấy dòng hoặc cột bị thêm, xóa hay chuyển chỗ. Sẽ dựng lại tab, chuyển mọi số đã nhập sang đúng dòng.",
      ],
      rebuilt: ["Các ấp", "Hoạt động ấp"],
      archived: [
        "LHPN · Các ấp ·  · Chi ủy ấp (CUA) · '77 · Đơn vị ngừng hoạt động",
        "LHPN · Các ấp ·  · Lãnh đạo, quản lý của đơn vị (LD) · '3 · Đơn vị ngừng hoạt động",
        "LHPN · Các ấp ·  · Lãnh đạo, quản lý của đơn vị (LD) · '1 · Đơn vị ngừng hoạt động",
        "LHPN · Các ấp ·  · HD.1 · Nói chuyện chuyên đề · Đơn vị ngừng hoạt động",
        "LHPN · Các ấp ·  · HD.1 · '50 · Đơn vị ngừng hoạt động",
        "LHPN · Các ấp ·  · HD.1 · '30 · Đơn vị ngừng hoạt động",
        "LHPN · Các ấp ·  · HD.1 · Tuyên truyền · Đơn vị ngừng hoạt động",
        "LHPN · Các ấp ·  · HD.1 · '20/03/2026 · Đơn vị ngừng hoạt động",
        "LHPN · Các ấp ·  · HD.1 · CAX · Đơn vị ngừng hoạt động",
        "LHPN · Các ấp ·  · HD.1 · so.vn/1 · Đơn vị ngừng hoạt động",
        "LHPN · Các ấp ·  · KP.ns · '1000000 · Đơn vị ngừng hoạt động",
        "LHPN · Các ấp ·  · KP.ns · '900000 · Đơn vị ngừng hoạt động",
        "LHPN · Các ấp ·  · DG.results · Tốt · Đơn vị ngừng hoạt động",
      ],
      changes: [
        "Đơn vị!C7: Ấp",
        "Đơn vị!G7: Các ấp",
        "Đơn vị!H7: 122|LHPN",
        "Đơn vị!J7: Ngừng hoạt động",
        "Dữ liệu: 921 × 21",
        "Dữ liệu: formula × 1",
        "LHPN: gone",
        "LHPN (lưu): new",
      ],
    },
  ],
  [
    "a unit that closed and opened again",
    (book) => {
      book.sheet("Đơn vị").type("J7", "Ngừng hoạt động");
      book.repair();
      book.sheet("Đơn vị").type("J7", "");
    },
    {},
  ],
  [
    "a table's header typed over",
    (book) => book.sheet("Đơn vị").type("B4", "tên gì"),
    { findings: ["label, patch: Tab Đơn vị, ô B4: cần tên cột “Tên đơn vị”; thấy “tên gì”. Sẽ ghi lại."] },
  ],
  [
    "the approved unit's form, rebuilt",
    (book) => {
      book.sheet("Nhật ký").type("A5", "01/11/2026 08:00:00", "LHPN", 2026, "Duyệt");
      book.sheet("LHPN").insertRows(9);
    },
    {
      findings: [
        "moved, rebuild: Tab LHPN: cần các dòng, cột ở đúng chỗ của biểu; thấy dòng hoặc cột bị thêm, xóa hay chuyển chỗ. Sẽ dựng lại tab, chuyển mọi số đã nhập sang đúng dòng.",
      ],
      rebuilt: ["LHPN"],
      changes: ["Nhật ký!A5: 01/11/2026 08:00:00", "Nhật ký!B5: LHPN", "Nhật ký!C5: 2026", "Nhật ký!D5: Duyệt"],
    },
  ],
  [
    "figures that no one asked the hamlet for",
    (book) => {
      book.sheet("Các ấp").type("L6", 3);
      book.sheet("Các ấp").insertColumns(4);
    },
    {
      findings: [
        "moved, rebuild: Tab Các ấp: cần các dòng, cột ở đúng chỗ của biểu; thấy dòng hoặc cột bị thêm, xóa hay chuyển chỗ. Sẽ dựng lại tab, chuyển mọi số đã nhập sang đúng dòng.",
      ],
      rebuilt: ["Các ấp"],
      changes: ["Các ấp!L6: 3"],
    },
  ],
  [
    "a figure twice in a form",
    (book) => {
      const s = book.sheet("LHPN");
      s.insertRows(8).type("B8", "SL.CUX").type("D8", 77);
    },
    {
      findings: [
        "moved, rebuild: Tab LHPN: cần các dòng, cột ở đúng chỗ của biểu; thấy dòng hoặc cột bị thêm, xóa hay chuyển chỗ. Sẽ dựng lại tab, chuyển mọi số đã nhập sang đúng dòng.",
      ],
      rebuilt: ["LHPN"],
      archived: ["LHPN · LHPN · D8 · Ô ngoài biểu · '77 · Ô không còn thuộc dòng nào của biểu"],
    },
  ],
  [
    "keys shifted by a row",
    (book) => {
      const s = book.sheet("LHPN");
      for (let r = 20; r > 6; r--) s.type(`B${r + 1}`, s.at(`B${r}`));
    },
    {
      findings: [
        "moved, rebuild: Tab LHPN: cần các dòng, cột ở đúng chỗ của biểu; thấy dòng hoặc cột bị thêm, xóa hay chuyển chỗ. Sẽ dựng lại tab, chuyển mọi số đã nhập sang đúng dòng.",
      ],
      rebuilt: ["LHPN"],
    },
  ],
  [
    "keys erased altogether",
    (book) => {
      const s = book.sheet("LHPN");
      for (let r = 5; r < 51; r++) s.type(`B${r}`, "");
      s.deleteRows(3);
    },
    {
      findings: [
        "moved, rebuild: Tab LHPN: cần các dòng, cột ở đúng chỗ của biểu; thấy dòng hoặc cột bị thêm, xóa hay chuyển chỗ. Sẽ dựng lại tab, chuyển mọi số đã nhập sang đúng dòng.",
      ],
      rebuilt: ["LHPN"],
    },
  ],
  [
    "a unit whose element rows hold words",
    (book) => {
      book.sheet("LHPN").insertRows(7).insertRows(7).type("D7", "=1", "#REF!");
    },
    {
      findings: [
        "moved, rebuild: Tab LHPN: cần các dòng, cột ở đúng chỗ của biểu; thấy dòng hoặc cột bị thêm, xóa hay chuyển chỗ. Sẽ dựng lại tab, chuyển mọi số đã nhập sang đúng dòng.",
      ],
      rebuilt: ["LHPN"],
      archived: ["LHPN · LHPN · D7 · Ô ngoài biểu · '=1 · Ô không còn thuộc dòng nào của biểu"],
    },
  ],
  [
    "settings moved down and right",
    (book) => book.sheet("Cấu hình").insertRows(1, 2).insertColumns(1),
    {
      findings: [
        "rows, patch: Tab Cấu hình: cần dòng tiêu đề cột ở dòng 4; thấy ở dòng 6. Sẽ bỏ các dòng trống ở trên.",
        "column, patch: Tab Cấu hình, ô A: cần các cột liền nhau; thấy một cột trống chen vào. Sẽ bỏ cột trống.",
        "label, patch: Tab Cấu hình, ô B1: cần “CẤU HÌNH”; thấy ô trống. Sẽ ghi lại.",
        "label, patch: Tab Cấu hình, ô B2: cần “Người tổng hợp điền cột Giá trị. Mọi ta…”; thấy “CẤU HÌNH”. Sẽ ghi lại.",
        "rule, patch: Tab Cấu hình, ô C10: cần quy tắc nhập liệu; thấy ô nhập gì cũng được. Sẽ đặt lại, không đổi số liệu.",
        "format, patch: Tab Cấu hình, ô A5: cần định dạng số của sổ; thấy định dạng khác (32 ô, từ A5). Sẽ đặt lại, không đổi số liệu.",
        "colour, patch: Tab Cấu hình, ô A4: cần ô tô màu của biểu; thấy ô mất màu (29 ô, từ A4). Sẽ đặt lại, không đổi số liệu.",
        "strange-rule, patch: Tab Cấu hình, ô D12: cần ô không có quy tắc; thấy quy tắc của ô khác bị dán vào. Sẽ đặt lại, không đổi số liệu.",
      ],
      changes: ["Cấu hình!B3: Người tổng hợp điền cột Giá trị. Mọi tab khác đọc từ đây.", "Dữ liệu: 920 × 21"],
    },
  ],
  [
    "the register moved",
    (book) => book.sheet("Đơn vị").insertRows(2, 3).moveColumn(2, 5),
    {
      findings: [
        "rows, patch: Tab Đơn vị: cần dòng tiêu đề cột ở dòng 4; thấy ở dòng 7. Sẽ bỏ các dòng trống ở trên.",
        "column, patch: Tab Đơn vị: cần cột “Tên đơn vị” là cột B; thấy ở cột D. Sẽ chuyển về.",
        "label, patch: Tab Đơn vị, ô A2: cần “Danh sách đơn vị và ấp. Mỗi đơn vị một …”; thấy ô trống. Sẽ ghi lại.",
        "rule, patch: Tab Đơn vị, ô C5: cần quy tắc nhập liệu; thấy ô nhập gì cũng được (71 ô, từ C5). Sẽ đặt lại, không đổi số liệu.",
        "format, patch: Tab Đơn vị, ô A5: cần định dạng số của sổ; thấy định dạng khác (30 ô, từ A5). Sẽ đặt lại, không đổi số liệu.",
        "colour, patch: Tab Đơn vị, ô A4: cần ô tô màu của biểu; thấy ô mất màu (27 ô, từ A4). Sẽ đặt lại, không đổi số liệu.",
        "strange-rule, patch: Tab Đơn vị, ô B8: cần ô không có quy tắc; thấy quy tắc của ô khác bị dán vào (62 ô, từ B8). Sẽ đặt lại, không đổi số liệu.",
      ],
      changes: [
        "Đơn vị!A3: Danh sách đơn vị và ấp. Mỗi đơn vị một dòng, mỗi dòng một biểu. Chỉ ghi hộp thư chung, không ghi tên người.",
        "Dữ liệu: 924 × 21",
      ],
    },
  ],
  [
    "a history of a unit that got another code",
    (book) => {
      book.sheet("Lịch sử").type("A5", 2025, "lhpn", "LD", 5, 2).type("A6", 2025, "CAX", "LD", 5, 2);
      book.sheet("Đơn vị").type("A7", "PHUNU");
      book.sheet("Nhật ký").type("A5", "01/11/2026 08:00:00", "LHPN", 2026, "Duyệt");
    },
    {
      findings: [
        "label, patch: Tab LHPN, ô A1: cần “PHUNU”; thấy “LHPN”. Sẽ ghi lại.",
        "label, patch: Tab LHPN, ô B1: cần “# SL.LD SL.BCHX NV.V5.1 NV.V5.2 NV.V5.3”; thấy “# SL.LD SL.BCHX NV.V3.1 NV.V3.2 NV.V3.3…”. Sẽ ghi lại.",
        "label, patch: Tab LHPN, ô A5: cần “PHUNU”; thấy “LHPN”. Sẽ ghi lại.",
        "label, patch: Tab LHPN, ô A6: cần “PHUNU”; thấy “LHPN”. Sẽ ghi lại.",
        "label, patch: Tab LHPN, ô A7: cần “PHUNU”; thấy “LHPN”. Sẽ ghi lại.",
        "label, patch: Tab LHPN, ô A8: cần “PHUNU”; thấy “LHPN”. Sẽ ghi lại.",
        "label, patch: Tab LHPN, ô A9: cần “PHUNU”; thấy “LHPN”. Sẽ ghi lại.",
        "label, patch: Tab LHPN, ô A10: cần “PHUNU”; thấy “LHPN”. Sẽ ghi lại.",
        "… 49",
      ],
      changes: [
        "Đơn vị!A7: PHUNU",
        "Đơn vị!H7: LHPN|PHUNU",
        "Lịch sử!A5: 2025",
        "Lịch sử!B5: PHUNU",
        "Lịch sử!C5: LD",
        "Lịch sử!D5: 5",
        "Lịch sử!E5: 2",
        "Lịch sử!A6: 2025",
        "… 65",
      ],
    },
  ],
  [
    "a copy of the settings",
    (book) => book.copy("Cấu hình", "Bản sao Cấu hình"),
    {
      findings: [
        "copy, look: Tab Bản sao Cấu hình: cần mỗi biểu một tab; thấy bản sao của tab “Cấu hình”. Hãy xem rồi tự xóa nếu thừa; sổ không dùng bản sao này.",
      ],
      changes: ["Bản sao Cấu hình: new"],
      again: [
        "copy, look: Tab Bản sao Cấu hình: cần mỗi biểu một tab; thấy bản sao của tab “Cấu hình”. Hãy xem rồi tự xóa nếu thừa; sổ không dùng bản sao này.",
      ],
    },
  ],
  [
    "a stranger's sheet with a tab's title",
    (book) => {
      book.delete("Lịch sử");
      book.copy("Hướng dẫn", "lịch sử").put(
        "A1",
        Array.from({ length: 20 }, () => ["x"]),
      );
    },
    {
      findings: [
        "missing-tab, rebuild: Tab Lịch sử: cần một tab của sổ; thấy tab đã bị xóa. Sẽ lập lại tab trống; số liệu cũ lấy lại ở Tệp → Nhật ký phiên bản.",
      ],
      changes: [
        "Bảng điểm: formula × 1",
        "Kiểm tra: formula × 1",
        "Cấu hình!C30: Hướng dẫn=Hướng dẫn|Bảng điểm=Bảng điểm|Kiểm tra=Kiểm tra|Cấu hình=Cấu hình|Chỉ tiêu=Chỉ tiêu|Danh mục số liệu=Danh mục số liệu|Mốc=Mốc|Nhiệm vụ=Nhiệm vụ|Đơn vị=Đơn vị|Các ấp=Các ấp|Hoạt động ấp=Hoạt động ấp|Lịch sử=Lịch sử (2)|Nội dung báo cáo=Nội dung báo cáo|Dữ liệu=Dữ liệu|Nhật ký=Nhật ký|Quyền sửa=Quyền sửa|Lưu trữ=Lưu trữ|Mẫu biểu=Mẫu biểu",
        "Lịch sử: gone",
        "Dữ liệu: formula × 1",
        "lịch sử: new",
        "Lịch sử (2): new",
      ],
    },
  ],
];

describe("the repair of tables", () => {
  const healthy = filledBook();

  it.each(CASES)("mends %s", (_, damage, expected) => {
    expect(repairDamage(healthy, damage)).toEqual(expected);
  });
});
