/** The words by which a Vietnamese person's name is told from a place, an office or ordinary prose. Data only. */
import { bareKey, syllableKey } from "./plain.ts";

/**
 * Words or phrases, as keys joined with single spaces; asked with diacritics or without. Folded when they are first
 * asked: the bundle is evaluated at every call of a formula, and most calls look at no names.
 */
export type Lexicon = { readonly has: (phrase: string, bare: boolean) => boolean };

function makeLexicon(entries: readonly string[], bareEntries: readonly string[]): Lexicon {
  const fold = (from: readonly string[], keyOf: (syllable: string) => string) =>
    new Set(from.map((entry) => entry.trim().split(/\s+/).map(keyOf).join(" ")));
  let marked: ReadonlySet<string> | undefined;
  let plain: ReadonlySet<string> | undefined;
  return {
    has: (phrase, bare) => {
      if (bare) {
        plain ??= fold(bareEntries, bareKey);
        return plain.has(phrase);
      }
      marked ??= fold(entries, syllableKey);
      return marked.has(phrase);
    },
  };
}

/** Single words, separated by spaces; without diacritics others than these where they would mean too much. */
export function words(text: string, bareText = text): Lexicon {
  return makeLexicon(text.trim().split(/\s+/), bareText.trim().split(/\s+/));
}

/** Phrases, separated by commas. */
export function phrases(text: string, bareText = text): Lexicon {
  return makeLexicon(text.split(","), bareText.split(","));
}

/** Surnames that are hardly anything else. Bare, `dang` is also “Đảng” and `truong` “Trường”, so they are not among them. */
export const STRONG_SURNAMES = words(
  "nguyễn trần lê phạm huỳnh hoàng phan võ vũ bùi đỗ ngô đặng trương đinh trịnh quách khưu nghiêm phùng doãn neáng néang nèang tôn lưu hồ thạch",
  "nguyen tran le pham huynh hoang phan bui ngo trinh quach phung vo neang",
);

/** Surnames that are also ordinary words or begin the name of a place. */
export const WEAK_SURNAMES = words(
  `dương lý đoàn lâm mai đào cao hà lương thái tô tạ tăng châu danh chau kim sơn la lại lạc tống từ vương văn kiều khổng
  hứa hàn giang diệp chu cù cung bạch âu phó nhan ninh nông mạc mã lục lữ liêu đàm đồng hồng thiều tiêu trang triệu trà
  vi viên thị lăng thân ma lò quan bành cáp chung đái hầu hình khúc kha kỳ lai liễu mộc nhâm ngụy ngũ phù
  phương quảng sầm sử tào thang thôi ung uông vừ giàng sùng điểu hùng thập tiết thòng trác úc kiên`,
  "dương lý đoàn lâm mai đào cao hà lương thái tô tạ tăng châu danh chau kim sơn la lại tống từ vương kiều hứa giang diệp chu bạch nông mạc lữ đàm hồng tiêu trang triệu đặng đỗ đinh trương vũ hồ lưu",
);

/** Syllables that names are made of, after the surname. */
export const GIVEN = words(`
  an anh ái ánh ân âu ba bách bạch bảo bảy bắc băng bằng bé bích biên bình bính bội bổn bông bửu cang canh cảnh cát cẩm
  cần cầm chánh châu chi chí chiến chiêu chiểu chinh chín chính chương chung chức côn công cơ cúc cung cư cương cường
  dân danh dạ dâu di diễm diên diện diệp diệu dinh doanh du duân dung dũng duy duyên dư dương đa đài đại đan đang đào
  đạo đạt đăng đẳng đắc điềm điền điển điệp định đình đoan đoàn đô đông đồng đức đường được em gái gấm giác giang giao
  giàu gia hà hạ hai hải hân hàn hạnh hảo hào hạo hằng hậu hên hiên hiền hiển hiếu hiệp hiệu hinh hiện hoa hòa hoài hoan
  hoàn hoàng hoạch hoành hội hồ hồng hợp huân huấn huệ hùng huy huyền huynh huỳnh hưng hương hường hưởng hữu hỷ hỉ huế
  kha khá khải khang khanh khánh khiêm khiết khoa khoan khôi khôn khởi khuê khuyên khương kiên kiệm kiệt kiều kim kỳ kỷ
  lai lam lan lành lâm lân lang lập lan lài lài lãm lê lệ lễ len liên liễu linh lĩnh loan long lộc lợi lũy luân luận lụa
  lực lương lượng lưu lựu ly lý lạc lập ma mai mẫn mạnh mão mến mi mị minh mỹ mơ mừng my mười mận năm nam năng nga ngà
  ngân nghi nghị nghĩa nghiêm ngoan ngọc nguyên nguyệt ngữ nhã nhạc nhàn nhân nhẫn nhất nhật nhi nhiên nhiệm nho nhơn
  như nhu nhung nhuận nhựt ni ninh nở nương nữ nhớ oanh pha phát phi phó phong phôi phú phúc phục phụng phước phương
  phượng quang quảng quân quế quí quý quốc quy quyên quyền quyết quỳnh quỳ quới ra rạng rớt sa sáng sang sao sáu sắc sen
  sĩ sinh son sơn song sôi soan sương sự tài tám tâm tân tấn tạo tấm tất tiên tiến tiền tiếp tiệp tín tình tính tịnh toàn
  toại toản tố tới tơ tú tụ tuân tuấn tuất tuệ tùng tuyên tuyến tuyền tuyết tư từ tường tưởng tươi tỵ tý thạch thái thanh
  thành thạnh thảo thạo thao thăng thắm thắng thắm thân thế thể thêu thi thị thiên thiện thiệp thiết thiều thìn thịnh
  thoa thoại thoan thống thông thơ thơm thời thu thuận thuần thục thuật thúc thúy thùy thụy thủy thuyên thuyền thuyết thư
  thứ thức thương thường thưởng thước trà trạch trang tràng trầm trâm trân trấn trí trị triết triển triều triệu trinh
  trình trọng trúc trung truyền trụ trực trường trưởng út uy uyên uyển văn vân vàng vi vĩ viên viện viết việt vinh vĩnh
  vũ vui vụ vượng vương vỹ vy xinh xoan xuân xuyên xuyến xuân yên yến ý ngoãn nhạn nhài nhị nhứt tho hoè hòe kiểm đệ đạm
  rươne sóc phol sa rin ry ut xa khên thol ranh khol ri kh'lang sang soul sây
`);

/** A surname that begins an ordinary word of two syllables, written with capitals: “Tăng Cường”, “HỒ SƠ”. */
export const ORDINARY = phrases(`
  tăng cường, tăng trưởng, tăng gia, tăng thêm, tăng giảm, đào tạo, đào tại, đoàn thanh, đoàn thể, đoàn viên, đoàn kết,
  đoàn tncs, đoàn kiểm, đoàn giám, đoàn khảo, đoàn công, đoàn đại, đoàn phường, đoàn xã, đoàn trường, lương thực,
  lương tâm, lương thưởng, lương hưu, lý luận, lý lịch, lý do, lý tưởng, lý thuyết, hồ sơ, hồ nước, phạm vi, phạm pháp,
  phạm tội, danh sách, danh hiệu, danh mục, danh dự, văn phòng, văn hóa, văn bản, văn minh, văn nghệ, văn thư, văn học,
  văn kiện, văn công, quan tâm, quan hệ, quan điểm, quan sát, cao đẳng, cao điểm, cao tuổi, cao cấp, cao học, cao nhất,
  cao quý, cao su, mai táng, mai này, kim ngạch, kim loại, vũ khí, vũ trang, vũ đạo, võ thuật, võ cổ, võ sinh, dương tính,
  dương lịch, thái độ, thái cực, đinh ninh, lâm nghiệp, lâm sản, lâm thời, lâm sinh, châu âu, châu á, châu phi, châu mỹ,
  châu lục, đồng chí, đồng bộ, đồng bào, đồng hành, đồng thời, đồng ruộng, đồng thuận, đồng phục, đồng tháp, đồng nai,
  hồng ngọc, giang sơn, từ thiện, từ chối, từ điển, từ đó, từ tháng, từ năm, từ ngày, hình thức, hình ảnh, hình sự,
  phương pháp, phương hướng, phương án, phương tiện, phương châm, phương thức, trang trí, trang bị, trang phục, trang tin,
  trang thông, viên chức, phó chủ, phó bí, phó trưởng, phó ban, phó giám, phó hiệu, phó chánh, ông bà, ông cha, ninh bình,
  ninh thuận, ninh hòa, nông dân, nông nghiệp, nông thôn, nông sản, sơn la, sơn tây, sơn kiên, sơn bình, la liệt, lại quả,
  lộ trình, lộ giới, triệu phong, thái bình, thái nguyên, thái lan, thái sơn, hà nội, hà tiên, hà giang, hà nam, hà tĩnh,
  hà đông, hà châu, hà nam ninh, cao bằng, cao lãnh, lâm đồng, lai châu, kim sơn, kim đồng, châu đốc, châu thành, châu phú,
  châu phong, châu lăng, dương đông, dương tơ, dương hòa, dương minh, giang thành, hoàng sa, hoàng mai, hoàng thành,
  hoàng hôn, hoàng đế, phan thiết, phan rang, phan thiết, trần đề, trần nhà, lý sơn, mai châu, lương sơn, lương tài,
  đặng tiểu, tô châu, tô hiệu, vũ trụ, vũ thư, đinh lăng, ngô đồng, ngô lai, ngô khoai, đỗ xe, đỗ đạt, đỗ đen, võ miếu,
  hồ tây, hồ gươm, hồ tràm, hồ cốc, hồ bơi, hồ thủy, thạch sanh, thạch cao, thạch hà, thạch thất, thạch thành, tôn giáo,
  tôn trọng, tôn vinh, tôn tạo, lưu trữ, lưu ý, lưu hành, lưu động, lưu thông, lưu niệm, lê dân, vương quốc, vương miện,
  quảng cáo, quảng bá, quảng trường, quảng nam, quảng ninh, quảng ngãi, quảng trị, quảng bình, chu kỳ, chu đáo, chung kết,
  chung tay, chung sức, chung cư, hùng mạnh, hùng vương, hùng lao, hùng lực, hùng dân, thị trường, thị xã, thị trấn, thị thực, phù hợp, phù sa, sử dụng,
  trác táng, kiên giang, kiên lương, kiên hải, kiên quyết, kiên trì, kiên cố, kiên định, kiên cường, kiên toàn, thân thiện, thân nhân, tiêu chí, tiêu chuẩn, tiêu biểu, tiêu dùng, tiết kiệm, tiết mục, ma túy, mã số, mã qr,
  mã vạch, cung cấp, cung ứng, hàn gắn, hàn quốc, hứa hẹn, bạch đằng, bạch long, bạch mai, mạc tư, diệp lục, liễu giai,
  kiều bào, khúc hát, khúc xạ, đường phố, đường bộ, đường thủy, đường dây, đái tháo, trà vinh, trà sữa, trà đá, vi phạm,
  vi tính, vi mô, kỳ họp, kỳ thi, kha khá, lục bình, lục địa, thang máy, thôi việc, thập kỷ, lăng bác, lăng mộ
`);

/** Persons of history and of public life, after whom streets, schools and movements are named. */
export const FAMOUS = phrases(`
  hồ chí minh, nguyễn ái quốc, nguyễn tất thành, nguyễn sinh cung, tôn đức thắng, trần phú, lê hồng phong, nguyễn văn cừ,
  hà huy tập, lê duẩn, trường chinh, phạm văn đồng, võ nguyên giáp, nguyễn văn linh, võ văn kiệt, phan văn khải, lê đức anh,
  đỗ mười, nguyễn phú trọng, tô lâm, lương cường, phạm minh chính, trần thanh mẫn, lê minh hưng, võ chí công, lê đức thọ,
  phạm hùng, võ thị sáu, nguyễn thị minh khai, nguyễn thị định, nguyễn thị thập, nguyễn thị bình, nguyễn thị út,
  nguyễn thị thứ, nguyễn thị út tịch, út tịch, nguyễn thị suốt, trần thị lý, mạc thị bưởi, lê thị riêng, lê thị hồng gấm,
  hồ thị kỷ, phan thị ràng, nguyễn thị nhỏ, nguyễn thị chiên, nguyễn thị năm, bùi thị xuân, đoàn thị điểm, hồ xuân hương,
  bà huyện thanh quan, lý thường kiệt, lý thái tổ, lý tự trọng, lý công uẩn, trần hưng đạo, trần quốc tuấn, trần quốc toản,
  trần nhân tông, trần nguyên hãn, trần khánh dư, trần bình trọng, trần quang khải, trần nhật duật, trần cao vân, trần văn thời,
  trần quang diệu, trần văn ơn, trần văn giàu, trần đại nghĩa, trần huy liệu, trần bạch đằng, trần quý cáp, trần khát chân,
  lê lợi, lê lai, lê thánh tôn, lê thánh tông, lê quý đôn, lê hoàn, lê đại hành, lê văn hưu, lê văn duyệt, lê văn tám,
  lê thanh nghị, lê trọng tấn, lê hồng sơn, lê chân, lê ngọc hân, lê hữu trác, lê anh xuân, nguyễn trãi, nguyễn huệ,
  nguyễn du, nguyễn hiền, nguyễn khuyến, nguyễn công trứ, nguyễn đình chiểu, nguyễn trung trực, nguyễn hữu thọ,
  nguyễn hữu huân, nguyễn hữu cảnh, nguyễn bỉnh khiêm, nguyễn thái học, nguyễn thái bình, nguyễn viết xuân,
  nguyễn văn trỗi, nguyễn văn thoại, nguyễn văn bé, nguyễn văn tiếp, nguyễn văn siêu, nguyễn bính, nguyễn tri phương,
  nguyễn cư trinh, nguyễn an ninh, nguyễn đức cảnh, nguyễn chí thanh, nguyễn thiện thuật, nguyễn thượng hiền,
  nguyễn trường tộ, nguyễn tuân, nguyễn huy tưởng, nguyễn xí, nguyễn phích, nguyễn huân, nguyễn việt khái, nguyễn thần hiến,
  nguyễn phúc chu, nguyễn văn nguyễn, nguyễn cơ thạch, nguyễn lương bằng, nguyễn đình thi, nguyễn gia thiều, nguyễn lộ trạch,
  ngô quyền, ngô gia tự, ngô sĩ liên, ngô thì nhậm, ngô tất tố, ngô mây, ngô đức kế, đinh bộ lĩnh, đinh tiên hoàng,
  đinh công tráng, phan bội châu, phan chu trinh, phan châu trinh, phan đình phùng, phan đình giót, phan đăng lưu,
  phan ngọc hiển, phan văn trị, phan thanh giản, phan kế bính, phan huy chú, phan chánh trinh, huỳnh thúc kháng,
  huỳnh mẫn đạt, huỳnh tấn phát, huỳnh văn nghệ, hoàng hoa thám, hoàng diệu, hoàng văn thụ, hoàng quốc việt, hoàng thị loan,
  hoàng lệ kha, võ văn tần, võ trường toản, võ duy dương, võ thị thắng, võ văn ngân, phạm ngũ lão, phạm hồng thái,
  phạm ngọc thạch, phạm ngọc thảo, phạm thị thanh trà, phạm phú thứ, phạm tuân, phạm thế hiển, phạm văn hai, bùi hữu nghĩa,
  bùi viện, bùi huy bích, đặng thùy trâm, đặng văn ngữ, đặng trần côn, đặng huy trứ, đặng tất, đỗ công tường, đỗ văn mãnh,
  trương định, trương công định, trương vĩnh ký, trương hán siêu, trương gia mô, trương thị mai, trịnh hoài đức,
  trịnh công sơn, dương văn dương, dương đình nghệ, dương quảng hàm, đoàn giỏi, đoàn minh huyên, lâm quang ky, lâm văn quang,
  mạc cửu, mạc đĩnh chi, mạc thiên tích, mai thúc loan, mai văn bộ, mai thị hồng hạnh, mai an tiêm, đào duy từ, đào duy anh,
  đào tấn, cao bá quát, cao thắng, cao văn lầu, cao lỗ, lương định của, lương thế vinh, lương ngọc quyến, lương văn can,
  lưu hữu phước, lưu quý kỳ, thái phiên, tô hiến thành, tô vĩnh diện, tô hiệu, tạ uyên, tạ an khương, tạ quang bửu,
  châu văn liêm, châu văn biếc, chu văn an, chu mạnh trinh, chu huy mân, bế văn đàn, phùng hưng, phùng khắc khoan, phùng chí kiên,
  tống duy tân, từ dũ, văn cao, văn tiến dũng, vừ a dính, kim đồng, la văn cầu, thoại ngọc hầu, quản cơ thành, ông ích khiêm,
  ông ích đường, tôn thất thuyết, tôn thất tùng, tôn thất đạm, tôn trung sơn, hồ tùng mậu, hồ học lãm, hồ biểu chánh,
  hồ đắc di, hồ đắc kiện, hồ hảo hớn, hồ nguyên trừng, hồ văn huê, cù chính lan, tăng bạt hổ, danh thị tươi, danh coi, sơn tùng,
  lý văn lâm, lý bôn, lý nam đế, lý chính thắng, lý nhân tông, triệu thị trinh, triệu quang phục, triệu việt vương,
  triệu quốc đạt, thái văn lung, trần phán, trần hợi, trần thới, trần đại quang, trần đức lương, trần văn trà, trần tế xương,
  đàm quang trung, vũ trọng phụng, vũ tông phan, vũ ngọc phan, doãn kế thiện, quang trung, tống phước hiệp, thủ khoa huân,
  đỗ xuân hợp, đỗ nhuận, trần thị hường, võ trần chí, ba định, vương thừa vũ, nguyễn minh triết, trương tấn sang, nguyễn xuân phúc,
  nguyễn thị kim ngân, lê hồng hưng, đào thị hảo, lê công tuấn anh, mẹ thứ
`);

/** A word before a name that makes it a street's, a school's, a place's, a movement's or a firm's. */
export const NAMED_AFTER = phrases(`
  đường, phố, trường, thcs, thpt, thcs-thpt, ptdtnt, th, mn, mg, tiểu học, trung học, trung học cơ sở, trung học phổ thông,
  phổ thông, mầm non, mẫu giáo, đại học, cao đẳng, trung cấp, học viện, bệnh viện, chợ, cầu, kênh, rạch, sông, hồ, đình,
  chùa, miếu, xã, phường, ấp, khóm, thôn, bản, quận, huyện, tỉnh, thị trấn, thành phố, tp, công viên, tượng đài, quảng trường,
  khu phố, khu dân cư, khu vực, tuyến, hẻm, đại lộ, quốc lộ, lộ, giải, giải thưởng, thưởng, quỹ, học bổng, phong trào,
  lễ hội, hội thi, đền, đền thờ, lăng, mộ, khu di tích, di tích, nhà thờ, nhà văn hóa, nhà lưu niệm, bảo tàng, thư viện,
  rạp, trung tâm, lớp, đội, liên đội, chi đội, cụm, clb, câu lạc bộ, đảo, sân vận động, bến, bến xe, bến phà, phà, cảng,
  công ty, công ty tnhh, tnhh, cổ phần, doanh nghiệp, doanh nghiệp tư nhân, dntn, cơ sở, cửa hàng, hợp tác xã, htx, mang tên,
  mô hình, tổ, chi hội, chi đoàn, anh hùng, liệt sĩ, liệt sỹ, nữ tướng, danh nhân, nhà thơ, nhà văn, nhà báo, nhạc sĩ, nhạc sỹ,
  nghệ sĩ, nữ anh hùng, tổng bí thư, chủ tịch nước, thủ tướng, phó chủ tịch nước, chủ tịch quốc hội, bộ trưởng, vua, tướng,
  đại tướng, tác phẩm, bài hát, phim, tư tưởng, thời đại, tượng, bia, tháp, vườn, trại, cống, vịnh, cù lao,
  chiến dịch, kỷ niệm ngày sinh, ngày sinh, tấm gương, gương anh hùng, thiếu niên tiền phong, tncs, cộng sản
`);

/** Offices of a place, so that “Chủ tịch UBND xã” before a name may be a post and not the place's name. */
export const PLACES_OF_POSTS = phrases("xã, phường, ấp, khóm, tỉnh, huyện, thôn");

/** How a person is introduced. */
export const TITLES = phrases(
  "bà, ông, chị, anh, cô, chú, thầy, em, cháu, bác, dì, cậu, mợ, thím, dượng, cụ, đồng chí, đ c, đc, bác sĩ, bác sỹ, bs, y sĩ, y sỹ, ths, ts, pgs, nhs, kỹ sư, cử nhân, thạc sĩ, tiến sĩ, điều dưỡng, nữ hộ sinh, dược sĩ",
);

/** Titles that may stand some words before the name: “đồng chí Phó Chủ tịch UBND xã …”. */
export const FAR_TITLES = phrases("bà, ông, đồng chí, đ c, đc");

/** Posts and roles right before a name; weaker than a title. */
export const POSTS = phrases(`
  chủ tịch, bí thư, phó bí thư, ủy viên, trưởng ấp, trưởng ban, trưởng phòng, phó phòng, phó ban, phó trưởng ban, phó ấp,
  trưởng trạm, trưởng thôn, trưởng khóm, trưởng công an, hiệu trưởng, hiệu phó, giám đốc, phó giám đốc, chi hội trưởng, chi hội phó,
  tổ trưởng, tổ phó, trưởng nhóm, kế toán, thủ quỹ, thư ký, văn thư, nhân viên, giáo viên, giảng viên, cán bộ, công chức,
  viên chức, hội viên, đảng viên, đoàn viên, học sinh, học viên, nữ sinh, nạn nhân, hộ, gia đình, chồng, vợ, con, người dân,
  tên, họ tên, họ và tên, báo cáo viên, tuyên truyền viên, hòa giải viên, cộng tác viên, diễn giả, phụ trách, liên hệ, chủ trì,
  trình bày, gồm, là, do, cho, của, với, có, và, cùng, cử, phân công, bổ nhiệm, giới thiệu, quy hoạch, nữ,
  ks, cn, gs, ds, ys, đd
`);

/** Words that show that a post stands somewhat before the name. */
export const POST_HEADS = words("tịch thư trưởng phó viên nhiệm đốc chức bộ");
