/**
 * Finds what is sensitive although nobody is named (Luật 91/2025/QH15): one person's health, maternity, discipline,
 * religion, ethnicity or birth year. In a unit of three people “01 nữ nghỉ thai sản” tells who it is.
 */
import { prepareText } from "./plain.ts";

const TOPICS = {
  "năm sinh":
    /(?<!\p{L})(?:sinh năm|sinh ngày|sn|ns)[\s.:]{0,3}(?:\d{1,2}[/.-]\d{1,2}[/.-])?(?:19[3-9]\d|200\d)(?!\d)/iu,
  "thai sản": /(?<!\p{L})(?:thai sản|mang thai|có thai|mang bầu|nghỉ sinh|sinh con|sảy thai|nuôi con nhỏ)(?!\p{L})/iu,
  "sức khỏe":
    /(?<!\p{L})(?:(?:bị|mắc|mang|chữa|nghỉ|bệnh) (?:bệnh|ốm|đau|nặng)|điều trị|phẫu thuật|ung thư|nhiễm hiv|hiv|trầm cảm|tâm thần|tai biến|khuyết tật)(?!\p{L})/iu,
  "kỷ luật": /(?<!\p{L})(?:kỷ luật|kỉ luật|khiển trách|bị cảnh cáo|cách chức|khai trừ)(?!\p{L})/iu,
  "tôn giáo":
    /(?<!\p{L})(?:theo đạo|tín đồ|(?:đạo|tôn giáo:?) (?:phật|công giáo|thiên chúa|tin lành|cao đài|hòa hảo|hồi|islam)|phật giáo|công giáo)(?!\p{L})/iu,
  "dân tộc":
    /(?<!\p{L})(?:(?:là )?người (?:khmer|hoa|chăm|dân tộc|kinh|tày|thái|mường|nùng|h'mông|ê đê)|dân tộc:? (?:khmer|hoa|chăm|kinh|tày|thái|mường|nùng|h'mông|mông|ê đê|thiểu số))(?!\p{L})/iu,
} as const;

export type SensitiveTopic = keyof typeof TOPICS;

/** Words by which one person is spoken of: a count of one, “duy nhất”, “đồng chí này”, a post that one person holds. */
const ONE_PERSON =
  /(?<![\p{L}\d.,/])(?:(?:0?1|một) (?:nữ|đồng chí|đ\/c|chị|anh|bà|ông|cô|thầy|em|người|cán bộ|công chức|viên chức|giáo viên|đảng viên|hội viên|đoàn viên|phụ nữ|nhân viên|lãnh đạo|học sinh|ca|trường hợp|nạn nhân)|duy nhất|(?:đồng chí|chị|cô|bà|anh|ông|người) (?:này|ấy|đó)|(?:phó )?(?:chủ tịch|bí thư|hiệu trưởng|trưởng ấp|trưởng trạm|trưởng phòng|giám đốc)|hiệu phó)(?!\p{L})/iu;

/** Lists the topics of the clauses that speak of one person; none in what speaks of many, or of no one. */
export function findSensitive(text: string): readonly SensitiveTopic[] {
  const clauses = prepareText(text)
    .split(/[.;\n!?]/)
    .filter((clause) => ONE_PERSON.test(clause) && !OF_WORK.test(clause));
  const names = Object.keys(TOPICS).filter(isTopic);
  return names.filter((topic) => clauses.some((clause) => TOPICS[topic].test(clause)));
}

function isTopic(name: string): name is SensitiveTopic {
  return name in TOPICS;
}

/** What is done about a topic, or did not happen, tells of nobody. */
const OF_WORK =
  /(?<!\p{L})(?:không có (?:trường hợp|ai|người)|không (?:có )?(?:đồng chí|cán bộ) nào|công tác (?:dân tộc|tôn giáo)|giữ (?:nghiêm|vững) kỷ luật|kỷ luật,? kỷ cương|phòng bệnh)(?!\p{L})/iu;
