import { yearOf } from './apply-stated-duties.ts';
import { buildOutline, leavesOf, type BuiltNode } from './build-outline.ts';
import { readFacts } from './document-facts.ts';
import { findCommitments } from './find-commitments.ts';
import { findContents } from './find-contents.ts';
import { findProblems } from './find-problems.ts';
import { findProgrammes } from './find-programmes.ts';
import { findResponsibilities } from './find-responsibilities.ts';
import { numberSentences, type ReadSentence } from './number-sentences.ts';
import { readDocument } from './read-document.ts';
import type { Commitment, PlacedTarget, PlanReading, Reference } from './plan-reading.ts';
import { problem } from './problems.ts';
import { splitBlocks } from './split-blocks.ts';
import { splitParagraphs } from './split-paragraphs.ts';

/** A plan of 300 pages has some 4,000; a file with more than this is a list or an attack. */
const MOST_PARAGRAPHS = 20_000;

export const NOTHING: PlanReading = { title: '', issuingBody: null, adopted: null, period: null, outline: [], sentences: [], commitments: [], responsibilities: [], programmes: [], targets: [], problems: [] };

export { readDocument };
export type { SourceDocument } from './source-document.ts';

/**
 * Reads the text of a plan document: outline, sentences, commitments with suggested units, stated duties, programmes,
 * targets, and what is wrong with it. Pure: the same text and reference give the same reading.
 */
export function readPlan(text: string, reference: Reference): PlanReading {
  const paragraphs = splitParagraphs(text, MOST_PARAGRAPHS + 1);
  if (paragraphs.length > MOST_PARAGRAPHS) return { ...NOTHING, problems: [problem('error', 'too_many_lines', { max: MOST_PARAGRAPHS })] };
  const blocks = splitBlocks(paragraphs, findContents(paragraphs));
  const roots = buildOutline(text, blocks);
  const facts = readFacts(text, partsOf(roots, 'front'), partsOf(roots, 'closing'), roots.map((root) => root.node.title));
  const sentences = numberSentences(text, roots);
  const responsibilities = findResponsibilities(text, blocks);
  const commitments = findCommitments(text, sentences, { duties: responsibilities, year: yearOf(facts.period) }, reference);
  return {
    ...facts,
    outline: roots.map((built) => built.node),
    sentences: sentences.map((one) => one.sentence),
    commitments,
    responsibilities,
    programmes: findProgrammes(sentences),
    targets: targetsOf(commitments, sentences),
    problems: findProblems(text, blocks, { commitments, responsibilities, period: facts.period }, reference),
  };
}

/** A commitment's own number, and in a table of indicators also the numbers of the other columns. */
function targetsOf(commitments: readonly Commitment[], sentences: readonly ReadSentence[]): PlacedTarget[] {
  const rows = new Map(sentences.flatMap(({ sentence, indicator }) => (indicator ? [[sentence.start, indicator.targets] as const] : [])));
  return commitments.flatMap(({ target, article, start, end }) => (rows.get(start) ?? (target ? [target] : [])).map((one) => ({ ...one, article, start, end })));
}

function partsOf(roots: readonly BuiltNode[], role: 'front' | 'closing') {
  return leavesOf(roots).filter((leaf) => leaf.node.role === role).flatMap((leaf) => leaf.blocks.map((block) => block.part));
}
