/** The desk's views: what each is called, in their order. */

export const VIEWS = [
  ["overview", "Tổng quan"],
  ["units", "Đơn vị"],
  ["issues", "Kiểm tra"],
  ["report", "Báo cáo"],
  ["settings", "Thiết lập"],
] as const;

export type ViewName = (typeof VIEWS)[number][0];
