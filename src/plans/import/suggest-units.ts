import { bare, dutyIndex, findDuties } from './duty-index.ts';
import type { Reference, Suggestion } from './plan-reading.ts';

export function suggestUnits(text: string, context: string, reference: Reference): Suggestion[] {
  const index = dutyIndex(reference.units);
  const scores = new Map<number, { score: number; because: Map<string, number> }>();
  const add = (source: string, factor: number): void => {
    for (const { term } of findDuties(index, bare(source))) {
      const weight = (factor * term.text.length) / Math.sqrt(term.units.length);
      for (const unit of term.units) {
        const entry = scores.get(unit) ?? { score: 0, because: new Map<string, number>() };
        entry.score += weight;
        entry.because.set(term.text, weight);
        scores.set(unit, entry);
      }
    }
  };
  add(text, 1);
  add(context, 0.4);
  const ranked = [...scores].map(([unit, entry]) => ({ unit, ...entry, score: entry.score * kindFactor(index.units[unit]?.kind ?? '') })).sort((a, b) => b.score - a.score).slice(0, 6);
  const best = ranked[0]?.score ?? 1;
  return ranked.map(({ unit, score, because }, i) => ({ unit: index.units[unit]?.code ?? '', role: i === 0 ? 'lead' : 'support', score: Math.round((score / best) * 100) / 100, because: [...because].sort((a, b) => b[1] - a[1]).slice(0, 4).map(([word]) => word) }));
}

function kindFactor(kind: string): number {
  return kind === 'government' || kind === 'party' ? 1 : 0.5;
}
