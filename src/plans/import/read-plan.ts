import { yearOf } from './apply-stated-duties.ts';
import { buildOutline, leavesOf, type BuiltNode } from './build-outline.ts';
import { readFacts } from './document-facts.ts';
import { findCommitments } from './find-commitments.ts';
import { findContents } from './find-contents.ts';
import { findProblems } from './find-problems.ts';
import { findProgrammes } from './find-programmes.ts';
import { findResponsibilities } from './find-responsibilities.ts';
import { numberSentences } from './number-sentences.ts';
import { readDocument } from './read-document.ts';
import type { Commitment, PlacedTarget, PlanReading, Reference, Target } from './plan-reading.ts';
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
  const { commitments, further } = findCommitments(text, sentences, { duties: responsibilities, year: yearOf(facts.period) }, reference);
  return {
    ...facts,
    outline: roots.map((built) => built.node),
    sentences: sentences.map((one) => one.sentence),
    commitments,
    responsibilities,
    programmes: findProgrammes(sentences),
    targets: targetsOf(commitments, further),
    problems: findProblems(text, blocks, { commitments, responsibilities, period: facts.period }, reference),
  };
}

/** A commitment's own number, and those of the other columns of its row or behind it in its clause. */
function targetsOf(commitments: readonly Commitment[], further: ReadonlyMap<number, readonly Target[]>): PlacedTarget[] {
  return commitments.flatMap(({ target, article, start, end }) => (target ? [target, ...(further.get(start) ?? [])] : []).map((one) => ({ ...one, article, start, end })));
}

function partsOf(roots: readonly BuiltNode[], role: 'front' | 'closing') {
  return leavesOf(roots).filter((leaf) => leaf.node.role === role).flatMap((leaf) => leaf.blocks.map((block) => block.part));
}
