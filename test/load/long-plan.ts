const PARTS = ['总体要求', '创新驱动', '产业升级', '扩大开放', '城乡融合', '绿色发展', '改善民生', '安全发展', '改革攻坚', '规划实施'];
const VERBS = ['加快建设', '全面推进', '大力发展', '健全完善', '深入实施', '积极培育'];
const THINGS = ['现代产业体系', '综合交通网络', '公共服务设施', '生态保护修复工程', '数字基础设施', '开放型经济平台', '乡村建设行动', '社会保障体系'];
const CHARACTERS_PER_PAGE = 650;

/** The lines of a made-up 纲要 of so many pages: parts, chapters, sections and paragraphs, as long as such documents are. */
export function longPlan(pages: number): string[] {
  const lines = ['某市国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要', '（2021年3月1日）'];
  let length = 0;
  for (let chapter = 1; length < pages * CHARACTERS_PER_PAGE; chapter += 1) {
    const part = PARTS[Math.floor((chapter - 1) / 5) % PARTS.length] ?? '';
    if (chapter % 5 === 1) lines.push(`第${inChinese(Math.ceil(chapter / 5))}篇 ${part}`);
    lines.push(`第${inChinese(chapter)}章 ${part}的主要任务`);
    for (let section = 1; section <= 4; section += 1) {
      lines.push(`第${inChinese(section)}节 ${pick(THINGS, chapter + section)}`);
      for (let paragraph = 0; paragraph < 3; paragraph += 1) lines.push(paragraphOf(chapter, section, paragraph));
    }
    length = lines.reduce((sum, line) => sum + line.length, 0);
  }
  return lines;
}

const pick = (list: readonly string[], at: number): string => list[at % list.length] ?? '';

const paragraphOf = (chapter: number, section: number, paragraph: number): string => Array.from({ length: 5 }, (_none, i) => {
  const at = chapter * 7 + section * 3 + paragraph + i;
  return `${pick(VERBS, at)}${pick(THINGS, at * 5 + 1)}，${pick(VERBS, at + 2)}${pick(THINGS, at + 3)}，到2025年，建成示范项目${String(10 + at)}个。`;
}).join('');

const DIGITS = '零一二三四五六七八九';
function inChinese(value: number): string {
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  if (value >= 100) return `${DIGITS[Math.floor(value / 100)] ?? ''}百${value % 100 === 0 ? '' : `${value % 100 < 10 ? '零' : ''}${value % 100 < 20 && value % 100 >= 10 ? '一' : ''}${inChinese(value % 100)}`}`;
  return `${tens > 1 ? (DIGITS[tens] ?? '') : ''}${tens > 0 ? '十' : ''}${ones > 0 ? (DIGITS[ones] ?? '') : tens === 0 ? '零' : ''}`;
}
