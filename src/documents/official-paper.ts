import { AlignmentType, convertMillimetersToTwip, Document, Footer, LineRuleType, PageNumber, Packer, Paragraph, TextRun, type ISectionOptions } from 'docx';

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
const LINE = { line: 580, lineRule: LineRuleType.EXACT }; // 22 lines in 225 mm
const TWO_CHARACTERS = 640;

const MARGIN = { top: 37, bottom: 35, left: 28, right: 26 }; // type area 156 × 225 mm
const PAGE = {
  size: { width: convertMillimetersToTwip(210), height: convertMillimetersToTwip(297) },
  margin: Object.fromEntries(Object.entries(MARGIN).map(([side, mm]) => [side, convertMillimetersToTwip(mm)])),
};

const numberedFooter = (alignment: (typeof AlignmentType)['LEFT' | 'RIGHT']): Footer => new Footer({
  children: [new Paragraph({ alignment, children: [new TextRun({ ...PAGE_NUMBER, children: ['— ', PageNumber.CURRENT, ' —'] })] })],
});

/** One paragraph for each line, so that what people typed keeps its lines. */
const paragraphs = ({ kind, text }: Block): Paragraph[] => text.split(/\r?\n/).filter((line) => line.trim() !== '').map((line) => new Paragraph({
  spacing: LINE, indent: { firstLine: TWO_CHARACTERS }, children: [new TextRun({ ...BODY, font: FONTS[kind], text: withoutControls(line) })],
}));

/** Characters that XML cannot hold would make the file unreadable. */
const withoutControls = (text: string): string => text.replace(/[\p{Cc}\uFFFE\uFFFF]/gu, '');

const centred = (text: string, run: { font: string; size: number }): Paragraph => new Paragraph({ alignment: AlignmentType.CENTER, spacing: { line: 700, lineRule: LineRuleType.EXACT }, children: [new TextRun({ ...run, text: withoutControls(text) })] });

/** An official paper as a Word file. No red head: the office prints on its own paper. */
export function wordFile({ title, number, blocks }: Paper): Promise<Buffer> {
  const section: ISectionOptions = {
    properties: { page: PAGE },
    footers: { default: numberedFooter(AlignmentType.RIGHT), even: numberedFooter(AlignmentType.LEFT) }, // odd pages right, even ones left
    children: [centred(title, TITLE), ...(number === null ? [] : [centred(number, BODY)]), ...blocks.flatMap(paragraphs)],
  };
  return Packer.toBuffer(new Document({ title, creator: '', evenAndOddHeaderAndFooters: true, sections: [section] }));
}
