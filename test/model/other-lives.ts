import { acceptFiling } from '../../src/filings/accept-filing.ts';
import { assignCoordination } from '../../src/filings/assign-coordination.ts';
import { COORDINATION_LIFE } from '../../src/filings/coordination-lifecycle.ts';
import { CHECKLIST, EMPTY_TEXT } from '../../src/filings/filing.ts';
import type { FilingInput, Review } from '../../src/filings/filing-forms.ts';
import { FILING_LIFE } from '../../src/filings/filing-lifecycle.ts';
import { leadReturnFiling } from '../../src/filings/lead-return-filing.ts';
import { moveCoordination } from '../../src/filings/move-coordination.ts';
import { returnFiling } from '../../src/filings/return-filing.ts';
import { returnToClerk } from '../../src/filings/return-to-clerk.ts';
import { saveFiling } from '../../src/filings/save-filing.ts';
import { sendForSignoff } from '../../src/filings/send-for-signoff.ts';
import { signOffFiling } from '../../src/filings/sign-off-filing.ts';
import { FINDING_LIFE, type FindingAct } from '../../src/supervision/finding-lifecycle.ts';
import { INSTRUCTION_LIFE, type InstructionAct } from '../../src/supervision/instruction-lifecycle.ts';
import { moveFinding } from '../../src/supervision/move-finding.ts';
import { moveInstruction } from '../../src/supervision/move-instruction.ts';
import { moveProblem } from '../../src/supervision/move-problem.ts';
import { PROBLEM_LIFE, type ProblemAct } from '../../src/supervision/problem-lifecycle.ts';
import { recordVerification } from '../../src/supervision/record-verification.ts';
import { registerInstruction } from '../../src/supervision/register-instruction.ts';
import { replyToSlip } from '../../src/supervision/reply-to-slip.ts';
import { SLIP_LIFE } from '../../src/supervision/slip-lifecycle.ts';
import { periodsOf } from '../../src/tasks/period.ts';
import type { Cycle } from '../../src/tasks/task.ts';
import type { Actor } from '../../src/kernel/actor.ts';
import { Conflict, NotFound } from '../../src/kernel/errors.ts';
import { byRole, byUnit, type Life, type Thing } from './lives.ts';
import { tasksOf } from './task-lives.ts';
import type { World } from './world.ts';

interface FilingThing extends Thing { taskId: number; unitId: number; period: string; version: number; digest: string; assignmentId: number }

/** The last periods of some branches, written or not; the model knows a blank one by its branch and period. */
async function filingsOf({ context, chance, day }: World): Promise<FilingThing[]> {
  const rows = await context.db.assignment.findMany({
    where: { signedAt: { not: null }, task: { status: { notIn: ['draft'] } } }, orderBy: { id: 'desc' }, take: 10, skip: chance.happens(0.2) ? 6 : 0,
    include: { task: { include: { assignments: { where: { role: 'lead' } }, parent: { include: { assignments: { where: { role: 'lead' } } } } } }, filings: { include: { versions: { orderBy: { round: 'desc' }, take: 1 } } } },
  });
  return rows.flatMap((row) => periodsOf(row.task.cycle as Cycle, row.task, day()).slice(-3).map((period) => {
    const filing = row.filings.find((f) => f.period === period);
    const lead = row.task.assignments[0]?.unitId;
    return {
      id: filing?.id ?? 0, statuses: [filing?.status ?? 'blank'], taskId: row.taskId, unitId: row.unitId, period, version: filing?.version ?? 0, digest: filing?.versions[0]?.digest ?? '0'.repeat(64), assignmentId: row.id,
      relations: (actor: Actor) => [...byRole(actor, 'supervisor', 'inspector', 'leader'), ...byUnit(actor, [[row.unitId, 'own'], [row.unitId === lead ? null : lead, 'lead']])],
    };
  }));
}

const text = ({ chance }: World, { version, period }: FilingThing): FilingInput => ({
  ...EMPTY_TEXT, version, auto: false, progress: chance.between(40, 100), done: `${period} ${String(chance.next())}`, nextSteps: '继续', reasonCode: 'other', reasonNote: '见附件', newDate: '2025-12-30', coordination: chance.happens(0.2) ? `请协调 ${period}` : '',
});
const review = ({ version, digest }: FilingThing, checks: Review['checks']): Review => ({ version, digest, checks, reason: '请补充来源' });
const place = ({ taskId, period }: FilingThing) => ({ taskId, period });
const address = (thing: FilingThing) => ({ ...place(thing), branchId: thing.assignmentId });

type Writing = (world: World, actor: Actor, thing: FilingThing) => Promise<unknown>;

/** Who writes names task and period, and that is their own unit's report: at no address does anybody write another's, so there is nothing to try. */
const own = (write: Writing): Writing => (world, actor, thing) => (actor.unitId === thing.unitId ? write(world, actor, thing) : Promise.reject(new NotFound()));

/** One verb saves; which of three acts it is depends on the stage, so at another stage there is no such act to try. */
const saving = (...stages: string[]): Writing => own((world, actor, thing) => {
  if (!thing.statuses.some((status) => stages.includes(status))) return Promise.reject(new Conflict());
  return saveFiling(world.context, actor, place(thing), text(world, thing));
});

export const filingLife: Life<FilingThing> = {
  name: 'filing',
  table: FILING_LIFE,
  things: filingsOf,
  statusesOf: async ({ context }, id) => (id === 0 ? [] : [(await context.db.filing.findUniqueOrThrow({ where: { id } })).status]),
  acts: {
    start: saving('blank'),
    save: saving('draft', 'returned'),
    correct: saving('signoff'),
    send_for_signoff: own((world, actor, thing) => sendForSignoff(world.context, actor, place(thing), text(world, thing))),
    sign_off: own((world, actor, thing) => signOffFiling(world.context, actor, place(thing), text(world, thing))),
    return_to_clerk: own(({ context }, actor, thing) => returnToClerk(context, actor, place(thing), { version: thing.version, reason: '请核对' })),
    accept: ({ context }, actor, thing) => acceptFiling(context, actor, address(thing), review(thing, [...CHECKLIST])),
    return: ({ context }, actor, thing) => returnFiling(context, actor, address(thing), review(thing, [])),
    lead_return: ({ context }, actor, thing) => leadReturnFiling(context, actor, address(thing), review(thing, [])),
  },
};

interface Worded extends Thing { version: number }

export const coordinationLife: Life<Worded> = {
  name: 'coordination',
  table: COORDINATION_LIFE,
  things: async ({ context }) => (await context.db.coordination.findMany({ orderBy: { id: 'desc' }, take: 8 })).map((row) => ({
    id: row.id, statuses: [row.status], version: row.version,
    relations: (actor) => [
      ...byRole(actor, 'supervisor'), ...(actor.role === 'leader' && row.owner === 'leader' ? ['leader_asked'] : []),
      ...(actor.role === 'head' && actor.unitId === row.unitId ? ['asking_head'] : []), ...(actor.role === 'head' && row.owner === 'unit' && actor.unitId === row.ownerUnitId ? ['unit_asked'] : []),
    ],
  })),
  statusesOf: async ({ context }, id) => [(await context.db.coordination.findUniqueOrThrow({ where: { id } })).status],
  acts: {
    assign: ({ context, chance, unit }, actor, { id, version }) => assignCoordination(context, actor, id, { version, owner: chance.pick(['unit', 'leader', 'outside', 'supervisor'] as const), ownerUnitId: unit('yuhua'), outsideName: '省商务厅', days: 5 }),
    ...Object.fromEntries((['answer', 'settle', 'reopen', 'drop'] as const).map((act) => [act, ({ context }: World, actor: Actor, { id, version }: Worded) => moveCoordination(context, actor, id, act, { version, words: '已办理' })])),
  },
};

const ofUnit = (actor: Actor, unitId: number): string[] => (actor.role === 'head' && actor.unitId === unitId ? ['unit_head'] : []);

export const problemLife: Life<Worded> = {
  name: 'problem',
  table: PROBLEM_LIFE,
  things: async ({ context }) => (await context.db.problem.findMany({ orderBy: { id: 'desc' }, take: 8 })).map((row) => ({ id: row.id, statuses: [row.status], version: row.version, relations: (actor) => [...byRole(actor, 'supervisor', 'inspector'), ...ofUnit(actor, row.unitId)] })),
  statusesOf: async ({ context }, id) => [(await context.db.problem.findUniqueOrThrow({ where: { id } })).status],
  acts: Object.fromEntries((Object.keys(PROBLEM_LIFE) as ProblemAct[]).map((act) => [act, ({ context }: World, actor: Actor, { id, version }: Worded) => moveProblem(context, actor, id, act, { version, words: '如实办理' })])),
};

export const instructionLife: Life<Worded> = {
  name: 'instruction',
  table: INSTRUCTION_LIFE,
  things: async ({ context }) => (await context.db.instruction.findMany({ orderBy: { id: 'desc' }, take: 6 })).map((row) => ({ id: row.id, statuses: [row.status], version: row.version, relations: (actor) => [...byRole(actor, 'supervisor'), ...(actor.accountId === row.leaderId ? byRole(actor, 'leader') : []), ...ofUnit(actor, row.unitId)] })),
  statusesOf: async ({ context }, id) => [(await context.db.instruction.findUniqueOrThrow({ where: { id } })).status],
  acts: Object.fromEntries((Object.keys(INSTRUCTION_LIFE) as InstructionAct[]).map((act) => [act, ({ context }: World, actor: Actor, { id, version }: Worded) => moveInstruction(context, actor, id, act, { version, words: '已落实' })])),
};

export const slipLife: Life<Worded> = {
  name: 'slip',
  table: SLIP_LIFE,
  things: async ({ context }) => (await context.db.slip.findMany({ orderBy: { id: 'desc' }, take: 6 })).map((row) => ({ id: row.id, statuses: [row.repliedAt === null ? 'open' : 'replied'], version: row.version, relations: (actor) => [...byRole(actor, 'supervisor', 'inspector'), ...ofUnit(actor, row.unitId)] })),
  statusesOf: async ({ context }, id) => [(await context.db.slip.findUniqueOrThrow({ where: { id } })).repliedAt === null ? 'open' : 'replied'],
  acts: { reply: ({ context }, actor, { id, version }) => replyToSlip(context, actor, id, { version, reply: '已部署' }) },
};

export const findingLife: Life<Worded> = {
  name: 'finding',
  table: FINDING_LIFE,
  things: async ({ context }) => (await context.db.verification.findMany({ orderBy: { id: 'desc' }, take: 6, include: { objection: true } }))
    .map((row) => ({ id: row.id, statuses: [row.objection?.status ?? 'accepted'], version: row.objection?.version ?? 0, relations: (actor) => [...byRole(actor, 'supervisor', 'inspector'), ...ofUnit(actor, row.unitId)] })),
  statusesOf: async ({ context }, id) => [(await context.db.findingObjection.findUnique({ where: { verificationId: id } }))?.status ?? 'accepted'],
  acts: Object.fromEntries((Object.keys(FINDING_LIFE) as FindingAct[]).map((act) => [act, ({ context }: World, actor: Actor, { id, version }: Worded) => moveFinding(context, actor, id, act, { version, words: '如实办理' })])),
};

/** What makes new things for the tables: a verification that finds problems, a leader's instruction. */
export async function inspect(world: World, actor: Actor): Promise<unknown> {
  const { context, chance, near, day } = world;
  const task = chance.pick(await tasksOf(world));
  if (chance.happens(0.4)) return registerInstruction(context, actor, task.id, { text: '请抓紧', givenOn: day(), dueOn: near(5, 20), leaderId: actor.role === 'leader' ? null : world.person('shizhang').accountId });
  return recordVerification(context, actor, task.id, {
    method: 'site', visitedOn: day(), place: '现场', people: '张三', finding: '进度不实', verdict: 'partly_true', foundProgress: 30, confidence: 'medium', capReason: '重点核查', sampleId: null, problems: [{ description: '台账不全', requirement: '补齐', dueOn: near(3, 20) }],
  });
}
