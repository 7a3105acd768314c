import { dayOf, type Day } from '../kernel/clock.ts';
import { addDays, daysBetween } from '../kernel/days.ts';
import type { Context } from '../kernel/context.ts';
import type { Viewer } from '../kernel/viewer.ts';
import { workingDaysBetween, type Calendar } from '../kernel/working-days.ts';
import { lightOn } from '../lights/turning-days.ts';
import { nextView, type NextView } from '../supervision/overdue-line.ts';
import { pressFacts } from '../supervision/press-facts.ts';
import { filterHref, NO_FILTER, type LedgerFilter } from '../tasks/ledger-filter.ts';
import { countLedger, ledgerRows, type LedgerRow } from '../tasks/ledger-queries.ts';
import { turnView } from '../tasks/turn-words.ts';
import { actionView, lightView, pileRow, type Action } from '../web/view-parts.ts';
import { pileLook, type DeskPile, type PileLook } from './desk-pile.ts';

interface LedgerPileWish extends PileLook {
  filter: (viewer: Viewer) => Partial<LedgerFilter>;
  act?: (viewer: Viewer, row: LedgerRow) => Action | null;
  /** Acts that take more than the line itself to know, by task. */
  next?: (context: Context, viewer: Viewer, rows: readonly LedgerRow[]) => Promise<ReadonlyMap<number, NextView>>;
  meta?: (viewer: Viewer, row: LedgerRow) => string[];
  warn?: (viewer: Viewer, row: LedgerRow) => string | null;
}

/** A pile that is a list of the ledger: the same filter counts, shows and opens it. */
function ledgerPile({ filter, act, next, meta, warn, ...look }: LedgerPileWish): DeskPile {
  const whole = (viewer: Viewer): LedgerFilter => ({ ...NO_FILTER, ...filter(viewer) });
  return {
    ...pileLook(look),
    href: (viewer) => filterHref('/tasks', filter(viewer)),
    count: (context, viewer) => countLedger(context, viewer.actor, whole(viewer)),
    rows: async (context, viewer, { skip, take }) => {
      const rows = await ledgerRows(context, viewer.actor, { ...whole(viewer), page: Math.floor(skip / take) + 1 }, take);
      const nexts = await next?.(context, viewer, rows);
      return rows.map((row) => {
        const coming = nexts?.get(row.id) ?? null;
        return pileRow(row.title, `/tasks/${row.id}`, {
          light: lightView(viewer.t, lightOn(row, viewer.today), { pending: row.extensionPending }),
          number: row.number,
          meta: [...meta?.(viewer, row) ?? [leadWords(viewer, row), deadlineWords(viewer, row)], ...(coming?.action === null ? [coming.words] : [])],
          warn: warn?.(viewer, row) ?? null,
          action: coming?.action ?? act?.(viewer, row) ?? null,
        });
      });
    },
  };
}

const leadWords = ({ t }: Viewer, row: LedgerRow): string => row.lead ?? t('desk.row.no_lead');
// R12: an adjusted deadline never stands without the original one.
const deadlineWords = ({ t }: Viewer, row: LedgerRow): string =>
  (row.deadline === row.originalDeadline ? t('desk.row.deadline', { day: row.deadline }) : t('desk.row.deadline_adjusted', { day: row.deadline, original: row.originalDeadline }));
const waitingWords = ({ t, today }: Viewer, row: LedgerRow): string => {
  const days = row.turnSince === null ? 0 : daysBetween(dayOf(row.turnSince), today);
  return days === 0 ? t('desk.row.since_today') : t('desk.row.waiting', { days });
};
const lateWords = ({ t, today, calendar }: Viewer, row: LedgerRow): string => t('desk.row.late', { days: workingDaysBetween(row.deadline, today, calendar) });
const leftWords = ({ t, today }: Viewer, row: LedgerRow): string => (row.deadline === today ? t('desk.row.due_today') : t('desk.row.days_left', { days: daysBetween(today, row.deadline) }));

const open = (key: string, primary = false) => ({ t }: Viewer, row: LedgerRow): Action => actionView(t(key), `/tasks/${row.id}`, primary ? { look: 'outline-primary' } : {});

/** What is lawful next on each, as on the inspector's list (R24, R26): not yet time is said with its reason. */
async function nextActs(context: Context, viewer: Viewer, rows: readonly LedgerRow[]): Promise<ReadonlyMap<number, NextView>> {
  const facts = await pressFacts(context, context.db, rows.map((row) => row.id), viewer.today);
  return new Map([...facts].map(([id, press]) => [id, nextView(viewer, press)]));
}

export const closingPile = ledgerPile({
  name: 'closing', icon: 'check', tone: 'info', waits: true, filter: () => ({ status: 'submitted', sort: 'turn' }),
  act: open('desk.act.review_closing', true), meta: (v, row) => [leadWords(v, row), waitingWords(v, row)],
});

export const draftPile = ledgerPile({
  name: 'draft', icon: 'edit', waits: true, filter: () => ({ status: 'draft', sort: 'last', descending: true }), act: open('desk.act.hand_over'),
});

/** R4: unsigned after two working days; the last day of hand-over for which they have passed. */
export function unsignedSince(today: Day, calendar: Calendar): Day {
  let day = today;
  while (workingDaysBetween(day, today, calendar) <= 2) day = addDays(day, -1);
  return day;
}

export const unsignedPile = ledgerPile({
  name: 'unsigned', icon: 'sign', tone: 'warn', filter: ({ today, calendar }) => ({ unsigned: true, issuedBy: unsignedSince(today, calendar), sort: 'number' }), next: nextActs,
});

export const overduePile = ledgerPile({
  name: 'overdue', icon: 'overdue', tone: 'bad', waits: true, filter: () => ({ overdue: true }),
  next: nextActs, meta: (v, row) => [turnView(v.t, row, v.today).label, deadlineWords(v, row)], warn: lateWords,
});

/** Reports that units owe to a task whose deadline is still ahead: the overdue list has the others. */
export const owedReportsPile = ledgerPile({
  name: 'owed_reports', icon: 'clock', tone: 'warn', filter: () => ({ reportLate: true }), next: nextActs, meta: (v, row) => [turnView(v.t, row, v.today).label, deadlineWords(v, row)],
});

// What follows is the unit's own.

export const ownOverduePile = ledgerPile({
  name: 'own_overdue', icon: 'overdue', tone: 'bad', waits: true, rare: true, filter: ({ actor }) => ({ overdue: true, lead: actor.unitId }),
  act: open('desk.act.report_and_close', true), meta: (v, row) => [deadlineWords(v, row)], warn: lateWords,
});

export const signPile = ledgerPile({
  name: 'sign', icon: 'sign', tone: 'info', waits: true, filter: ({ actor }) => ({ unit: actor.unitId, unsigned: true, sort: 'number' }),
  act: ({ t }, row) => actionView(t('desk.act.sign'), `/tasks/${row.id}/signature`, { post: true, look: 'primary' }),
});

export const dueSoonPile = ledgerPile({
  name: 'due_soon', icon: 'clock', tone: 'warn', waits: true, filter: ({ actor }) => ({ lead: actor.unitId, dueSoon: true }),
  act: open('desk.act.ask_closing'), meta: (v, row) => [deadlineWords(v, row)], warn: leftWords,
});

/** The same for those who cannot ask to close. */
export const clerkDueSoonPile: DeskPile = { ...dueSoonPile, waits: false };
export const clerkOverduePile: DeskPile = { ...ownOverduePile, waits: false };
