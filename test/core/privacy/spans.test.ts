/** Where exactly personal data begins and ends. Every person, number and address is invented. */
import { describe, expect, it } from "vitest";
import { findPersonalData } from "../../../src/core/privacy.ts";

/** A text a line: what is found stands in brackets; ⏎ is the end of a line, ⇥ of a cell. */
function examples(lines: string): readonly string[] {
  return lines.trim().split("\n");
}

const NUMBERS = examples(`
CCCD 1234567890
CCCD 12345678
CMND 351234567 đồng
CMND 351234567 người
CCCD [89184001234]
CCCD: [089184001234].
CCCD 0891840012345
căn cước [091 190 005 678], cấp năm 2021
định danh/CCCD: [091190005678]
Số 089009123456
Số [089010123456]
Số 089109123456
Số [089110123456]
Số [089229123456]
Số 089230123456
Số [089329123456]
Số 089330123456
Số 089429123456
Số 000184001234
Số [001184001234]
Số [096184001234]
Số 097184001234
Mã hồ sơ 089184001234
Mã giao dịch: 0912345678
Tài khoản [0912345678] tại ngân hàng
MST 0312345678
Số 08 91 84 00 12 34
Số [089 184 001 234]
05 12 34 56 78
[051 234 56 78]
[05 1234 5678]
[05 12345678]
03.11.2026 08 00
0912 345 678/9
A0912345678
1.0912345678
0912345678.000
[0912345678] và [0387654321]
[02963 852 123]
Văn phòng: 02963852123
Văn phòng [0912345678]
Hotline: 0296 385 2123
Cơ quan – điện thoại: 02963852123
Điện thoại cơ quan 02963852123
Điện thoại: [02963852123]
điện thoại: [912345678]
điện thoại: 12 345 678
liên hệ ngày 05.11.2026 08
liên hệ 05-11-2026 08
liên hệ 912345678 lượt
[+84912345678]
[+84 (0) 912345678]
[+84 0912345678]
[0084 912 345 678]
+84112345678
[84912345678]
84912345000
84912345678 đồng
kinh phí 84912345678
mã 84912345678
[84112345678]
[351234567]
[391234567]
[381234567]
001234567
[011234567]
351234000
351234567 đồng
tổng số 351234567
mã số 351234567
| [912345678] |
[912345678] ⇥ [89184001234]
912345000
[112345678]
89484001234
Hộ chiếu số [C1234567]
Hộ chiếu C123456
Hộ chiếu [C12345678]
Hộ chiếu C123456789
Hộ chiếu: CC1234567
https://zalo.me/[84912345678]
https://zalo.me/09123456789
https://zalo.me/g/0912345678
xem https://a.example/u/0912345678 nhé
https://a.example/?to=[lan@gmail.com]
[lan@xa.example], https://a.example/lan@xa.example
Lan <[lan85@gmail.com]>; [hung@yahoo.com]
Hoa Mai (1985)
CCCD [089184001234]
[089184001234]
Số căn cước: [091 190 005 678]
[092302004567] cấp ngày 12/05/2022
CMND [351234567]
[371456789]
CMND: [351 234 567]
CCCD số [89184001234]
Định danh cá nhân [001199012345]
Hộ chiếu: [C1234567]
[0912345678]
Liên hệ [0912.345.678]
SĐT: [091 234 5678]
ĐT [0387-654-321]
[912345678]
[89184001234]
[+84 912 345 678]
([+84) 387 654 321]
[0084912345678]
[84987654321]
Zalo [0778 123 456] để nhận tài liệu
sđt [912345678]
([0918) 123 456]
https://zalo.me/[0912345678]
Nhà riêng: [02963852123]
Điện thoại: [0977 12 34 56]
[hungtran@outlook.com]
Thư: [MAI_LE@HOTMAIL.COM]
[be.ba@icloud.com]
[lethimai.c3@angiang.edu.vn]
[ntlan @ gmail.com]
https://docs.example/form?user=[tranvanhung@gmail.com]
[TRẦN THỊ HOA] (1990), [LÊ THỊ MAI] (1992)
Gọi cho Lan [0909123456]
[0283 822 1234]
[090.9123.456]
[0909 123456]
LH: [0939.12.34.56]
zalo: [84909123456]
CCCD: [0911 8500 6789]
số CMND: [370123456]
CMND/CCCD [091085001234]
Mã định danh: [091301001234]
[lan.nt85@gmail.com]
mailto:[hoa_le@yahoo.com]
[lethihoa@outlook.com.vn]
<[tuan@proton.me]>
`);

const NAMES = examples(`
https://a.example/@lan.nguyen
[Nguyễn Thị Lan]
Nguyễn Lan
Nguyễn Thị
Bà [Nguyễn Lan]
Bà [Nguyễn]
Bà [Hoa Mai]
bà [Mai Lan]
bà [Mai Hoa Lan]
[Nguyễn Thị Lan], Hoa Mai
[Nguyễn Thị Lan], [Trần Hưng]
[Nguyễn Lan], [Trần Hưng]
[Nguyễn Lan], [Trần Hưng], [Lê Bưởi]
[Nguyễn Bưởi], [Trần Hưởng]
[Nguyễn Bưởi], [Trần Hưởng], [Lê Khưởi]
Nguyễn Bưởi
[Nguyễn Bưởi] ⏎ [Trần Hưởng] ⏎ [Lê Khưởi]
[Nguyễn Bưởi] ⏎ [Trần Hưởng]
- [Nguyễn Bưởi] ⏎ - [Trần Hưởng] ⏎ - [Lê Khưởi]
Công Tằng Tôn Nữ Thị Ngọc Lan
[NGUYỄN THỊ LAN] CHỦ TRÌ
[NGUYỄN VĂN A]
[Nguyễn Văn A] và [Trần Thị B]
Ông [Nguyễn Văn A].
[nguyễn thị lan]
bà nguyễn lan trình bày
[Lê thị mai]
[Lê thị Mai] trình bày
Lê văn Hùng
[Bùi thị hoa] và [Lê thị mai]
Đường Nguyễn Thị Minh Khai
Trường THCS Nguyễn Trãi
Trường Tiểu học Lê Văn Tám, Trường Mầm non Hoa Mai
Hội Thi Hoa Mai Vàng
Hồ Chí Minh
Tư tưởng Hồ Chí Minh
Hồ Chí Minh, [Nguyễn Thị Lan], [Trần Văn Hùng]
HỒ CHÍ MINH QUANG VINH
Giải thưởng Trần Đại Nghĩa
Chủ nhiệm câu lạc bộ: [Nguyễn Thị Lan]
Câu lạc bộ Nguyễn Thị Lan
Câu lạc bộ bà [Nguyễn Thị Lan]
Chủ tịch UBND xã [Nguyễn Thị Lan]
UBND xã Nguyễn Thị Lan
Trưởng ấp Trần Hoa
Ấp Trần Thị Hoa
Trưởng ấp [Trần Thị Hoa]
cau lac bo Nguyen Thi Lan
ba [Nguyen Thi Lan], ong [Tran Van Hung]
[Nguyen Thi Lan]
Nguyen Lan
ong [Le Nam]
Truong THCS Nguyen Trai
[Nguyễn Bưởi] (1985)
[Nguyễn Bưởi] sinh năm 1985
[Nguyễn Bưởi], 12/5/1985
Nguyễn Bưởi 1929
[Nguyễn Bưởi] 1930
[Nguyễn Bưởi] 2009
[Nguyễn Bưởi] 2010
Nguyễn Bưởi 2011
Nguyễn Bưởi 19851
Phó Chủ tịch [Trần Ngọc Bích] dự họp
Báo cáo viên là [Trần Ngọc Bích]
Hội nghị có [Trần Ngọc Bích] dự
Hội nghị có [Trần Thị Bích] dự
Hội nghị có bà [Trần Bích] dự
Hội nghị có Bà: [Trần Bích] dự
Hội nghị có bà. [Trần Bích] dự
Bà [Lan] phát biểu
[Trần Ngọc Bích] (Phó Chủ tịch), [Lê Minh Anh] (Chánh Văn phòng)
[Trần Ngọc Bích] - Phó Chủ tịch; [Lê Minh Anh] - Chánh Văn phòng
[Trần Ngọc Bích] cùng [Lê Minh Anh]
Trần Ngọc Bích. Lê Minh Anh dự
[Trần Ngọc Bích] với [Lê Minh Anh]
1. [Trần Ngọc Bích]
Trần Ngọc Bích hoàn thành
[Trần Ngọc Bích] ⏎ hoàn thành
Kết quả ⏎ [Trần Ngọc Bích] ⏎ hoàn thành
Đơn vị: Trần Ngọc Bích
Ông   [Trần   Văn   Hùng]
Ông [Trần]     Văn Hùng
Bà ⏎ [Trần Bích]
Đ/c [Trần Bích]
Đ/c. [Trần Bích]
“Bà” “[Trần Bích]”
bà ([Trần Bích])
Em [Phạm Gia Bảo] đạt giải
Cháu [Lý Bảo An]
chị Tăng Cường
Tăng Cường Công Tác
Ban Vì Sự Tiến Bộ
Hà Nội, Cao Bằng, Lâm Đồng
An Giang, Kiên Giang
Phụ Nữ Việt Nam
[Nguyễn Thị Lan] ⏎ [Trần Văn Hùng] ⏎ [Lê Thị Mai]
[Nguyễn Thị Lan], [Trần Văn Hùng], [Lê Thị Mai]
[Nguyễn Thị Lan]; [Trần Văn Hùng]; [Lê Thị Mai]
1. [Nguyễn Thị Lan] ⏎ 2. [Trần Văn Hùng] ⏎ 3. [Phạm Ngọc Ánh]
1) Bà [Nguyễn Thị Lan] ⏎ 2) Ông [Trần Văn Hùng]
- Bà [Nguyễn Thị Lan] – Phó Chủ tịch ⏎ - Bà [Lê Thị Mai] – Trưởng phòng
Đ/c [Nguyễn Thị Lan], Đ/c [Trần Văn Hùng]
đ/c [Nguyễn Thị Lan] (1985), đ/c [Lê Thị Mai] (1990)
[Nguyễn Thị Lan] (sinh năm 1985)
[Phan Minh Tâm], sinh năm 1988, trình độ đại học
[Huỳnh Ngọc Diễm] SN 1992
[NGUYỄN THỊ LAN], [TRẦN VĂN HÙNG], [LÊ THỊ MAI]
[NGUYỄN THỊ LAN] ⏎ [TRẦN VĂN HÙNG]
[nguyễn thị lan], [trần văn hùng]
[Nguyen Thi Lan], [Tran Van Hung], [Le Thi Mai]
[nguyen thi lan]; [tran van hung]
[NGUYEN THI LAN] ⏎ [TRAN VAN HUNG]
[Danh Thị Sóc], [Neáng Kim Lang]
Danh sách nữ trong quy hoạch: [Nguyễn Thị Lan], [Lê Thị Mai] và [Trần Ngọc Bích]
Gồm [Lê Nam], [Trần Hoa], [Phạm Tuấn]
STT ⇥ Họ và tên ⇥ Năm sinh ⏎ 1 ⇥ [Nguyễn Thị Lan] ⇥ 1985 ⏎ 2 ⇥ [Trần Văn Hùng] ⇥ 1979
[Võ Thị Bé Ba] / [Đặng Thị Kiều Oanh] / [Bùi Thị Thu Hà]
[Cao Thị Ngọc Hân]; [Hà Minh Thư]; [Mai Thị Cẩm Tú]
Họ và tên: [Trương Thị Mỹ Duyên]
[Trương Thị Mỹ Duyên]
[Lâm Thị Hồng Nhung]
[Đặng Hoàng Phúc]
Bà [Nguyễn Thị Lan] trình bày chuyên đề về bình đẳng giới
Hội nghị do bà [Trần Thị Kim Chi] chủ trì
Tổ trưởng là ông [Lê Văn Út], tổ phó là bà [Phạm Thị Tư]
Đồng chí Phó Chủ tịch UBND xã [Nguyễn Thị Lan] phát biểu chỉ đạo
Đ/c [Huỳnh Thị Thu Vân] được bổ nhiệm Phó Trưởng phòng
Chị [Bùi Ngọc Yến] đang nghỉ thai sản nên chưa tham gia lớp
anh [Ngô Văn Tài] nghỉ việc từ tháng 6
cô [Phan Thị Diệu] là hiệu phó duy nhất
Thầy [Đỗ Minh Quân] phụ trách lớp tập huấn
Bổ sung đồng chí [Lê Thị Cẩm Hường] vào quy hoạch Phó Bí thư
Trưởng ấp [Trần Thị Hoa] nghỉ hưu
Hiệu trưởng [Lê Thị Ngọc Trâm] nghỉ theo chế độ
Báo cáo viên: [Trần Minh Trí]
ba [Nguyen Thi Lan] trinh bay
Đã cử [Nguyễn Thị Hồng Gấm] học lớp trung cấp lý luận chính trị
Hộ bà [Thạch Thị Sa Rươne] được vay vốn
Ủng hộ của ông [Quách Tấn Phát], ấp Vĩnh Phước 1
CCCD: [089.185.007.890]
Chứng minh nhân dân số [362.123.456]
[nguyenthilan85@gmail.com]
Gửi về [lan.nguyen@yahoo.com.vn] trước ngày 10
[nguyenthilan@vinhphong.example]
[Trần Thị Tuyết Nhung] - Chủ tịch Hội LHPN ⏎ [Nguyễn Thanh Tuấn] - Bí thư Đoàn
Lớp học có các đồng chí: [Lê Thị Bích Thủy], [Huỳnh Kim Ngân], [Đỗ Thị Thanh Hà]
Thành viên tổ hòa giải: Ông [Phạm Văn Sáu] (tổ trưởng), bà [Ngô Thị Lài], bà [Danh Thị Út]
Đã kết nạp đảng viên mới [Võ Thị Ngọc Giàu]
Trình độ: chị [Lý Thị Sà Ruône] tốt nghiệp đại học
[Nguyễn  Thị   Lan] ; [Trần  Văn   Hùng]
• [Hồ Thị Cẩm Loan] ⏎ • [Dương Thị Mộng Tuyền]
[Nguyễn Thị Lan] và [Trần Thị Hoa] được cử đi học
Cô giáo [Lê Thị Huyền Trân] đạt giải nhất
Người phụ trách: [Phạm Quốc Toàn]
Người liên hệ [Bùi Thị Hạnh]
[Nguyễn Thị Lan]|[Trần Thị Hoa]|[Lê Thị Mai]
[Nguyễn Thị Lan] 15/3/1985
đồng chí [Nguyễn Văn Hùng] – Chủ tịch UBND xã chủ trì hội nghị
Do ông [Châu Văn Tính] làm tổ trưởng
Bà [Mai Thị Lý] và ông [Cao Văn Bảy] hiến đất
Bà [Đào Ngọc Hương]
Ông [Thái Văn Sơn]
Chị [Kim Thị Sa Rết]
Nữ: [Trần Ngọc Mai], [Phạm Bảo Trân]
Thiếu bà [Nguyễn Lan] do nghỉ ốm
[tran thi hoa] - [le thi mai] - [pham thi nga]
Đề nghị bổ sung [Trần Thị Hoa], [Lê Minh Anh] vào danh sách
[Lê Minh Anh]
[Nguyễn Văn A]
Ông [Nguyễn Văn A], bà [Trần Thị B]
Thầy [Đoàn Văn Hậu]
em [Trương Gia Hân] lớp 9A1 đạt giải
Hội viên [Đinh Thị Thu Thảo] thoát nghèo
đ.c [Phùng Thị Xuân]
Đ/C [PHẠM THỊ NGA]
đồng chí: [Phan Thị Kim Thoa]
tel:[+84-909-123-456]
[079190012345] – [Nguyễn Thị Lan]
[Nguyễn Thị Lan]; [lan@xa.gov.vn]
Tổ CNSCĐ: 1/ [Lê Hoàng Nam] 2/ [Trần Thị Diễm] 3/ [Võ Minh Khoa]
Nữ: [Đỗ Thị Gái] ⏎ Nam: [Đỗ Văn Trai]
Ông [Danh Hoàng]
Ông: [Kiên Sa Rây]
Họ tên: [Lê thị mai]
Chủ nhiệm CLB: [Nguyễn Hồng Đào]
Bà [Nguyễn Thị Lan], [0912345678], [nguyenlan@gmail.com]
[Trần Văn Hùng], CCCD [089084001234], SĐT [0912 345 678]
`);

/** Where capitals tell nothing a word of the sentence may be taken along, or a syllable of a long name left. */
const CARELESS = examples(`
Bà [Nguyễn Công Tằng] [Tôn Nữ Thị Ngọc]
[NGUYỄN THỊ LAN ANH MAI HOA] HỒNG PHÁT BIỂU
[NGUYỄN THỊ LAN PHÁT] BIỂU KHAI MẠC
BÀ [NGUYỄN THỊ LAN PHÓ] CHỦ TỊCH XÃ PHÁT BIỂU
bà [nguyễn thị lan trình] bày
chị [lê thị mai anh] hoa hồng
Bà [Lê thị mai] hoa
Bà [Lê thị hồng] mai
Bà [Mai] thị lan
BÀ [NGUYỄN THỊ LAN PHÓ] CHỦ TỊCH
`);

function mark(text: string): string {
  let marked = "";
  let from = 0;
  for (const { start, end } of findPersonalData(text)) {
    marked += `${text.slice(from, start)}[${text.slice(start, end)}]`;
    from = end;
  }
  return marked + text.slice(from);
}

describe("personal data", () => {
  it.each([...NUMBERS, ...NAMES, ...CARELESS])("is exactly what stands in brackets: %s", (example) => {
    const expected = example.replaceAll(" ⏎ ", "\n").replaceAll(" ⇥ ", "\t");
    expect(mark(expected.replace(/[[\]]/g, ""))).toBe(expected);
  });
});
