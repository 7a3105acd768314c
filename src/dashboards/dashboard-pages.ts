import type { Viewer } from '../kernel/viewer.ts';
import { whyLight } from '../lights/light-words.ts';
import { filterHref, type LedgerFilter } from '../tasks/ledger-filter.ts';
import type { PeerGroup } from '../units/peer-group.ts';
import type { Page } from '../web/answer.ts';
import { chipView, emptyView, lightView, metricView, pageHead, pileRow, type Metric } from '../web/view-parts.ts';
import type { DashboardData } from './dashboard-queries.ts';
import { chapterRows } from './desk-pages.ts';
import { allOf, liveOf, type Distribution } from './distribution.ts';
import { closedNote, lightBar } from './distribution-view.ts';
import { endMetrics } from './end-counts.ts';
import { placeUnits, type PlacedUnit } from './peer-groups.ts';
import { redThisMonth } from './red-reasons.ts';

/** Units of a group that are drawn; the others are folded away and stay off the paper. */
const DRAWN = 10;

/** One screen, one sheet: five numbers, chapters, units among their peers, districts, what turned red and why. */
export function dashboardPage(viewer: Viewer, data: DashboardData): Page {
  const { t } = viewer;
  const scope: Partial<LedgerFilter> = { plan: data.planId };
  const plan = data.plans.length === 1 ? data.plans[0]?.title : data.plans.find((p) => p.id === data.planId)?.title;
  const districts = placeUnits(data.units, 'district');
  return {
    view: 'dashboards/dashboard',
    data: {
      title: t('nav.dashboard'),
      head: pageHead(t('nav.dashboard'), { kicker: plan === undefined ? null : { label: plan, href: null }, summary: summaryOf(viewer, data) }),
      plans: data.plans.length < 2 ? null : planChips(viewer, data),
      metrics: metricsOf(viewer, data, scope),
      piles: data.piles,
      ends: endMetrics(t, data.ends, scope),
      whole: allOf(data.counts) === 0 ? null : lightBar(t, t('dashboards.whole'), data.counts, scope),
      empty: allOf(data.counts) > 0 ? null : emptyView('chart', t('dashboards.empty'), t('dashboards.empty_text')),
      chapters: chapterRows(viewer, data.chapters),
      city: groupView(viewer, placeUnits(data.units, 'city'), 'city', scope),
      park: groupView(viewer, placeUnits(data.units, 'park'), 'park', scope),
      districts: { n: t('dashboards.group_n', { count: districts.length }), items: districts.map((u) => unitRow(viewer, u, scope)) },
      red: redView(viewer, data),
    },
  };
}

function summaryOf({ t, today }: Viewer, { before }: DashboardData): string {
  if (before === null) return t('dashboards.summary_alone', { day: today });
  return before.takenOn > before.day ? t('dashboards.summary_late', { day: today, before: before.day, taken: before.takenOn }) : t('dashboards.summary', { day: today, before: before.day });
}

const planChips = ({ t }: Viewer, { plans, planId }: DashboardData) => ({
  label: t('dashboards.plans'),
  items: [chipView(t('dashboards.all_plans'), '/dashboard', { current: planId === null }), ...plans.map((p) => chipView(p.title, `/dashboard?plan=${p.id}`, { current: p.id === planId }))],
});

function metricsOf({ t }: Viewer, { counts, covered, before, plans, planId }: DashboardData, scope: Partial<LedgerFilter>): Metric[] {
  const number = (name: string, of: (d: Distribution) => number, href: string, light: Metric['light'] = null): Metric => {
    const past = before === null ? null : of(before.counts);
    return metricView(t(`dashboards.number.${name}`), of(counts), { href, light, ...compared(past, of(counts)) });
  };
  const compared = (past: number | null, present: number): Partial<Metric> => (past === null ? {} : { before: t('dashboards.before', { count: past }), change: signed(present - past) });
  const plan = planId ?? (plans.length === 1 ? plans[0]?.id ?? null : null);
  return [
    number('live', liveOf, filterHref('/tasks', { ...scope, live: true })),
    number('yellow', (d) => d.yellow, filterHref('/tasks', { ...scope, light: 'yellow', live: true }), 'yellow'),
    number('red', (d) => d.red, filterHref('/tasks', { ...scope, light: 'red', live: true }), 'red'),
    number('closed', (d) => d.closed, filterHref('/tasks', { ...scope, end: 'closed' })),
    metricView(t('dashboards.number.covered'), covered ?? '—', {
      unit: covered === null ? null : '%', href: plan === null ? '/plans' : `/plans/${plan}/overview`,
      ...(before?.covered == null || covered === null ? {} : { before: t('dashboards.before_percent', { count: before.covered }), change: signed(covered - before.covered) }),
    }),
  ];
}

const signed = (change: number): string | null => (change === 0 ? null : change > 0 ? `+${change}` : `−${-change}`);

function unitRow({ t }: Viewer, unit: PlacedUnit, scope: Partial<LedgerFilter>) {
  const filter = { ...scope, lead: unit.id };
  const place = unit.place === null ? t('dashboards.unranked', { n: unit.n }) : t('dashboards.place', { place: unit.place, red: unit.counts.red, n: unit.n });
  return { label: unit.name, href: filterHref('/tasks', filter), note: [place, closedNote(t, unit.counts)].filter((part) => part !== null).join(' · '), bar: lightBar(t, unit.name, unit.counts, filter) };
}

/** R29: places only among peers, with how many they are. */
function groupView(viewer: Viewer, units: readonly PlacedUnit[], group: PeerGroup, scope: Partial<LedgerFilter>) {
  const rows = units.map((u) => unitRow(viewer, u, scope));
  const label = viewer.t(`tasks.group.${group}`);
  const rest = rows.slice(DRAWN);
  return {
    label, n: viewer.t('dashboards.group_n', { count: units.length }), isEmpty: units.length === 0,
    drawn: { label, rows: rows.slice(0, DRAWN) },
    rest: rest.length === 0 ? null : { words: viewer.t('dashboards.more_units', { count: rest.length }), bars: { label, rows: rest } },
  };
}

function redView({ t, today }: Viewer, { red, planId }: DashboardData) {
  return {
    count: red.count, href: filterHref('/tasks', redThisMonth(today, planId)),
    rows: red.items.map(({ row, verdict }) => pileRow(row.title, `/tasks/${row.id}`, {
      light: lightView(t, 'red', { pending: row.extensionPending }), number: row.number,
      meta: [row.lead ?? '', ...(row.redFrom === null ? [] : [t('dashboards.red.since', { day: row.redFrom })]), ...(verdict === null ? [] : [whyLight(t, verdict)])],
    })),
  };
}
