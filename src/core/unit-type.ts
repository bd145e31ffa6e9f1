/** The types of org units. */

export const UNIT_TYPES = ["dang", "co_quan", "su_nghiep", "vu_trang", "ct_xh", "ap"] as const;

export type UnitType = (typeof UNIT_TYPES)[number];

/** The types' names as users read them. */
export const UNIT_TYPE_NAMES: Readonly<Record<UnitType, string>> = {
  dang: "Cơ quan Đảng",
  co_quan: "Cơ quan, phòng ban",
  su_nghiep: "Đơn vị sự nghiệp",
  vu_trang: "Công an, quân sự",
  ct_xh: "MTTQ, tổ chức CT-XH",
  ap: "Ấp",
};
