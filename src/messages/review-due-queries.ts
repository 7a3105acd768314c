import { dayOf, type Day } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import { addWorkingDays } from '../kernel/working-days.ts';
import { filingHref } from '../filings/filing-words.ts';
import { LIVE_STATUSES } from '../tasks/task.ts';
import type { Due } from './message.ts';

type Waiting = Omit<Due, 'unitId' | 'dueOn'> & { since: Date };

const TASK = { select: { id: true, number: true, title: true, leadUnit: { select: { shortName: true } } } } as const;
interface TaskRow { id: number; number: string | null; title: string; leadUnit: { shortName: string } | null }

const of = (task: TaskRow, part: Pick<Waiting, 'kind' | 'subject' | 'since'> & Partial<Waiting>): Waiting =>
  ({ taskId: task.id, number: task.number ?? '', title: task.title, detail: task.leadUnit?.shortName ?? '', href: `/tasks/${String(task.id)}`, ...part });

const LIVE = { status: { in: [...LIVE_STATUSES] } };

/** What waits for the supervisors since when: reports, wishes to close and for more time, objections. */
async function waitingForReview({ db }: Context): Promise<Waiting[]> {
  const [filings, closings, extensions, objections] = await Promise.all([
    db.filing.findMany({ where: { status: 'submitted', task: LIVE }, select: { id: true, period: true, round: true, sentAt: true, assignment: { select: { id: true, unit: { select: { shortName: true } } } }, task: TASK }, orderBy: { id: 'asc' } }),
    db.task.findMany({ where: { status: 'submitted' }, select: { ...TASK.select, submittedAt: true }, orderBy: { id: 'asc' } }),
    db.extension.findMany({ where: { status: 'pending', task: LIVE }, select: { id: true, askedAt: true, task: TASK }, orderBy: { id: 'asc' } }),
    db.assignment.findMany({ where: { objection: 'open', task: LIVE }, select: { id: true, objectedAt: true, unit: { select: { shortName: true } }, task: TASK }, orderBy: { id: 'asc' } }),
  ]);
  const none = new Date(0);
  return [
    ...filings.map((f) => of(f.task, { kind: 'review', subject: `${String(f.id)}:${String(f.round)}`, since: f.sentAt ?? none, detail: f.assignment.unit.shortName, href: filingHref(f.task.id, f.period, f.assignment.id) })),
    ...closings.map((t) => of(t, { kind: 'closing', subject: `${String(t.id)}:${String((t.submittedAt ?? none).getTime())}`, since: t.submittedAt ?? none })),
    ...extensions.map((e) => of(e.task, { kind: 'extension', subject: String(e.id), since: e.askedAt })),
    ...objections.map((a) => of(a.task, { kind: 'objection', subject: `${String(a.id)}:${String((a.objectedAt ?? none).getTime())}`, since: a.objectedAt ?? none, detail: a.unit.shortName })),
  ];
}

/** The same as due days for every unit of supervisors: each should be answered within so many working days (R26). */
export async function reviewDues(context: Context, until: Day, reviewDays: number, unitIds: readonly number[]): Promise<Due[]> {
  if (unitIds.length === 0) return [];
  const waiting = await waitingForReview(context);
  return waiting.flatMap(({ since, ...one }) => {
    const dueOn = addWorkingDays(dayOf(since), reviewDays, context.calendar);
    return dueOn > until ? [] : unitIds.map((unitId): Due => ({ ...one, unitId, dueOn, subject: `${one.kind}:${String(unitId)}:${one.subject}` }));
  });
}
