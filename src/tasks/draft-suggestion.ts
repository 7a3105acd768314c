import { addMonths, earliest } from '../kernel/days.ts';
import type { Day } from '../kernel/clock.ts';
import type { LearnedSentence, ReasonedSuggestion } from './learned-suggestions.ts';
import { proposeMilestones } from './propose-milestones.ts';
import type { DraftValues, UnitChoice } from './task-form-pages.ts';

const TITLE_LENGTH = 40;
const SHORTEST_MONTHS = 3;
const SUPPORT_AT_MOST = 6;

/** First clause of a sentence, for a title that a person will shorten further. */
function titleOf(text: string): string {
  const clause = text.split(/[，；。]/)[0] ?? text;
  return clause.length > TITLE_LENGTH ? `${clause.slice(0, TITLE_LENGTH)}…` : clause;
}

/** What a new task starts with: quote, deadline of the text or the plan's end (R3), and the suggested units with the words that caused them. */
export function suggestDraft(sentence: LearnedSentence, units: UnitChoice[], today: Day): { values: DraftValues; reasons: { unit: string; suggestion: Pick<ReasonedSuggestion, 'because' | 'learned'> }[] } {
  const commitment = sentence.commitments[0];
  const suggested = commitment?.suggested ?? [];
  const byCode = new Map(units.map((u) => [u.code, u]));
  const found = suggested.flatMap((s) => { const unit = byCode.get(s.unit); return unit === undefined ? [] : [{ ...s, unit }]; });
  const lead = found.find((s) => s.role === 'lead');
  const others = found.filter((s) => s !== lead && s.role !== 'lead' && s.unit.kind !== 'district').map((s) => s.unit.id);
  const { plan } = sentence;
  const stated = earliest(...sentence.commitments.map((c) => c.deadline)) ?? plan.endsOn;
  const startOn = today < plan.startsOn ? plan.startsOn : today < plan.endsOn ? today : addMonths(plan.endsOn, -SHORTEST_MONTHS);
  const deadline = stated <= startOn ? plan.endsOn : stated;
  return {
    reasons: found.map((s) => ({ unit: s.unit.shortName, suggestion: s })),
    values: {
      title: titleOf(commitment?.text ?? sentence.text), requirement: commitment?.text ?? sentence.text, standard: standardOf(commitment?.target ?? null), contact: '',
      startOn, deadline, cycle: 'quarterly',
      leadId: lead?.unit.id ?? null, responsibleIds: [], supportIds: [...new Set(others)].slice(0, SUPPORT_AT_MOST), districtIds: commitment?.districts === true ? units.filter((u) => u.kind === 'district').map((u) => u.id) : [],
      rollup: 'all', milestones: proposeMilestones(sentence.text, startOn, deadline, sentence.commitments.some((c) => c.target?.nature === 'binding')),
    },
  };
}

const standardOf = (target: { name: string; operator: string; value: number; unit: string } | null): string =>
  target === null ? '' : `${target.name} ${target.operator} ${target.value}${target.unit}`;
