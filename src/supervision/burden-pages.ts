import type { Viewer } from '../kernel/viewer.ts';
import { dayOf } from '../kernel/clock.ts';
import { addMonths } from '../kernel/days.ts';
import type { Page } from '../web/answer.ts';
import { actionView, chipView, emptyView, pageHead, tagView, type Chips } from '../web/view-parts.ts';
import { capsOn } from '../units/burden-caps.ts';
import type { BurdenOfUnit } from './burden-queries.ts';
import type { MonthBurden } from './burden-trend-queries.ts';
import type { MonthOfUnits } from './burden-export.ts';
import { passLines, trendView } from './burden-view.ts';
import { BURDENS, type BurdenKind, type CapPass } from './burden.ts';
import { hrefWith } from './slip-filter.ts';
import { supervisionTabs } from './supervision-tabs.ts';

const monthBefore = (month: string, months: number): string => addMonths(`${month}-01`, months).slice(0, 7);

/** The list that holds exactly what was counted. */
function hrefOf(kind: BurdenKind, unit: number, month: string): string {
  if (kind === 'handed' || kind === 'reports') return `${hrefWith(`/supervision/burden/${String(unit)}`, { month })}#${kind}`;
  return hrefWith(`/supervision/${kind}`, { unit, month });
}

function monthChips({ t, today }: Viewer, month: string): Chips {
  const now = today.slice(0, 7);
  const months = [monthBefore(month, -1), month, ...(month < now ? [monthBefore(month, 1)] : [])];
  return { label: t('supervision.burden.month'), items: months.map((m) => chipView(m, hrefWith('/supervision/burden', { month: m }), { current: m === month })) };
}

const beyondTag = ({ t }: Viewer, count: number) => (count === 0 ? null : tagView(t('supervision.burden.beyond_count', { count }), 'warn'));

/** What was asked of every unit in a month, what went beyond the caps and why, and how it has been going. */
export function burdenPage(viewer: Viewer, { month, rows, passes, trend }: MonthOfUnits & { trend: MonthBurden[] }): Page {
  const { t } = viewer;
  const caps = capsOn(viewer.parameters, `${month}-01`);
  const take = (format: 'csv' | 'xlsx') => actionView(t(`tasks.ledger.export_${format}`), hrefWith(`/supervision/burden/export.${format}`, { month }), { icon: 'download' });
  return {
    view: 'supervision/burden',
    data: {
      title: t('supervision.burden.title'),
      head: pageHead(t('supervision.burden.title'), { summary: t('supervision.burden.summary', { month, units: rows.length, ...caps }), actions: [take('xlsx'), take('csv')] }),
      tabs: supervisionTabs(viewer, 'burden'),
      months: monthChips(viewer, month),
      columns: BURDENS.map((kind) => ({ kind, label: t(`supervision.burden.${kind}`) })),
      rows: rows.map((row) => ({
        unit: row.unit, href: hrefWith(`/supervision/burden/${row.unitId}`, { month }), total: row.total, fields: row.fields, messages: row.messages,
        messagesHref: row.messages === 0 ? null : hrefWith('/messages/sent', { unit: row.unitId, month }),
        capped: row.counts.slips >= caps.slips ? tagView(t('supervision.burden.capped'), 'warn') : null,
        beyond: beyondTag(viewer, passes.filter((p) => p.unitId === row.unitId).length),
        cells: BURDENS.map((kind) => ({ label: t(`supervision.burden.${kind}`), count: row.counts[kind], href: row.counts[kind] === 0 ? null : hrefOf(kind, row.unitId, month) })),
      })),
      passes: passLines(viewer, passes),
      trend: trendView(viewer, trend, (one) => hrefWith('/supervision/burden', { month: one })),
      empty: emptyView('units', t('supervision.burden.empty'), t('supervision.burden.empty_hint')),
    },
  };
}

export function burdenOfUnitPage(viewer: Viewer, month: string, { unit, handed, reports, passes, trend }: BurdenOfUnit & { passes: CapPass[]; trend: MonthBurden[] }): Page {
  const { t } = viewer;
  const taskOf = (task: { id: number; number: string | null; title: string }) => ({ href: `/tasks/${String(task.id)}`, number: task.number ?? '', title: task.title });
  return {
    view: 'supervision/burden-unit',
    data: {
      title: unit.shortName,
      head: pageHead(t('supervision.burden.of_unit', { unit: unit.shortName, month }), { kicker: { label: t('supervision.burden.title'), href: hrefWith('/supervision/burden', { month }) } }),
      sections: [
        { id: 'handed', heading: t('supervision.burden.handed_count', { count: handed.length }), rows: handed.map((a) => ({ ...taskOf(a.task), on: a.task.issuedAt === null ? '' : dayOf(a.task.issuedAt), note: t(`tasks.role.${a.role}`) })) },
        { id: 'reports', heading: t('supervision.burden.reports_count', { count: reports.length }), rows: reports.map((r) => ({ ...taskOf(r.filing.task), on: dayOf(r.sentAt), note: t('supervision.burden.round', { period: r.filing.period, round: r.round, fields: r.fields }) })) },
      ],
      passes: passLines(viewer, passes),
      trend: trendView(viewer, trend, (one) => hrefWith(`/supervision/burden/${unit.id}`, { month: one })),
    },
  };
}
