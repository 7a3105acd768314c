import { holderOfPost, type Actor } from '../kernel/actor.ts';
import type { Day } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import type { Due } from './message.ts';

const PARTS = { unit: { select: { shortName: true } }, task: { select: { number: true, title: true } } } as const;

/** What units owe this very person up to a day: answers to the slips that they issued, problems that they found put right, reports on what they wrote as a leader. */
export async function watchedDues(context: Context, actor: Actor, until: Day): Promise<Due[]> {
  const mine = holderOfPost(actor);
  return actor.role === 'leader' ? instructionDues(context, mine, until) : [...await slipDues(context, mine, until), ...await problemDues(context, mine, until)];
}

async function slipDues({ db }: Context, issuedById: number, until: Day): Promise<Due[]> {
  const rows = await db.slip.findMany({ where: { issuedById, repliedAt: null, replyDueOn: { lte: until } }, include: PARTS, orderBy: { id: 'asc' } });
  return rows.map((s) => ({ unitId: s.unitId, kind: 'slip', subject: `slip:${String(s.id)}`, taskId: s.taskId, dueOn: s.replyDueOn, number: s.number, title: `${s.unit.shortName} ${s.task.title}`, detail: s.kind, href: `/slips/${String(s.id)}` }));
}

async function problemDues({ db }: Context, raisedById: number, until: Day): Promise<Due[]> {
  const rows = await db.problem.findMany({ where: { raisedById, status: 'open', dueOn: { lte: until } }, include: PARTS, orderBy: { id: 'asc' } });
  return rows.map((p) => ({ unitId: p.unitId, kind: 'problem', subject: `problem:${String(p.id)}:${String(p.version)}`, taskId: p.taskId, dueOn: p.dueOn, number: p.number, title: `${p.unit.shortName} ${p.description}`, detail: '', href: `/problems/${String(p.id)}` }));
}

async function instructionDues({ db }: Context, leaderId: number, until: Day): Promise<Due[]> {
  const rows = await db.instruction.findMany({ where: { leaderId, status: 'open', dueOn: { lte: until } }, include: PARTS, orderBy: { id: 'asc' } });
  return rows.map((i) => ({ unitId: i.unitId, kind: 'instruction', subject: `instruction:${String(i.id)}:${String(i.version)}`, taskId: i.taskId, dueOn: i.dueOn, number: i.number, title: `${i.unit.shortName} ${i.text}`, detail: '', href: `/instructions/${String(i.id)}` }));
}
