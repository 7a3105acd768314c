import type { PlanReading } from './import/plan-reading.ts';
import { chainOf, citePlaces, type PlacedNode } from './sentence-place.ts';

/** What a reading becomes in the database; nodes and sentences are named by their ordinal until they have ids. */
export interface NodeRow { ordinal: number; parent: number | null; chapter: number | null; level: string; role: string; label: string; number: number | null; title: string; depth: number; start: number; end: number }
export interface SentenceRow { ordinal: number; node: number; article: number | null; chapter: number | null; paragraph: number; number: number; start: number; end: number; text: string; kind: string; cite: string }
export interface CommitmentRow { ordinal: number; sentence: number; start: number; end: number; text: string; kind: string; verb: string; districts: boolean; deadline: string | null; target: string | null; suggested: string }
export interface ProgrammeRow { ordinal: number; name: string; groupName: string | null; node: number | null; start: number; end: number }

export function nodeRows(nodes: readonly PlacedNode[]): NodeRow[] {
  return nodes.map(({ node: { level, role, label, number, title, start, end }, parent, depth }, ordinal) => (
    { ordinal, parent, chapter: chapterOf(nodes, ordinal), level, role, label, number, title, depth, start, end }
  ));
}

/** The top-level heading that a node stands under; text outside of all has none. */
function chapterOf(nodes: readonly PlacedNode[], index: number): number | null {
  const root = chainOf(nodes, index)[0];
  return root !== undefined && nodes[root]?.node.role === 'numbered' ? root : null;
}

const articleOf = (nodes: readonly PlacedNode[], index: number): number | null =>
  chainOf(nodes, index).findLast((at) => nodes[at]?.node.level === 'article' && nodes[at].node.role === 'numbered') ?? null;

export function sentenceRows(reading: PlanReading, nodes: readonly PlacedNode[]): SentenceRow[] {
  const cites = citePlaces(reading);
  return reading.sentences.map(({ node, paragraph, number, start, end, text, kind }, ordinal) => (
    { ordinal, node, article: articleOf(nodes, node), chapter: chapterOf(nodes, node), paragraph, number, start, end, text, kind, cite: cites[ordinal] ?? '' }
  ));
}

/** Every commitment belongs to the sentence in which it begins; both stand in the order of the text. */
export function commitmentRows({ sentences, commitments }: PlanReading): CommitmentRow[] {
  let at = 0;
  const sentenceOf = (start: number): number => {
    while (at < sentences.length && (sentences[at]?.end ?? 0) <= start) at += 1;
    return (sentences[at]?.start ?? Infinity) <= start ? at : -1;
  };
  return commitments.map((c, ordinal) => ({
    ordinal,
    sentence: sentenceOf(c.start),
    start: c.start, end: c.end, text: c.text, kind: c.kind, verb: c.verb, districts: c.districts, deadline: c.deadline,
    target: c.target === null ? null : JSON.stringify(c.target),
    suggested: JSON.stringify(c.suggested),
  })).filter((row) => row.sentence >= 0);
}

export function programmeRows(reading: PlanReading, nodes: readonly PlacedNode[]): ProgrammeRow[] {
  return reading.programmes.map(({ name, group, start, end }, ordinal) => {
    const at = reading.sentences.find((s) => s.start <= start && start < s.end)?.node;
    return { ordinal, name, groupName: group, node: at === undefined ? null : articleOf(nodes, at), start, end };
  });
}

