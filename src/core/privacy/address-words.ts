/** The words by which one given name, or a name of an ethnic minority, is told after a form of address. Data only. */
import { phrases, words } from "./name-words.ts";

/** How a person is addressed; longer forms hold shorter ones (“cô giáo”, “đ/c”). */
export const ADDRESSES = phrases(
  `
  bà, ông, chị, anh, cô, chú, thầy, em, cháu, bác, dì, cậu, mợ, thím, dượng, cụ, đồng chí, đ c, đc, cô giáo, thầy giáo,
  thầy cô, anh chị, bác sĩ, bác sỹ, y sĩ, y sỹ, dược sĩ, nữ hộ sinh, hộ sinh, điều dưỡng, kỹ sư, cử nhân, thạc sĩ, thạc sỹ, tiến sĩ,
  tiến sỹ, giáo sư, luật sư, bs, bscki, bsckii, bs cki, bs ckii, bác sĩ cki, ths bs, bác sĩ chuyên khoa, ths, pgs, nhs, sư cô, ni sư, thượng tọa, đại đức, hòa thượng,
  thiếu úy, trung úy, thượng úy, đại úy, thiếu tá, trung tá, thượng tá, đại tá
`,
  `
  ba, ong, chi, anh, co, chu, thay, em, bac, dong chi, d c, co giao, thay giao, bac si, y si, bs, ths, nhs
`,
);

/** Degrees whose two letters mean other things, too: they need a full stop (“CN. Hoa”; “KS Hoa Sen” is a hotel). */
export const DOTTED_ADDRESSES = phrases("cn, ks, gs, ts, ds, ys, đd, cki, ckii, ls, hs, ncs", "cn, ks, gs, ts, ds, ys");

/** A word before “anh”, “em” or “cô” that makes another word of it: “tiếng Anh”, “trẻ em”. */
export const BEFORE_NO_ADDRESS = phrases(
  `tiếng anh, môn anh, nước anh, người anh, bảng anh, vương quốc anh, liên anh, khối anh, lớp anh, phiên anh, trẻ em, đàn em,
  đàn anh, đàn chị, ghi chú, bị chú, chăm chú, y bác`,
  `tieng anh, mon anh, ghi chu, nuoc anh, nguoi anh, bang anh, tre em, dan em, dan anh, dan chi, kinh chi, chieu chi, thu chi, tong chi,
  khong co, da co, con co, hien co, thu ba, thang ba, hang ba, ngay ba, dia chi, tieu chi, tap chi, bao chi, can co, la co, deu co, ap ba, xa ba`,
);

/** Before a form of address they make a place's name of it: “chợ Bà Chiểu”, “đường cô Giang”. */
export const PLACES_BEFORE = words(
  "đường phố chợ cầu kênh rạch sông hồ đình chùa miếu đền lăng mộ núi hòn đảo ấp khóm thôn cống bến hẻm lộ giếng đèo bãi đồi vía lễ vàm xã lao hát phim truyện vở mục phẩm kịch thơ",
  "duong pho cau kenh rach song chua mieu nui khom",
);

/** Addresses that make a group of persons with the one before them: “chị em”, “ông bà”, “thầy cô”. */
export const PAIRED = words(
  "chị em anh bà ông cô chú bác dì cậu thầy cha mẹ con",
  "chi em anh ba ong co chu bac thay cha me",
);

/** What follows “bà”, “ông”, “chú”, “bác” and is no one's name: legends, places, words of two syllables. */
export const NO_NAMES = phrases(
  `
  chị em, anh em, cô em, bác hồ, bác tôn, bác ái, bác sĩ, bác sỹ, bác học, bà trưng, bà triệu, bà rịa, bà điểm, bà đen, bà chúa, bà nà, bà chiểu, bà hom,
  bà tiên, bà bóng, bà mụ, bà đỡ, bà mẹ, bà ngoại, bà nội, bà đầm, bà hạt, bà đanh, bà quẹo, bà xã, ông táo, ông công, ông địa,
  ông bụt, ông lãnh, ông tạ, ông đốc, ông tiên, ông đồ, ông trang, ông chưởng, ông tượng, ông nội, ông ngoại, ông trời, ông xã,
  ông hổ, ông cọp, ông từ, ông lang, ông bổn, chú cuội, chú ý, chú trọng, chú tiểu, chú hề, chú giải, chị sứ, chị dậu, chị hằng,
  cô tô, cô tiên, cô tấm, cô giang, cô bắc, cô dâu, cô lập, cô đơn, cô đọng, cô đặc, cô ấy, cô đỡ, cô giáo, cô nuôi, anh hùng, anh dũng,
  anh văn, anh quốc, anh ngữ, anh minh, anh đào, anh em, anh tuấn, anh pháp, anh mỹ, anh ninh, em út, em bé, em gái, em trai, em thơ, em thân,
  em vui, em yêu, thầy thuốc, thầy cúng, thầy giáo, thầy cai, cụ thể, cháu ngoan, cháu nhỏ, cậu bé, dì ghẻ, cụ rùa, cụ hồ, đồng chí nữ,
  chị đại, cô vy, bà trung, anh việt, cô ba vũng tàu, cậu vàng, bác nông dân, em nhỏ, em năm, đồng chí tân, đồng chí nguyên,
  cử nhân văn, cử nhân quản, cử nhân kinh, cử nhân chính, cử nhân luật, kỹ sư nông, y sĩ sản, điều dưỡng trưởng,
  điều dưỡng sản, nữ hộ sinh trung, bác sĩ sản, bác sĩ nội, bác sĩ đa, bác sĩ nhi, bác sĩ gia, luật sư đoàn
`,
  `
  bac ho, bac ton, bac ai, bac si, bac hoc, bac lieu, bac giang, bac ninh, bac son, bac kan, ba trung, ba trieu, ba ria, ba diem,
  ba den, ba chua, ba na, ba chieu, ba tri, ba vi, ba dinh, ba be, ba hon, ba chuc, ba the, ba tien, ong tao, ong cong, ong dia, ong lanh, ong ta, ong doc,
  chu y, chu trong, chu tri, chu tich, chu the, chu lai, chu se, chu van, co to, co tien, co giang, co bac, co so, co quan, co cau, co dien,
  co giao, anh hung, anh dung, anh van, anh quoc, anh ngu, anh son, em gai, chi tiet, chi thi, chi phi, chi hoi, chi bo, chi lang, chi linh,
  chi an, chi tam, chi nam, chi nhanh, chi tieu, co khi, co hoi, co dong, co phan, co do, chi hoa, chi lan, co nhi, co hoa, co duc, thay thuoc
`,
);

/** A word that follows an address and is a post's or an office's, though a name may begin like it: “đồng chí Phó …”. */
export const POST_WORDS = words(
  "phó trưởng bí chủ thường hiệu ủy viên đại phòng hội nữ tổng lãnh cán thủ giám tổ ấp chánh đảng bộ sở ban nguyên",
  "pho truong bi chu thuong hieu uy vien dai phong hoi nu tong lanh can thu giam to ap chanh dang bo so ban nguyen",
);

/** Ordinary words of two syllables, the first of which is a name as well: “Hòa giải”, “Chính trị”, “Lan tỏa”. */
export const COMPOUNDS = phrases(
  `
  an toàn, an ninh, an sinh, an giang, an ủi, ân cần, ân tình, bình đẳng, bình quân, bình chọn, bình xét, bình thường, bảo vệ, bảo hiểm, bảo đảm,
  bảo mẫu, bảo tàng, bảo trợ, bảo trì, biên bản, biên chế, biên phòng, chi bộ, chi hội, chi đoàn, chi ủy, chi tiết, chi phí, chi trả, chi tiêu,
  chí nguyện, chính trị, chính quyền, chính sách, chính phủ, chính ủy, chính thức, chiến sĩ, chiến sỹ, chiến thắng, chiến dịch, chương trình,
  chức danh, chức vụ, công an, công chức, công đoàn, công nhân, công tác, công trình, công nghệ, công ty, công việc, công bố, công khai,
  công lập, công dân, công ích, cơ quan, cơ sở, cơ cấu, cúc áo, cương vị, dân quân, dân vận, dân tộc, dân số, dân cư, dân chủ, diễn đàn,
  diễn viên, danh sách, danh hiệu, danh dự, du lịch, dung dịch, duy trì, duy nhất, dũng cảm, đa khoa, đại biểu, đại diện, đại hội, đại úy, đại tá, đại đức,
  đại học, đạo đức, đạo diễn, đăng ký, điểm trường, điển hình, điều dưỡng, điều hành, điện lực, điện tử, định hướng, định kỳ, đoàn viên,
  đoàn thanh, đoàn kết, đoàn thể, đoàn trường, đoàn xã, đông đảo, đồng bào, đồng chủ, đồng ý, đường phố, gia đình, giang sơn, giàu nghèo,
  hà nội, hai giỏi, hạnh phúc, hân hoan, hậu cần, hậu phương, hiền hậu, hiến máu, hiến đất, hiệp hội, hiệu trưởng, hiệu phó, hiệu quả, hiệu bộ,
  hoa kiểng, hoa hồng, hoa màu, hoa quả, hòa giải, hòa bình, hòa thượng, hòa hợp, hòa nhã, hoàn thành, hoàn cảnh, hoàn thiện, hội viên, hội trưởng,
  hội phó, hội liên, hội nông, hội phụ, hội cựu, hội đồng, hội lhpn, hội nghị, hội thi, hội thảo, hội trường, hợp tác, hợp đồng, huấn luyện,
  hưng thịnh, hương ước, hướng dẫn, hữu ích, hữu nghị, khoa học, khoa nội, khoa sản, khoa ngoại, khoa dược, khuyến học, khuyến nông, kiểm tra,
  kiểm soát, kiểm lâm, kiểm sát, kiên trì, kiên quyết, kiều bào, kỷ luật, kỷ niệm, kỷ yếu, kỳ họp, lan tỏa, lan truyền, làm chủ, lập kế, lập hồ,
  liên đội, liên đoàn, liên hệ, liên hiệp, liên kết, liên chi, lễ hội, lễ phép, lễ tân, linh hoạt, linh mục, lực lượng, lợi ích, lương tâm,
  lương thực, lượng giá, lưu ý, lưu trữ, lý luận, lý do, lý lịch, mai táng, mai sau, mến khách, minh bạch, minh chứng, mỹ phẩm, mỹ thuật, mỹ nghệ,
  năm nay, năm học, năng động, năng lực, nghĩa vụ, nghị quyết, nghị lực, nhân viên, nhân dân, nhân ái, nhân hậu, nhân đạo, nhân sự, nhân sĩ,
  nhân chứng, nhất trí, nhất là, nhiệm kỳ, nhiệm vụ, nữ công, phát biểu, phát triển, phát huy, phát thanh, phong trào, phong cách, phong tục,
  phụng dưỡng, phúc lợi, phương tiện, phương hướng, phương pháp, phú nông, quản lý, quản trị, quản giáo, quản sinh, quản trang, quân sự, quân nhân,
  quân y, quân đội, quang vinh, quốc tế, quốc hội, quốc phòng, quốc gia, quy hoạch, quy định, quyền lợi, quyết định, quyết tâm, quyết toán, sang năm,
  sao nhi, sao đỏ, sen hồng, sinh viên, sinh hoạt, sinh sản, sinh con, sinh đẻ, sương phụ, tài chính, tài vụ, tài năng, tài xế, tài liệu, tài khoản,
  tâm lý, tâm huyết, tâm thần, tâm sự, tân binh, tân bí, tân chủ, tân cử, tân sinh, tân hiệu, tân phó, tạo điều, tập huấn, tập thể, tập trung,
  tiên tiến, tiến bộ, tiến sĩ, tiến sỹ, tiến hành, tiếp tục, tiếp thị, tiếp dân, tiếp viên, tiếp tân, tình nguyện, tình thương, toàn bộ, toàn thể, toàn dân, toàn xã,
  trang bị, trang trí, trí thức, trí tuệ, trị an, trung tâm, trung ương, trung tá, trung úy, trung niên, trung học, trung cấp, trung thực, trung hậu,
  trung đội, trưởng ban, trưởng phòng, trưởng ấp, trưởng trạm, trưởng khóm, trưởng thôn, trưởng công, trưởng đoàn, trường học, trường mầm,
  trường tiểu, trường thcs, trường thpt, trường mẫu, trường trung, trường th, trường phòng, trực ban, trực tiếp, trực thuộc, tuấn tú, tuyên giáo,
  tuyên huấn, tuyên truyền, tuyên dương, tuyển dụng, tư pháp, tư vấn, tư lệnh, tư tưởng, tươi vui, tường trình, thành viên, thành phố, thành lập, thành đoàn,
  thành ủy, thành tích, thanh niên, thanh tra, thanh thiếu, thanh toán, thanh lịch, thạch anh, thái độ, thảo luận, thẩm phán, thân nhân, thân thiện,
  thân thiết, thân mẫu, thân yêu, thế hệ, thể thao, thể dục, thi đua, thiện nguyện, thịnh vượng, thông tin, thông báo, thống kê, thống nhất, thôn trưởng, thời gian,
  thu nhập, thu ngân, thu hoạch, thuần phác, thực hiện, thực tế, thường vụ, thường trực, thường xuyên, thương binh, thương yêu, thương lái, thương mại, thư ký, thư viện,
  thượng úy, thượng tá, thượng sĩ, thượng tọa, thức khuya, uyên bác, vàng da, văn phòng, văn thư, văn hóa, văn nghệ, văn công, văn minh, vân vân, viên chức,
  việt nam, việt kiều, vinh dự, vĩnh phong, vị thành, vui vẻ, vui tươi, xuân sơn, xinh đẹp, yên bình, yên tâm, yến tiệc, ý tế, ý kiến, y tế, y sĩ, y sỹ, y tá, y học, y dược
`,
  `
  an toan, an ninh, an sinh, binh dang, binh quan, bao ve, bao hiem, bao dam, bien ban, bien che, bien phong, chi bo, chi hoi, chi doan, chi uy, chi tiet,
  chinh tri, chinh quyen, chinh sach, chinh phu, cong an, cong chuc, cong doan, cong nhan, cong tac, cong trinh, dan quan, dan van, dan toc, dan so,
  dai bieu, dai dien, dai hoi, doan vien, doan thanh, doan the, gia dinh, hoa giai, hoa binh, hoi vien, hoi lien, hoi nong, hoi phu, hoi dong, hoi nghi, hoi thi,
  hop tac, hop dong, khuyen hoc, kiem tra, ky luat, lien doi, lien hiep, le hoi, ly luan, nhan vien, nhan dan, phat trien, phong trao, quan ly, quan su, quoc te,
  quoc hoi, quy hoach, sinh hoat, tai chinh, tap huan, tap the, tien si, toan the, trung tam, trung uong, truong ban, truong phong, truong ap, tuyen giao,
  tuyen truyen, tu phap, thanh vien, thanh nien, thanh tra, the thao, thi dua, thong tin, thong ke, thu ky, thuong vu, van phong, van hoa, vien chuc, viet nam, y te
`,
);

/** Numbers by which brothers and sisters are called; alone they name nobody (“anh Ba, chị Tư tham gia tổ tự quản”). */
export const ORDINALS = words("hai ba tư năm sáu bảy tám chín mười út cả", "hai ba tu nam sau bay tam chin muoi ut ca");

/** Syllables of Khmer, Chăm, H'Mông, Ê Đê and other names, which hardly any other word has. */
export const MINORITY = words(
  `
  néang neáng neang nèang néng sóc srây srey rây rêy sây rươne ruône rết phol phal sol sô soly sarươl sa sà sary sari rithy rin ri ry kha khên thol ranh
  khol chau châu chanh rọt rót oi ói ol som sêm sóth sốc bol bích thone sithone sothy sokha sokhom sophia soryan vanna dara bopha
  pisey pha sovan sóvan rachana ratana mony moni savath kiri keo kết nê nhê nát út oanhna xà xây đươl đa hươl hon mách mách-sa mohamad mohammad mohamach
  fatimah fatima aisah aishah rohimah rokyah zakaria zacky ismail ysa ali haji hamidah salymah saly karim kadir maryam mariyam
  giàng sùng thào vừ vàng lầu lù hờ thò tráng cháng phàn tẩn lý dính páo pao chư sính súa vư dơ mỷ mỵ máy sua pà dia chú chía
  tủa tếnh chứ chơ giống dế mo seo khua xay hầu sình nhè lò cà quàng lường tòng điêu hà vi lô cầm lang hmông
  niê nie ayun kbuôr kbuor mlô mlo êban êñuôl ênuôl knul kdăm kđăm kriêng byă bya bkrông hmok hđơk hwing ksor rơ rmah rahlan rah siu kpă nay rcom rơchâm
  moan ngông bih blô thơ hen hnhan nhiêu bhum nhan năng yung bhem brêu brim brong grin mbông kon ka dơng liêng lơ mu rông
  alăng bhling zơ râm bríu pơloong arâl riah hôih cơlâu hốih ating coor
`,
  "neang nie ayun kbuor mlo eban knul kdam ksor rmah siu giang sung thao mohamad fatimah aisah rohimah",
);

/** A list's head that speaks of persons. */
export const PERSONS_LISTED =
  /(?<!\p{L})(?:chị|anh|đồng chí|đ\/c|cán bộ|công chức|viên chức|đảng viên|hội viên|đoàn viên|học viên|học sinh|giáo viên|thành viên|nhân viên|người|đi học|nữ|danh sách|họ tên|quy hoạch|thai sản|cô|thầy|em|bà|ông|tổ viên|tình nguyện viên|chi dong chi|dong chi|can bo|danh sach|thanh vien)(?!\p{L})/iu;

/** A list's head that speaks of places, teams, flowers, peoples or virtues. */
export const NO_PERSONS_LISTED =
  /(?<!\p{L})(?:ấp|khóm|thôn|xã|phường|huyện|tỉnh|thành phố|quận|đường|tuyến|trường|lớp|đội|nhóm|cụm|đơn vị|địa phương|địa bàn|nơi|dân tộc|tôn giáo|hoa|giống|cây|mùa|màu|quốc gia|nước|hướng|chữ|tượng|đức|phẩm chất|giá trị|tiết mục|bài|vở|tên gọi|câu lạc bộ|clb|hợp tác xã|htx|công ty|cửa hàng|sản phẩm|thương hiệu|chùa|chợ|cầu|kênh|sông|môn|chủ đề|tiêu chí|nội dung|khu|tổ dân phố|chi hội|chi bộ|mô hình|phòng|đền|lễ|tết|quỹ|nhiệm vụ|điểm|dự án|giải|phim|truyện|nhân vật|cung|mệnh|nhạc cụ|món|tứ quý|tứ đức)(?!\p{L})/iu;
