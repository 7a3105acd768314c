import type { PlanReading } from '../../../src/plans/import/plan-reading.ts';
import { flattenOutline } from '../../../src/plans/import/plan-reading.ts';

/** A small generator with a seed, so that a failure can be repeated. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const INSERTS = ['（', '）', '“', '”', '。', '；', '\n', '\t', '一、', '（一）', '1.', '第九条', '——', '\u0000', '\ud800', '２０２５年', '牵头单位：', '（市商务局负责）', '目录\n', ' ', '\r\n'];

/** The text with a handful of cuts, doublings, moves and insertions. */
export function mutate(text: string, random: () => number): string {
  let mutated = text;
  const times = 1 + Math.floor(random() * 6);
  for (let i = 0; i < times; i += 1) {
    const at = Math.floor(random() * mutated.length);
    const size = Math.floor(random() * 400);
    const piece = mutated.slice(at, at + size);
    const insert = INSERTS[Math.floor(random() * INSERTS.length)] ?? '';
    const kind = Math.floor(random() * 4);
    if (kind === 0) mutated = mutated.slice(0, at) + mutated.slice(at + size);
    else if (kind === 1) mutated = mutated.slice(0, at) + piece + mutated.slice(at);
    else if (kind === 2) mutated = mutated.slice(0, at) + insert + mutated.slice(at);
    else mutated = piece + mutated.slice(0, at) + mutated.slice(at + size);
  }
  return mutated;
}

/** What must hold for the reading of any text; the first promise that is broken, or null. */
export function brokenPromise(text: string, reading: PlanReading): string | null {
  const slices = [...reading.sentences, ...reading.commitments];
  if (slices.some((one) => text.slice(one.start, one.end) !== one.text)) return 'a text is not what stands at its offsets';
  if (reading.commitments.some((one, i) => one.start < (reading.commitments[i - 1]?.end ?? 0) || one.end <= one.start)) return 'commitments overlap or are empty';
  const nodes = flattenOutline(reading.outline);
  if (reading.sentences.some((one) => nodes[one.node] === undefined)) return 'a sentence belongs to no node';
  if (reading.problems.some((one) => one.code === 'too_many_lines' || one.code === 'empty')) return null;
  const leaves = nodes.filter((node) => node.children.length === 0).map((node) => text.slice(node.start, node.end)).join('');
  return leaves.replace(/\s+/g, '') === text.replace(/\s+/g, '') ? null : 'some text was lost';
}
