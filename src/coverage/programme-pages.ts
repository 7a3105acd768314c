import { headingText } from '../plans/plan.ts';
import type { Viewer } from '../kernel/viewer.ts';
import type { OutlineEntry, PlanCard } from '../plans/plan-queries.ts';
import type { UnitName } from '../units/unit.ts';
import type { Page } from '../web/answer.ts';
import type { StackedBar } from '../web/charts/stacked-bar.ts';
import { actionView, emptyView, pageHead } from '../web/view-parts.ts';
import { coverageBar } from './coverage-count.ts';
import { lineView } from './list-pages.ts';
import { planHead, planTabs } from './plan-tabs.ts';
import type { ProgrammeView } from './programme-queries.ts';

type Units = ReadonlyMap<string, UnitName>;

/** The programmes of a plan by their groups (十二大工程 …), each with its owner and what has become of its parts. */
export function programmesPage(viewer: Viewer, plan: PlanCard, outline: readonly OutlineEntry[], programmes: readonly ProgrammeView[], units: Units): Page {
  const { t } = viewer;
  const groups = [...new Set(programmes.map((one) => one.groupName))].sort((a, b) => Number(a === null) - Number(b === null));
  return {
    view: 'coverage/programmes',
    data: {
      title: t('coverage.programmes.title'),
      head: planHead(viewer, plan, { summary: t('coverage.programmes.summary', { count: programmes.length }) }),
      tabs: planTabs(viewer, plan.id, 'programmes'),
      groups: groups.map((group) => {
        const members = programmes.filter((one) => one.groupName === group);
        const title = group ?? t('coverage.programmes.no_group');
        return { title, count: members.length, bar: barOf(viewer, plan.id, title, members), rows: members.map((one) => programmeLine(viewer, plan.id, outline, one, units)) };
      }),
      empty: programmes.length === 0 ? emptyView('flag', t('coverage.programmes.empty')) : null,
    },
  };
}

/** The roll-up of one or several programmes; a commitment that belongs to two counts once. */
function barOf({ t }: Viewer, planId: number, title: string, programmes: readonly ProgrammeView[]): StackedBar {
  const parts = new Map(programmes.flatMap((one) => one.lines.map(({ covered }) => [covered.id, covered] as const)));
  const bar = coverageBar(t, title, [...parts.values()], `/plans/${planId}/commitments`);
  return { ...bar, segments: bar.segments.map((segment) => ({ ...segment, href: null })) };
}

const programmeLine = (viewer: Viewer, planId: number, outline: readonly OutlineEntry[], programme: ProgrammeView, units: Units) => {
  const article = outline.find((entry) => entry.id === programme.articleId);
  return {
    name: programme.name, href: `/plans/${planId}/programmes/${programme.ordinal}`,
    article: article === undefined ? '' : headingText(article),
    owner: ownerOf(viewer, programme, units),
    bar: barOf(viewer, planId, programme.name, [programme]),
  };
};

/** Who leads the part that says it is to be carried out, or who might; others that only name it do not own it. */
function ownerOf(viewer: Viewer, { first, lines }: ProgrammeView, units: Units): string {
  const led = first ?? lines.find((line) => line.tasks.some((task) => task.leadUnit !== null)) ?? lines[0];
  return led === undefined ? viewer.t('coverage.programmes.no_owner') : lineView(viewer, led, units).lead;
}

/** One programme: its parts, who has them, how they stand. */
export function programmePage(viewer: Viewer, plan: PlanCard, programme: ProgrammeView, units: Units): Page {
  const { t } = viewer;
  return {
    view: 'coverage/programme',
    data: {
      title: programme.name,
      head: pageHead(programme.name, {
        kicker: { label: `${plan.shortTitle} · ${programme.groupName ?? t('coverage.programmes.title')}`, href: `/plans/${plan.id}/programmes` },
        summary: t('coverage.programmes.owner', { owner: ownerOf(viewer, programme, units) }),
        actions: [actionView(t('coverage.tabs.text'), `/plans/${plan.id}`, { icon: 'plan' })],
      }),
      bar: barOf(viewer, plan.id, programme.name, [programme]),
      rows: programme.lines.map((line) => lineView(viewer, line, units)),
    },
  };
}
