import { addDays } from '../../../src/kernel/days.ts';
import { today as dayAt, type Day } from '../../../src/kernel/clock.ts';
import { acceptFiling } from '../../../src/filings/accept-filing.ts';
import { CHECKLIST, EMPTY_TEXT, type FilingText } from '../../../src/filings/filing.ts';
import { expectedProgress } from '../../../src/filings/filing-rules.ts';
import { returnFiling } from '../../../src/filings/return-filing.ts';
import { saveFiling } from '../../../src/filings/save-filing.ts';
import { sendForSignoff } from '../../../src/filings/send-for-signoff.ts';
import { signOffFiling } from '../../../src/filings/sign-off-filing.ts';
import { dueDayOf, periodBounds, periodsOf, type Period } from '../../../src/tasks/period.ts';
import type { AssignmentRole, Cycle } from '../../../src/tasks/task.ts';
import type { Stage, Temper } from './stage.ts';
import { DONE, NEXT, PROBLEMS, RETURNS } from './report-words.ts';

export interface ReportedTask { id: number; title: string; cycle: string; startOn: Day; deadline: Day }
export interface ReportingBranch { id: number; unitId: number; role: string; dueOn: Day }

const SHARE_THROUGH_CLERK = 0.12;
const SHARE_RETURNED = 0.06;

/** Puts every report that the branch will owe on the agenda, in time or late as the unit goes about it. */
export function reportThroughout(stage: Stage, task: ReportedTask, branch: ReportingBranch, temper: Temper, notBefore: Day): void {
  const untold = stage.toldElsewhere.get(task.id);
  const { agenda, chance, today } = stage;
  const cycle = task.cycle as Cycle;
  for (const period of periodsOf(cycle, task, today)) {
    const due = dueDayOf(cycle, period, { ...branch, role: branch.role as AssignmentRole }, task, agenda.context.calendar);
    const { to } = periodBounds(cycle, period, task);
    if (untold?.has(period) === true && branch.role === 'lead') continue;
    if (chance.happens(temper.late * 0.5)) continue; // not reported at all
    const day = chance.happens(temper.late) ? addDays(due, chance.between(1, 9)) : addDays(to, chance.between(1, 4));
    agenda.on(day < notBefore ? notBefore : day, () => report(stage, task, branch, { period, temper, round: 1 }));
  }
}

interface Reporting { period: Period; temper: Temper; round: number }

async function report(stage: Stage, task: ReportedTask, branch: ReportingBranch, { period, temper, round }: Reporting): Promise<void> {
  const { agenda, chance, people } = stage;
  const { context } = agenda;
  const now = await context.db.assignment.findUniqueOrThrow({ where: { id: branch.id }, include: { task: true, filings: { orderBy: { period: 'asc' } } } });
  if (now.task.status !== 'underway' || now.signedAt === null) return;
  const filing = now.filings.find((f) => f.period === period);
  if (filing !== undefined && filing.status !== 'returned') return;
  const before = now.filings.filter((f) => f.period < period).at(-1);
  const said = textFor(stage, task, { expected: expectedProgress(now, period), least: before?.progress ?? 0, said: before?.done, temper, planEnd: '2025-12-31' });
  const { valueTarget } = now.task;
  const reached = temper.closes && before !== undefined; // who closes has all of it by then
  const text = { ...said, value: valueTarget === null || reached ? valueTarget : Math.round((valueTarget * said.progress) / 100) };
  const address = { taskId: task.id, period };
  let version = filing?.version ?? 0;
  if (chance.happens(SHARE_THROUGH_CLERK)) {
    version = (await saveFiling(context, people.of('clerk', branch.unitId), address, { ...text, auto: false, version })).version;
    await sendForSignoff(context, people.of('clerk', branch.unitId), address, { ...text, auto: false, version });
    version = (await context.db.filing.findFirstOrThrow({ where: { assignmentId: branch.id, period }, select: { version: true } })).version;
  }
  await signOffFiling(context, people.of('head', branch.unitId), address, { ...text, auto: false, version });
  // In June the supervisors have half a year's reports on their desks.
  const patience = dayAt(context.clock) >= '2023-06-01' ? chance.between(4, 16) : chance.between(1, 5);
  agenda.on(addDays(dayAt(context.clock), patience), () => review(stage, task, branch, { period, temper, round }));
}

export interface Outlook { expected: number | null; least: number; said: string | undefined; temper: Temper; planEnd: Day }

/** What a unit would write now: never the words of its last report, which is refused (R10). */
export function textFor({ chance, agenda }: Stage, task: ReportedTask, { expected, least, said, temper, planEnd }: Outlook): FilingText {
  const should = expected ?? 60;
  const progress = Math.max(least, Math.min(100, Math.round(should * temper.pace)));
  const behind = should - progress >= 10;
  const title = task.title.slice(0, 24);
  const newDate = addDays(dayAt(agenda.context.clock), chance.between(30, 90));
  return {
    ...EMPTY_TEXT, progress,
    done: chance.pick(DONE.map((words) => words.replace('{title}', title).replace('{progress}', String(progress))).filter((words) => words !== said)),
    nextSteps: chance.pick(NEXT),
    confidence: behind ? (should - progress >= 20 ? 'low' : 'medium') : 'high',
    ...(behind ? { problems: chance.pick(PROBLEMS), reasonCode: chance.pick(['funds', 'land', 'approval', 'construction', 'coordination'] as const), newDate: newDate > planEnd ? planEnd : newDate } : {}),
  };
}

export async function review(stage: Stage, task: ReportedTask, branch: ReportingBranch, { period, temper, round }: Reporting): Promise<void> {
  const { agenda, chance, people } = stage;
  const { context } = agenda;
  const filing = await context.db.filing.findFirst({ where: { assignmentId: branch.id, period, status: 'submitted' }, include: { versions: { orderBy: { round: 'desc' }, take: 1 } } });
  const sent = filing?.versions[0];
  if (filing === null || sent === undefined) return;
  const supervisor = people.any('supervisor', chance.between(0, 1));
  const address = { taskId: task.id, period, branchId: branch.id };
  const read = { version: filing.version, digest: sent.digest };
  if (round === 1 && chance.happens(SHARE_RETURNED)) {
    await returnFiling(context, supervisor, address, { ...read, checks: [], reason: chance.pick(RETURNS) });
    if (!chance.happens(temper.late)) agenda.on(addDays(dayAt(context.clock), chance.between(1, 4)), () => report(stage, task, branch, { period, temper, round: 2 }));
  } else {
    await acceptFiling(context, supervisor, address, { ...read, checks: [...CHECKLIST], reason: '' });
  }
}
