/** What can go wrong with a call, in words that say what to do. The only place that reads the platform's own words. */

/** A call came back with nothing: a date or a function was among what the server returned. */
export class EmptyResult extends Error {
  override readonly name = "EmptyResult";

  constructor(endpoint: string) {
    super(`Empty result of ${endpoint}`);
  }
}

export const FAULT_KINDS = ["said", "connection", "permission", "locked", "time", "busy", "empty", "defect"] as const;

/** `said`: the server's own words for the person; the others are the platform's or a defect. */
export type FaultKind = (typeof FAULT_KINDS)[number];

/** A failed call, with words for the person. */
export class RpcFault extends Error {
  override readonly name = "RpcFault";
  readonly kind: FaultKind;
  /** What the call failed with. */
  readonly thrown: unknown;

  constructor(kind: FaultKind, message: string, thrown: unknown) {
    super(message);
    this.kind = kind;
    this.thrown = thrown;
  }
}

const PLATFORM: readonly (readonly [FaultKind, RegExp, string])[] = [
  [
    "connection",
    /NetworkError|Connection failure|HTTP 0\b|Failed to fetch|offline/i,
    "Mất kết nối. Việc vừa bấm có thể chưa được ghi: hãy xem mạng, rồi bấm Tải lại để biết.",
  ],
  [
    "permission",
    /Authorization is required|do not have permission|permissions are not sufficient|PERMISSION_DENIED/i,
    "Bạn chưa cho Sổ 2282 quyền cần cho việc này. Hãy mở lại tiện ích từ trình đơn, đánh dấu đủ các quyền, rồi thử lại.",
  ],
  [
    "locked",
    /protected (cell|range|sheet)|protected.*object/i,
    "Ô này đang khóa với tài khoản của bạn. Người tổng hợp mở khóa được bằng cách trả lại hoặc mở lại biểu của đơn vị.",
  ],
  ["time", /maximum execution time|timed? ?out/i, "Google dừng việc này vì hết giờ. Hãy bấm lại để làm tiếp."],
  [
    "busy",
    /too many (times|simultaneous|scripts)|Lock|try again later|Service .* failed/i,
    "Sổ đang bận vì có người khác đang làm. Hãy đợi một phút rồi bấm lại.",
  ],
];

/** Letters that only Vietnamese has here: the server's own words are for the person, Google's are not. */
const VIETNAMESE = /[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹàáãèéìíòóõùúýĩũ]/i;

/** What the platform puts before the words of what was thrown. */
const THROWN_NAME = /^(?:Uncaught\s+)?(?:[A-Za-z]*(?:Error|Exception|Fault)\s*:\s*)+/;

function textOf(thrown: unknown): string {
  if (typeof thrown === "object" && thrown !== null && "message" in thrown) return String(thrown.message);
  return String(thrown);
}

/** Reads what a call failed with. */
export function readFault(thrown: unknown): RpcFault {
  if (thrown instanceof RpcFault) return thrown;
  if (thrown instanceof EmptyResult) {
    return new RpcFault(
      "empty",
      "Máy chủ trả về kết quả rỗng. Hãy bấm Tải lại; nếu vẫn lỗi, báo người cài đặt.",
      thrown,
    );
  }
  const text = textOf(thrown);
  const words = text.replace(THROWN_NAME, "").trim();
  if (VIETNAMESE.test(words)) return new RpcFault("said", words, thrown);
  const known = PLATFORM.find(([, pattern]) => pattern.test(text));
  if (known) return new RpcFault(known[0], known[2], thrown);
  const shown = words === "" ? "không có lời nào" : words;
  return new RpcFault("defect", `Lỗi ngoài dự kiến: ${shown}. Hãy thử lại; nếu vẫn lỗi, báo người cài đặt.`, thrown);
}
