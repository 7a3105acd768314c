import type { Day } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import { waitsForSupervisor } from '../supervision/press-policy.ts';
import type { Due } from './message.ts';

// Read past the policy by the system itself: every line goes to the unit that it is addressed to (R25).

const TASK = { task: { select: { turn: true, status: true, title: true } } } as const;

/** Slips to answer, problems to put right, instructions to report on and what other units wait for, up to a day. A slip is not repeated while its task waits for the reviewer (R26). */
export async function pressedDues(context: Context, until: Day, unitId: number | null = null): Promise<Due[]> {
  const scope = unitId === null ? {} : { unitId };
  return [...await slipDues(context, until, scope), ...await problemDues(context, until, scope), ...await instructionDues(context, until, scope), ...await coordinationDues(context, until, unitId)];
}

interface Scope { unitId?: number }

async function slipDues({ db }: Context, until: Day, scope: Scope): Promise<Due[]> {
  const rows = await db.slip.findMany({ where: { ...scope, repliedAt: null, replyDueOn: { lte: until } }, select: { id: true, kind: true, unitId: true, taskId: true, number: true, replyDueOn: true, ...TASK }, orderBy: { id: 'asc' } });
  return rows.filter((s) => !waitsForSupervisor(s.task)).map((s) => ({
    unitId: s.unitId, kind: 'slip', subject: `slip:${String(s.id)}`, taskId: s.taskId, dueOn: s.replyDueOn, number: s.number, title: s.task.title, detail: s.kind, href: `/slips/${String(s.id)}`,
  }));
}

/** What was sent back is another round: its version has grown. */
async function problemDues({ db }: Context, until: Day, scope: Scope): Promise<Due[]> {
  const rows = await db.problem.findMany({ where: { ...scope, status: 'open', dueOn: { lte: until } }, select: { id: true, unitId: true, taskId: true, number: true, description: true, dueOn: true, version: true }, orderBy: { id: 'asc' } });
  return rows.map((p) => ({
    unitId: p.unitId, kind: 'problem', subject: `problem:${String(p.id)}:${String(p.version)}`, taskId: p.taskId, dueOn: p.dueOn, number: p.number, title: p.description, detail: '', href: `/problems/${String(p.id)}`,
  }));
}

async function instructionDues({ db }: Context, until: Day, scope: Scope): Promise<Due[]> {
  const rows = await db.instruction.findMany({ where: { ...scope, status: 'open', dueOn: { lte: until } }, select: { id: true, unitId: true, taskId: true, number: true, text: true, dueOn: true, version: true }, orderBy: { id: 'asc' } });
  return rows.map((i) => ({
    unitId: i.unitId, kind: 'instruction', subject: `instruction:${String(i.id)}:${String(i.version)}`, taskId: i.taskId, dueOn: i.dueOn, number: i.number, title: i.text, detail: '', href: `/instructions/${String(i.id)}`,
  }));
}

/** What another unit asked for and a supervisor gave to this one to answer. */
async function coordinationDues({ db }: Context, until: Day, unitId: number | null): Promise<Due[]> {
  const rows = await db.coordination.findMany({
    where: { status: 'assigned', owner: 'unit', ownerUnitId: unitId ?? { not: null }, dueOn: { lte: until } },
    select: { id: true, ownerUnitId: true, taskId: true, matter: true, dueOn: true, version: true, unit: { select: { shortName: true } }, task: { select: { number: true } } }, orderBy: { id: 'asc' },
  });
  return rows.flatMap((c) => (c.ownerUnitId === null ? [] : [{
    unitId: c.ownerUnitId, kind: 'coordination' as const, subject: `coordination:${String(c.id)}:${String(c.version)}`, taskId: c.taskId, dueOn: c.dueOn, number: c.task.number ?? '', title: c.matter, detail: c.unit.shortName, href: `/coordination/${String(c.id)}`,
  }]));
}
