import type { Actor } from '../kernel/actor.ts';
import { today, type Day } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import type { InstructionWhereInput } from '../kernel/db/client.ts';
import { NotFound } from '../kernel/errors.ts';
import { namesOf } from '../tasks/task-queries.ts';
import { instantsOf } from './slip-filter.ts';
import { addressedTo } from './slip-policy.ts';

export interface InstructionFilter {
  status: string | null;
  late: boolean;
  unit: number | null;
  /** YYYY-MM in which it was registered. */
  month: string | null;
  page: number;
}

const whereOf = (actor: Actor, { status, late, unit, month }: InstructionFilter, day: Day): InstructionWhereInput => ({
  AND: [
    addressedTo(actor),
    ...(status === null ? [] : [{ status }]),
    ...(late ? [{ status: 'open', dueOn: { lt: day } }] : []),
    ...(unit === null ? [] : [{ unitId: unit }]),
    ...(month === null ? [] : [{ registeredAt: instantsOf(month) }]),
  ],
});

const PARTS = { unit: { select: { shortName: true } }, task: { select: { number: true, title: true } } } as const;

export type InstructionLine = Awaited<ReturnType<typeof instructionLines>>[number];

/** One page of the instructions, the earliest due day first, with the leaders' names. @param size lines at most */
export async function instructionLines(context: Context, actor: Actor, filter: InstructionFilter, size: number) {
  const rows = await context.db.instruction.findMany({
    where: whereOf(actor, filter, today(context.clock)), include: PARTS, orderBy: [{ dueOn: 'asc' }, { id: 'asc' }], take: size, skip: (filter.page - 1) * size,
  });
  const names = await namesOf(context, rows.map((row) => row.leaderId));
  return rows.map((row) => ({ ...row, leader: names.get(row.leaderId) ?? '' }));
}

export const countInstructions = ({ db, clock }: Context, actor: Actor, filter: InstructionFilter): Promise<number> => db.instruction.count({ where: whereOf(actor, filter, today(clock)) });

/** Instructions on which this head's or clerk's unit has to report; nothing for other roles. */
export async function instructionsToReport(context: Context, actor: Actor): Promise<InstructionLine[]> {
  if (actor.role !== 'head' && actor.role !== 'clerk') return [];
  return instructionLines(context, actor, { status: 'open', late: false, unit: null, month: null, page: 1 }, 100);
}

export type InstructionDetail = Awaited<ReturnType<typeof findInstruction>>;

/** @throws NotFound also where it is another unit's */
export async function findInstruction(context: Context, actor: Actor, id: number) {
  const row = await context.db.instruction.findFirst({ where: { id, AND: [addressedTo(actor)] }, include: PARTS });
  if (row === null) throw new NotFound(`instruction ${String(id)}`);
  return { ...row, names: await namesOf(context, [row.leaderId, row.registeredById, row.repliedById, row.closedById]) };
}

/** The leaders whose instructions a supervisor may enter. */
export async function leaders({ db }: Context): Promise<{ accountId: number; name: string }[]> {
  const posts = await db.post.findMany({ where: { role: 'leader', active: true, account: { active: true } }, select: { accountId: true, title: true, account: { select: { name: true } } }, orderBy: { id: 'asc' } });
  return posts.map((p) => ({ accountId: p.accountId, name: `${p.account.name} ${p.title}` }));
}
