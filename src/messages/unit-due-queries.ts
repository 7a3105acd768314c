import { dayOf, type Day } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import type { AssignmentSelect } from '../kernel/db/client.ts';
import { addDays } from '../kernel/days.ts';
import { addWorkingDays, type Calendar } from '../kernel/working-days.ts';
import { filingHref } from '../filings/filing-words.ts';
import { SIGNATURE_DAYS } from '../supervision/press-ladder.ts';
import { dueDayOf, periodBounds, periodOf, type Period } from '../tasks/period.ts';
import type { AssignmentRole, Cycle } from '../tasks/task.ts';
import type { Due } from './message.ts';

// These read past `visibleTo`: the system itself asks, and every line goes to the unit whose branch it is and to nobody else (R25).

const BACK = { round: { gte: 1 }, status: { in: ['returned', 'draft', 'signoff'] } };

const PARTS = {
  id: true, unitId: true, role: true, dueOn: true, signedAt: true, handedAt: true, nextDueOn: true, objection: true,
  task: { select: { id: true, number: true, title: true, status: true, turn: true, cycle: true, startOn: true, deadline: true, issuedAt: true } },
  filings: { where: { OR: [{ status: 'submitted' }, BACK] }, select: { id: true, period: true, status: true, round: true, dueOn: true } },
} satisfies AssignmentSelect;

type Branch = Awaited<ReturnType<typeof load>>[number];
const load = ({ db }: Context, until: Day, unitId: number | null) => db.assignment.findMany({
  where: {
    ...(unitId === null ? {} : { unitId }), role: { not: 'former' }, task: { status: { in: ['issued', 'underway'] } },
    OR: [{ signedAt: null }, { nextDueOn: { lte: until } }, { dueOn: { lte: until } }, { role: 'lead', task: { deadline: { lte: until } } }, { filings: { some: BACK } }],
  },
  select: PARTS, orderBy: { id: 'asc' },
});

/** R26: the reviewer, the leader or the arbiter has it; nobody reminds the unit meanwhile. */
const waits = ({ role, objection, task, filings }: Branch): boolean =>
  objection === 'open' || filings.some((f) => f.status === 'submitted') || (role === 'lead' && (task.turn === 'supervisor' || task.turn === 'leader'));

/** What the units' own branches have to sign, report and finish up to a day; all units' or one unit's. What waits for the reviewer is not there. */
export async function branchDues(context: Context, until: Day, unitId: number | null = null): Promise<Due[]> {
  const branches = await load(context, until, unitId);
  return branches.filter((branch) => !waits(branch)).flatMap((branch) => duesOf(branch, context.calendar).filter(({ kind, dueOn }) => dueOn <= until || kind === 'returned'));
}

function duesOf(branch: Branch, calendar: Calendar): Due[] {
  if (branch.signedAt === null) return signature(branch, calendar);
  return [...returned(branch), ...filing(branch, calendar), ...finish(branch)];
}

function due({ unitId, task }: Branch, part: Pick<Due, 'kind' | 'subject' | 'dueOn'> & Partial<Due>): Due {
  return { unitId, taskId: task.id, number: task.number ?? '', title: task.title, detail: '', href: `/tasks/${String(task.id)}`, ...part };
}

function signature(branch: Branch, calendar: Calendar): Due[] {
  const since = branch.handedAt ?? branch.task.issuedAt;
  if (since === null) return [];
  return [due(branch, { kind: 'signature', subject: `signature:${String(branch.id)}:${dayOf(since)}`, dueOn: addWorkingDays(dayOf(since), SIGNATURE_DAYS, calendar) })];
}

const isBack = (filing: Branch['filings'][number]): boolean => filing.status !== 'submitted' && filing.round > 0;

/** What came back: each round is a subject of its own, so that its reminders run anew (R9). */
const returned = (branch: Branch): Due[] => branch.filings.filter(isBack).map((f) => due(branch, {
  kind: 'returned', subject: `returned:${String(f.id)}:${String(f.round)}`, dueOn: f.dueOn, detail: f.period, href: filingHref(branch.task.id, f.period),
}));

function filing(branch: Branch, calendar: Calendar): Due[] {
  const { nextDueOn, task } = branch;
  if (nextDueOn === null || task.status !== 'underway' || task.cycle === 'once') return []; // a single report is due with the branch itself
  if (branch.filings.some((f) => isBack(f) && f.dueOn === nextDueOn)) return [];
  const period = periodDueOn(branch, nextDueOn, calendar);
  const place = period === null ? { href: `/tasks/${String(task.id)}/filings` } : { detail: period, href: filingHref(task.id, period) };
  return [due(branch, { kind: 'filing', subject: `filing:${String(branch.id)}:${nextDueOn}`, dueOn: nextDueOn, ...place })];
}

const STEPS_BACK = 3;

/** The period whose report is due on that day: its own or one of those shortly before. */
function periodDueOn(branch: Branch, day: Day, calendar: Calendar): Period | null {
  const cycle = branch.task.cycle as Cycle;
  let period = periodOf(cycle, day);
  for (let step = 0; step < STEPS_BACK; step += 1) {
    if (dueDayOf(cycle, period, { role: branch.role as AssignmentRole, dueOn: branch.dueOn }, branch.task, calendar) === day) return period;
    period = periodOf(cycle, addDays(periodBounds(cycle, period, branch.task).from, -1));
  }
  return null;
}

/** The lead's task, the others' part of it. After an extension it is another subject. */
function finish(branch: Branch): Due[] {
  const [kind, id, dueOn] = branch.role === 'lead' ? ['deadline', branch.task.id, branch.task.deadline] as const : ['branch', branch.id, branch.dueOn] as const;
  return [due(branch, { kind, subject: `${kind}:${String(id)}:${dueOn}`, dueOn })];
}
