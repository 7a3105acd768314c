import { readNumber } from './chinese-number.ts';
import { asWritten, type Paragraph } from './source-text.ts';

export interface DocumentFacts {
  title: string;
  issuingBody: string | null;
  adopted: string | null;
  period: { from: number; to: number } | null;
}

const TITLE_END = /(?:建议|纲要|规划|意见|方案|通知|报告|条例|办法|措施|决定|计划|要点|清单|规定|细则|决议|公报|政策|分工|任务|举措|战略|分工表|一览表|任务表|台账)(?:（[^）]{0,24}）)?$/;
const DOCUMENT_NUMBER = /[国中办政委省市县府浙湘长苏粤京津沪渝川鄂豫皖赣闽琼黔滇陕甘青宁新藏蒙桂冀晋辽吉黑鲁]{1,5}(?:发|函|字|令|规|电)[〔【（][0-9]{4}[〕】）][0-9]{1,5}号/;
const FRONT_PARAGRAPHS = 24;
/** （2024—2026年）on a line of its own below the title. */
const YEARS = /^（20[0-9]{2}年?[—－–\-~至]{1,2}20[0-9]{2}年?）$/;

/** Title, issuing body, date and period, read from the text before the first heading and from the signature. */
export function readFacts(source: string, front: readonly Paragraph[], closing: readonly Paragraph[], headings: readonly string[]): DocumentFacts {
  const head = front.slice(0, FRONT_PARAGRAPHS);
  const title = readTitle(source, head);
  const lines = [...head, ...closing.slice(-8)];
  return { title, issuingBody: readIssuer(title, lines), adopted: readDate(lines), period: readPeriod(title) ?? periodIn(head, headings) };
}

/** The last title-like line wins: a notice carries the title of what it hands down below its own. */
function readTitle(source: string, front: readonly Paragraph[]): string {
  const lines = front.map((one) => one.text.replace(DOCUMENT_NUMBER, ''));
  const at = lines.findLastIndex((line, i) => line.length <= 90 && !/[。，：；！]/.test(line) && (TITLE_END.test(line) || (TITLE_END.test(joined(lines, i)) && i === 0)));
  if (at < 0) return gluedTitle(front[0]?.text ?? '');
  let first = at;
  while (first > 0 && isTitleLine(lines[first - 1] ?? '')) first -= 1;
  const years = YEARS.test(lines[at + 1] ?? '') ? at + 1 : at;
  return front.slice(first, years + 1).map((one) => asWritten(source, one)).join('').replace(DOCUMENT_NUMBER, '');
}

function joined(lines: readonly string[], i: number): string {
  return `${lines[i] ?? ''}${lines[i + 1] ?? ''}`;
}

function isTitleLine(line: string): boolean {
  return line.length >= 4 && line.length <= 60 && !/[。，：；！〔）0-9—]/.test(line) && !TITLE_END.test(line) && !/文件$/.test(line);
}

/** "……规划纲要根据《……》编制，……": a title that runs into its text. */
function gluedTitle(text: string): string {
  const match = /^[^，。；]{6,80}?(?:规划纲要|建议|意见|方案|条例|报告|规划|措施|通知)(?=根据|为|各|$)/.exec(text.replace(DOCUMENT_NUMBER, ''));
  return match?.[0].replace(DOCUMENT_NUMBER, '') ?? text.replace(DOCUMENT_NUMBER, '').slice(0, 60);
}

function readIssuer(title: string, lines: readonly Paragraph[]): string | null {
  const before = /^([^关印制《]{2,40}?)(?:关于|印发|制定)/.exec(title)?.[1];
  if (before !== undefined) return before;
  for (const { text } of lines) {
    const signed = /^([^，。：各（《]{2,40}(?:政府|委员会|[省市县区]委|办公厅|办公室|[局厅部院]))(?:关于|印发)/.exec(text)?.[1];
    if (signed !== undefined) return signed;
  }
  for (const { text } of lines) {
    const named = /^(?![各现经])[\u4e00-\u9fff]{2,10}人民政府(?:办公厅|办公室)?|中共[\u4e00-\u9fff]{2,10}委员会|国务院(?:办公厅)?/.exec(text);
    if (named) return named[0];
  }
  return null;
}

function readDate(lines: readonly Paragraph[]): string | null {
  for (const { text } of lines) {
    const match = /([0-9]{4}|[一二][零〇○一二三四五六七八九]{3})年([0-9]{1,2}|[一二三四五六七八九十]{1,2})月([0-9]{1,2}|[一二三四五六七八九十]{1,3})日/.exec(text);
    const [year, month, day] = [match?.[1], match?.[2], match?.[3]].map((one) => readNumber(one ?? ''));
    if (year && month && day && month <= 12 && day <= 31) return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  }
  return null;
}

/** The title of what a notice hands down, or the heading 2024年工作安排 of a report. */
function periodIn(front: readonly Paragraph[], headings: readonly string[]): DocumentFacts['period'] {
  const said = front.find(({ text }) => text.length <= 60 && (YEARS.test(text) || /^[^，。：]{4,50}（20[0-9]{2}年?[—－–\-~至]{1,2}20[0-9]{2}年?）/.test(text)));
  const work = headings.find((title) => /20[0-9]{2}年[^，。]{0,12}(?:工作|任务|安排|部署|总体要求|目标)/.test(title) && !/回顾|总结|情况/.test(title));
  return said ? readPeriod(said.text) : work === undefined ? null : readPeriod(work);
}

function readPeriod(title: string): DocumentFacts['period'] {
  const range = /([0-9]{4})年?[—－–\-~至到]{1,2}([0-9]{4})年?/.exec(title);
  if (range) return { from: Number(range[1]), to: Number(range[2]) };
  const five = /第([一二三四五六七八九十]{1,3})个五年/.exec(title) ?? /“([一二三四五六七八九十]{1,3})五”/.exec(title);
  const count = readNumber(five?.[1] ?? '');
  if (count !== null && count >= 6) return { from: 1981 + 5 * (count - 6), to: 1985 + 5 * (count - 6) };
  const year = /([0-9]{4})年/.exec(title);
  return year ? { from: Number(year[1]), to: Number(year[1]) } : null;
}
