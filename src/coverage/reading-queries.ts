import type { Context } from '../kernel/context.ts';
import { NotFound } from '../kernel/errors.ts';

/** A sentence where it stands in the text. */
export interface ReadSentence {
  id: number;
  ordinal: number;
  nodeId: number;
  paragraph: number;
  kind: string;
  text: string;
  cite: string;
  chapterId: number | null;
  articleId: number | null;
}

const PARTS = { id: true, ordinal: true, nodeId: true, paragraph: true, kind: true, text: true, cite: true, chapterId: true, articleId: true } as const;

/** Plans up to this length are shown as a whole, longer ones a chapter at a time. Characters. */
export const WHOLE_TEXT_LIMIT = 40_000;

/** How long the text of a plan is. @throws NotFound */
export async function lengthOf({ db }: Context, planId: number): Promise<number> {
  const { _max } = await db.planNode.aggregate({ where: { planId }, _max: { end: true } });
  if (_max.end === null) throw new NotFound(`plan ${planId}`);
  return _max.end;
}

/** The sentences of a chapter, or of the whole plan. */
export const sentencesOf = ({ db }: Context, planId: number, chapterId: number | null): Promise<ReadSentence[]> =>
  db.sentence.findMany({ where: { planId, ...(chapterId === null ? {} : { chapterId }) }, select: PARTS, orderBy: { ordinal: 'asc' } });

/** The sentence that an address names. @throws NotFound */
export async function sentenceAt({ db }: Context, planId: number, ordinal: number): Promise<ReadSentence> {
  const sentence = await db.sentence.findUnique({ where: { planId_ordinal: { planId, ordinal } }, select: PARTS });
  if (sentence === null) throw new NotFound(`sentence ${ordinal} of plan ${planId}`);
  return sentence;
}

export interface TextNode { id: number; parentId: number | null; level: string; role: string; depth: number }

/** What kind of text each node of the outline is. */
export const textNodes = ({ db }: Context, planId: number): Promise<TextNode[]> =>
  db.planNode.findMany({ where: { planId }, select: { id: true, parentId: true, level: true, role: true, depth: true }, orderBy: { ordinal: 'asc' } });
