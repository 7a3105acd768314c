import type { ReadSentence } from './number-sentences.ts';
import type { Commitment, PlanReading, Reference } from './plan-reading.ts';
import { suggestUnits } from './suggest-units.ts';
import { endOf, startOf } from './source-text.ts';

export function findCommitments(source: string, sentences: readonly ReadSentence[], _period: PlanReading['period'], _reference: Reference): Commitment[] {
  return sentences.filter((one) => one.sentence.kind === 'body' && one.sentence.article !== null).map(({ part, chain, sentence }) => {
    const start = startOf(part);
    const end = endOf(part, part.text.replace(/[。！？；]$/, '').length);
    return { article: sentence.article, path: chain.filter((n) => n.number !== null).map((n) => n.label + n.title), start, end, text: source.slice(start, end), kind: 'action', verb: '', suggested: suggestUnits(part.text, chain.map((n) => n.title).join('，'), _reference), districts: false, deadline: null, target: null };
  });
}
