import type { Viewer } from '../kernel/viewer.ts';
import type { ReasonedSuggestion } from '../tasks/learned-suggestions.ts';
import { reasonOf } from '../tasks/suggestion-reason.ts';
import type { UnitName } from '../units/unit.ts';
import type { PlanCommitment } from '../plans/commitment.ts';
import { natureText, targetText } from '../plans/target-text.ts';
import { tagView, termView, type Tag, type Term } from '../web/view-parts.ts';
import type { CoverageState } from './coverage.ts';
import type { CoveredCommitment } from './coverage-queries.ts';

const TONES: Record<CoverageState, Tag['tone']> = { covered: 'ok', partly: 'info', gap: 'warn', exempt: 'neutral', statement: 'neutral' };

export const stateTag = ({ t }: Pick<Viewer, 't'>, { state, isProposed }: Pick<CoveredCommitment, 'state' | 'isProposed'>): Tag =>
  tagView(t(isProposed && state === 'gap' ? 'coverage.state.proposed' : `coverage.state.${state}`), TONES[state]);

/** A unit that is proposed for a commitment, and the words or earlier assignments that caused it. */
export interface SuggestionView { unit: string; role: string; because: string }

const SHOWN_SUGGESTIONS = 5;

export function suggestionViews(viewer: Pick<Viewer, 't'>, suggestions: readonly ReasonedSuggestion[], units: ReadonlyMap<string, UnitName>): SuggestionView[] {
  return suggestions.slice(0, SHOWN_SUGGESTIONS).map((suggestion) => {
    const unit = units.get(suggestion.unit)?.shortName ?? suggestion.unit;
    return { unit, role: viewer.t(`coverage.role.${suggestion.role}`), because: reasonOf(viewer.t, suggestion, unit) };
  });
}

/** What the text itself says on time and amount. */
export function commitmentFacts({ t }: Pick<Viewer, 't'>, { verb, deadline, target, districts }: PlanCommitment): Term[] {
  const nature = target === null ? null : natureText(t, target);
  return [
    ...(verb === '' ? [] : [termView(t('coverage.fact.verb'), verb)]),
    ...(deadline === null ? [] : [termView(t('coverage.fact.deadline'), deadline)]),
    ...(target === null ? [] : [termView(t('coverage.fact.target'), targetText(target))]),
    ...(nature === null ? [] : [termView(t('coverage.fact.nature'), nature)]),
    ...(districts ? [termView(t('coverage.fact.districts'), t('coverage.fact.all_districts'))] : []),
  ];
}
