import type { Viewer } from '../kernel/viewer.ts';
import { citationOf } from '../plans/citation.ts';
import { headingText, sentencePermalink } from '../plans/plan.ts';
import type { OutlineEntry, PlanCard } from '../plans/plan-queries.ts';
import type { UnitName } from '../units/unit.ts';
import type { Page } from '../web/answer.ts';
import { PAGE_SIZE, paging } from '../web/paging.ts';
import { actionView, chipView, emptyView, lightView, tagView, type Chip, type LightView, type Tag } from '../web/view-parts.ts';
import { stateTag, suggestionViews } from './commitment-view.ts';
import { countStates } from './coverage-count.ts';
import { COVERAGE_STATES } from './coverage.ts';
import type { CoveredCommitment } from './coverage-queries.ts';
import { listHref, matches, type ListFilter } from './list-filter.ts';
import type { CommitmentLine } from './list-queries.ts';
import { planHead, planTabs } from './plan-tabs.ts';

export interface ListData {
  plan: PlanCard;
  outline: OutlineEntry[];
  all: CoveredCommitment[];
  /** Those of the page that is shown. */
  lines: CommitmentLine[];
  units: ReadonlyMap<string, UnitName>;
}

/** The commitments of a plan as a list: what every number on coverage opens. */
export function listPage(viewer: Viewer, filter: ListFilter, { plan, outline, all, lines, units }: ListData): Page {
  const { t } = viewer;
  const total = all.filter(matches(filter)).length;
  return {
    view: 'coverage/list',
    data: {
      title: t('coverage.list.title'),
      head: planHead(viewer, plan, {
        summary: t('coverage.list.summary', { count: total, all: all.length }),
        actions: (['csv', 'xlsx'] as const).map((form) => actionView(t(`coverage.list.${form}`), listHref(plan.id, filter, `.${form}`), { icon: 'download' })),
      }),
      tabs: planTabs(viewer, plan.id, 'commitments'),
      states: { label: t('coverage.list.states'), items: stateChips(viewer, plan.id, filter, all) },
      chips: { label: t('coverage.list.filters'), items: setChips(viewer, plan.id, filter, outline) },
      rows: lines.map((line) => lineView(viewer, line, units)),
      paging: total > PAGE_SIZE ? paging(total, filter.page, listHref(plan.id, filter)) : null,
      empty: total === 0 ? emptyView('flag', t('coverage.list.empty'), t('coverage.list.empty_text')) : null,
    },
  };
}

/** All states within the chosen chapter, each with the number that its list has. */
function stateChips({ t }: Viewer, planId: number, filter: ListFilter, all: readonly CoveredCommitment[]): Chip[] {
  const inside = all.filter(matches({ ...filter, state: null, mark: null, proposed: false }));
  const counts = countStates(inside);
  const chip = (state: ListFilter['state'], label: string, count: number): Chip =>
    chipView(label, listHref(planId, { ...filter, state, mark: null, proposed: false }), { count, current: filter.state === state && filter.mark === null && !filter.proposed });
  return [chip(null, t('coverage.state.all'), inside.length), ...COVERAGE_STATES.map((state) => chip(state, t(`coverage.state.${state}`), counts[state]))];
}

/** The filters that are set; their links take them off. */
function setChips({ t }: Viewer, planId: number, filter: ListFilter, outline: readonly OutlineEntry[]): Chip[] {
  const chapter = outline.find((entry) => entry.id === filter.chapterId);
  const off = (label: string, change: Partial<ListFilter>): Chip => chipView(label, listHref(planId, { ...filter, ...change }), { current: true, removable: true });
  return [
    ...(chapter === undefined ? [] : [off(headingText(chapter), { chapterId: null })]),
    ...(filter.mark === null ? [] : [off(t(`coverage.mark.${filter.mark}`), { mark: null })]),
    ...(filter.proposed ? [off(t('coverage.state.proposed'), { proposed: false })] : []),
  ];
}

interface LineView {
  href: string; citation: string; text: string; kind: Tag; state: Tag; light: LightView | null; lead: string; note: string | null; deadline: string;
  tasks: { href: string; label: string }[];
}

/** Where the text names a lead whom the units do not know, those who join in are no lead. */
const hasLead = ({ suggested }: CommitmentLine['commitment']): boolean => suggested[0]?.role === 'lead';

/** A line: who has it, or who might. */
export function lineView(viewer: Viewer, { covered, commitment, cite, tasks }: CommitmentLine, units: ReadonlyMap<string, UnitName>): LineView {
  const { t, locale } = viewer;
  const isOpen = covered.state === 'gap';
  const [first] = suggestionViews(viewer, commitment.suggested.slice(0, 1).map((s) => ({ ...s, learned: [] })), units);
  const leads = [...new Set(tasks.map((task) => task.leadUnit?.shortName).filter((name) => name !== undefined))];
  return {
    href: sentencePermalink({ planId: commitment.planId, ordinal: covered.sentenceOrdinal }),
    citation: citationOf({ cite }, locale),
    text: commitment.text,
    kind: tagView(t(`plans.kind.${commitment.kind}`)),
    state: stateTag(viewer, covered),
    light: covered.light === null ? null : lightView(t, covered.light),
    lead: isOpen && first !== undefined ? t(hasLead(commitment) ? 'coverage.list.suggested' : 'coverage.list.suggested_without_lead', { ...first }) : leads.join(t('coverage.comma')),
    note: isOpen ? (first?.because ?? null) : commitment.decisionReason,
    deadline: tasks.map((task) => task.deadline).sort().at(-1) ?? commitment.deadline ?? '',
    tasks: tasks.map((task) => ({ href: `/tasks/${task.id}`, label: task.number ?? task.title })),
  };
}
