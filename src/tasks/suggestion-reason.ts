import type { Words } from '../kernel/text.ts';
import type { ReasonedSuggestion } from './learned-suggestions.ts';

const SHOWN_CITATIONS = 2;

/** Why a unit is proposed: 因文中有：消费、会展；因第24条已交市商务局 */
export function reasonOf(t: Words, { because, learned }: Pick<ReasonedSuggestion, 'because' | 'learned'>, unit: string): string {
  const comma = t('tasks.suggestion.comma');
  const reasons = [
    ...(because.length === 0 ? [] : [t('tasks.suggestion.words', { words: because.join(comma) })]),
    ...(learned.length === 0 ? [] : [t('tasks.suggestion.learned', { citations: learned.slice(0, SHOWN_CITATIONS).join(comma), unit })]),
  ];
  return reasons.join(t('tasks.suggestion.semicolon'));
}
