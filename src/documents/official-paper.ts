import type { Footer, ISectionOptions, Paragraph } from 'docx';

type Docx = typeof import('docx');

/** A paragraph of a paper: a heading of the first or second level, or text. */
export interface Block { kind: 'heading' | 'subheading' | 'text'; text: string }

export interface Paper {
  title: string;
  /** The document number under the title. */
  number: string | null;
  blocks: Block[];
}

// GB/T 9704-2012; docx counts fonts in half points and lines in twentieths of a point. Fonts (小标宋, 仿宋, 黑体, 楷体, 宋体) are named, not embedded.
const TITLE = { font: 'FZXiaoBiaoSong-B05S', size: 44 }; // 2号
const BODY = { font: 'FangSong_GB2312', size: 32 }; // 3号
const FONTS: Record<Block['kind'], string> = { heading: 'SimHei', subheading: 'KaiTi_GB2312', text: BODY.font };
const PAGE_NUMBER = { font: 'SimSun', size: 28 }; // 4号
const LINE = 580; // exactly: 22 lines in 225 mm
const TITLE_LINE = 700;
const TWO_CHARACTERS = 640;

const MARGIN = { top: 37, bottom: 35, left: 28, right: 26 }; // type area 156 × 225 mm
const pageOf = ({ convertMillimetersToTwip }: Docx) => ({
  size: { width: convertMillimetersToTwip(210), height: convertMillimetersToTwip(297) },
  margin: Object.fromEntries(Object.entries(MARGIN).map(([side, mm]) => [side, convertMillimetersToTwip(mm)])),
});

const numberedFooter = ({ AlignmentType, Footer, Paragraph, TextRun, PageNumber }: Docx, side: 'LEFT' | 'RIGHT'): Footer => new Footer({
  children: [new Paragraph({ alignment: AlignmentType[side], children: [new TextRun({ ...PAGE_NUMBER, children: ['— ', PageNumber.CURRENT, ' —'] })] })],
});

/** One paragraph for each line, so that what people typed keeps its lines. */
const paragraphs = ({ LineRuleType, Paragraph, TextRun }: Docx, { kind, text }: Block): Paragraph[] => text.split(/\r?\n/).filter((line) => line.trim() !== '').map((line) => new Paragraph({
  spacing: { line: LINE, lineRule: LineRuleType.EXACT }, indent: { firstLine: TWO_CHARACTERS }, children: [new TextRun({ ...BODY, font: FONTS[kind], text: withoutControls(line) })],
}));

/** Characters that XML cannot hold would make the file unreadable. */
const withoutControls = (text: string): string => text.replace(/[\p{Cc}\uFFFE\uFFFF]/gu, '');

const centred = ({ AlignmentType, LineRuleType, Paragraph, TextRun }: Docx, text: string, run: { font: string; size: number }): Paragraph =>
  new Paragraph({ alignment: AlignmentType.CENTER, spacing: { line: TITLE_LINE, lineRule: LineRuleType.EXACT }, children: [new TextRun({ ...run, text: withoutControls(text) })] });

/** An official paper as a Word file. No red head: the office prints on its own paper. */
export async function wordFile({ title, number, blocks }: Paper): Promise<Buffer> {
  const docx = await import('docx'); // with the first paper: it is a big module
  const section: ISectionOptions = {
    properties: { page: pageOf(docx) },
    footers: { default: numberedFooter(docx, 'RIGHT'), even: numberedFooter(docx, 'LEFT') }, // odd pages right, even ones left
    children: [centred(docx, title, TITLE), ...(number === null ? [] : [centred(docx, number, BODY)]), ...blocks.flatMap((block) => paragraphs(docx, block))],
  };
  return docx.Packer.toBuffer(new docx.Document({ title, creator: '', evenAndOddHeaderAndFooters: true, sections: [section] }));
}
