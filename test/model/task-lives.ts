import type { Actor } from '../../src/kernel/actor.ts';
import { addBranch } from '../../src/tasks/add-branch.ts';
import { approveExtension } from '../../src/tasks/approve-extension.ts';
import { arbitrateObjection } from '../../src/tasks/arbitrate-objection.ts';
import { archiveTask } from '../../src/tasks/archive-task.ts';
import { askBranchDue } from '../../src/tasks/ask-branch-due.ts';
import { askExtension } from '../../src/tasks/ask-extension.ts';
import { branchStage } from '../../src/tasks/assignment.ts';
import { BRANCH_LIFE, RULINGS } from '../../src/tasks/assignment-lifecycle.ts';
import { changeBranch } from '../../src/tasks/change-branch.ts';
import { closePhase } from '../../src/tasks/close-phase.ts';
import { closeTask } from '../../src/tasks/close-task.ts';
import { confirmEnding } from '../../src/tasks/confirm-ending.ts';
import { decideBranchDue } from '../../src/tasks/decide-branch-due.ts';
import { decideExtension } from '../../src/tasks/decide-extension.ts';
import { decideOverride } from '../../src/tasks/decide-override.ts';
import { discardTask } from '../../src/tasks/discard-task.ts';
import { endStanding } from '../../src/tasks/end-standing.ts';
import { ENDING_LIFE } from '../../src/tasks/ending-lifecycle.ts';
import { EXTENSION_LIFE } from '../../src/tasks/extension-lifecycle.ts';
import { handInside } from '../../src/tasks/hand-inside.ts';
import { issueTask } from '../../src/tasks/issue-task.ts';
import { objectToAssignment } from '../../src/tasks/object-to-assignment.ts';
import { OVERRIDE_LIFE } from '../../src/tasks/override-lifecycle.ts';
import { overrideLight } from '../../src/tasks/override-light.ts';
import { prepareExtension } from '../../src/tasks/prepare-extension.ts';
import { proposeEnding } from '../../src/tasks/propose-ending.ts';
import { proposeOverride } from '../../src/tasks/propose-override.ts';
import { refuseEnding } from '../../src/tasks/refuse-ending.ts';
import { resumeTask } from '../../src/tasks/resume-task.ts';
import { returnTask } from '../../src/tasks/return-task.ts';
import { signAssignment } from '../../src/tasks/sign-assignment.ts';
import { submitTask } from '../../src/tasks/submit-task.ts';
import { suspendTask } from '../../src/tasks/suspend-task.ts';
import { takeBackEnding } from '../../src/tasks/take-back-ending.ts';
import { takeBackExtension } from '../../src/tasks/take-back-extension.ts';
import { takeOffBranch } from '../../src/tasks/take-off-branch.ts';
import { TASK_LIFE } from '../../src/tasks/task-lifecycle.ts';
import { issueNotice } from '../../src/supervision/issue-notice.ts';
import { issueUrge } from '../../src/supervision/issue-urge.ts';
import { byRole, byUnit, type Life, type Thing } from './lives.ts';
import type { World } from './world.ts';

export interface TaskThing extends Thing { version: number; leadUnitId: number | null; deadline: string }

const ASSIGNED = { select: { id: true, unitId: true, role: true, signedAt: true, objection: true, version: true } } as const;

/** Tasks as the model sees them, the newest first, so that the living are met more often than the dead. */
export async function tasksOf({ context, chance }: World): Promise<TaskThing[]> {
  const rows = await context.db.task.findMany({ orderBy: { id: 'desc' }, take: 14, skip: chance.happens(0.15) && (await context.db.task.count()) > 28 ? 14 : 0, include: { assignments: ASSIGNED, parent: { select: { assignments: ASSIGNED } } } });
  return rows.map((row) => ({
    id: row.id, statuses: [row.status], version: row.version, leadUnitId: row.leadUnitId, deadline: row.deadline,
    relations: (actor) => [...byRole(actor, 'supervisor', 'inspector', 'leader'), ...byUnit(actor, row.assignments.filter((a) => a.role !== 'former').map((a) => [a.unitId, a.role === 'lead' ? 'lead' : 'branch'] as const))],
  }));
}

const REASON = '经研究确有必要';
const press = ({ unit, chance }: World, thing: TaskThing) => ({ unitId: thing.leadUnitId ?? unit('shangwu'), reason: REASON, requirement: '抓紧办理', replyDays: 3, urgentReason: chance.happens(0.5) ? '事项紧急' : '', capReason: '' });

export const taskLife: Life<TaskThing> = {
  name: 'task',
  table: TASK_LIFE,
  things: tasksOf,
  statusesOf: async ({ context }, id) => [(await context.db.task.findUniqueOrThrow({ where: { id } })).status],
  acts: {
    issue: ({ context }, actor, { id, version }) => issueTask(context, actor, id, { version, capReason: '集中交办' }),
    discard: ({ context }, actor, { id, version }) => discardTask(context, actor, id, { version }),
    sign: ({ context }, actor, { id }) => signAssignment(context, actor, id),
    submit: ({ context }, actor, { id, version }) => submitTask(context, actor, id, { version, completion: '已完成' }),
    return: ({ context }, actor, { id, version }) => returnTask(context, actor, id, { version, reason: REASON }),
    close: ({ context }, actor, { id, version }) => closeTask(context, actor, id, { version, standardMet: '1', note: '' }),
    press: (world, actor, thing) => (world.chance.happens(0.5) ? issueUrge : issueNotice)(world.context, actor, thing.id, press(world, thing)),
    close_phase: (world, actor, { id, version }) => closePhase(world.context, actor, id, { version, title: '第一阶段', standard: '达到', nextRequirement: '继续', nextDueOn: world.near(5, 90) }),
    suspend: (world, actor, { id, version }) => suspendTask(world.context, actor, id, { version, reason: REASON, lookAgainOn: world.near(5, 60) }),
    resume: (world, actor, { id, version }) => resumeTask(world.context, actor, id, { version, addDays: world.chance.happens(0.5), note: '' }),
    propose_ending: (world, actor, { id, version }) => proposeEnding(world.context, actor, id, { version, kind: world.chance.pick(['withdraw', 'make_standing', 'merge'] as const), reason: REASON, survivor: '' }),
    end_standing: (world, actor, { id, version }) => endStanding(world.context, actor, id, { version, deadline: world.near(30, 200), reason: REASON }),
    archive: ({ context }, actor, { id, version }) => archiveTask(context, actor, id, { version }),
  },
};

interface BranchThing extends Thing { taskId: number; version: number; unitId: number }

export const branchLife: Life<BranchThing> = {
  name: 'branch',
  table: BRANCH_LIFE,
  things: async ({ context }) => {
    const rows = await context.db.assignment.findMany({ where: { task: { number: { not: null } } }, orderBy: { id: 'desc' }, take: 20, include: { task: { select: { assignments: { where: { role: 'lead' }, select: { unitId: true } } } } } });
    return rows.map((row) => ({
      id: row.id, statuses: [branchStage(row)], taskId: row.taskId, version: row.version, unitId: row.unitId,
      relations: (actor) => [...byRole(actor, 'supervisor'), ...byUnit(actor, [[row.unitId, 'own'], [row.task.assignments[0]?.unitId, 'lead']])],
    }));
  },
  statusesOf: async ({ context }, id) => [branchStage(await context.db.assignment.findUniqueOrThrow({ where: { id } }))],
  acts: {
    object: ({ context }, actor, b) => objectToAssignment(context, actor, b.taskId, b.id, { version: b.version, reason: REASON }),
    ...Object.fromEntries(RULINGS.map((ruling) => [ruling, ({ context, unit }: World, actor: Actor, b: BranchThing) =>
      arbitrateObjection(context, actor, b.taskId, b.id, { version: b.version, ruling, unitId: ruling === 'reassign' ? unit('gongxin') : null, reason: REASON })])),
    change: (world, actor, b) => changeBranch(world.context, actor, b.taskId, b.id, { version: b.version, role: world.chance.pick(['responsible', 'support'] as const), dueOn: world.near(10, 50), reason: REASON }),
    take_off: ({ context }, actor, b) => takeOffBranch(context, actor, b.taskId, b.id, { version: b.version, unitId: null, reason: REASON }),
    ask_due: (world, actor, b) => askBranchDue(world.context, actor, b.taskId, b.id, { version: b.version, toDueOn: world.near(10, 60), reason: REASON }),
    decide_due: (world, actor, b) => decideBranchDue(world.context, actor, b.taskId, b.id, { version: b.version, decision: world.chance.pick(['granted', 'refused'] as const), reason: REASON }),
    hand_inside: ({ context }, actor, b) => handInside(context, actor, b.taskId, b.id, { version: b.version, office: '综合科', accountId: null, note: '' }),
  },
};

/** A unit joins a task that runs: no table of its own, but it feeds the one of branches. */
export async function joinUnit(world: World, actor: Actor): Promise<unknown> {
  const task = world.chance.pick(await tasksOf(world));
  return addBranch(world.context, actor, task.id, { version: task.version, unitId: world.unit(world.chance.pick(['gongxin', 'fagai', 'yuhua'])), role: 'support', dueOn: task.deadline, reason: REASON });
}

export interface OnTask extends Thing { taskId: number; version: number }

/** A proposal lives on its task, where its acts are sent to: the last one is the only one to take hold of. */
export const endingLife: Life<OnTask> = {
  name: 'ending',
  table: ENDING_LIFE,
  things: async ({ context }) => (await context.db.taskEnding.findMany({ orderBy: { id: 'desc' }, take: 6, include: { task: { select: { version: true } } } }))
    .filter((row, i, all) => all.findIndex(({ taskId }) => taskId === row.taskId) === i)
    .map((row) => ({ id: row.id, statuses: [row.status], taskId: row.taskId, version: row.task.version, relations: (actor) => byRole(actor, 'supervisor', 'leader') })),
  statusesOf: async ({ context }, id) => [(await context.db.taskEnding.findUniqueOrThrow({ where: { id } })).status],
  acts: {
    confirm: ({ context }, actor, { taskId, version }) => confirmEnding(context, actor, taskId, { version, remark: '' }),
    refuse: ({ context }, actor, { taskId, version }) => refuseEnding(context, actor, taskId, { version, remark: REASON }),
    take_back: ({ context }, actor, { taskId, version }) => takeBackEnding(context, actor, taskId, { version, remark: '' }),
  },
};

/** An application lives on its task, one at a time; the acts by which a supervisor says yes are added in deadline-lives.ts. */
export const extensionLife: Life<OnTask> = {
  name: 'extension',
  table: EXTENSION_LIFE,
  things: async (world) => Promise.all((await tasksOf(world)).map(async ({ id, version, relations }) => ({ id, taskId: id, version, relations, statuses: await stageOfExtension(world, id) }))),
  statusesOf: async ({ context }, id) => [(await context.db.extension.findFirst({ where: { taskId: id }, orderBy: { id: 'desc' } }))?.status ?? 'none'],
  acts: {
    prepare: (world, actor, { id, version }) => prepareExtension(world.context, actor, id, later(world, version)),
    ask: (world, actor, { id, version }) => askExtension(world.context, actor, id, later(world, version)),
    refuse: ({ context }, actor, { id, version }) => decideExtension(context, actor, id, { version, decision: 'refused', reason: REASON }),
    approve: ({ context }, actor, { id, version }) => approveExtension(context, actor, id, { version, decision: 'granted', reason: REASON }),
    overrule: ({ context }, actor, { id, version }) => approveExtension(context, actor, id, { version, decision: 'refused', reason: REASON }),
    take_back: ({ context }, actor, { id, version }) => takeBackExtension(context, actor, id, { version, reason: REASON }),
  },
};

const later = (world: World, version: number) => ({ version, toDeadline: world.near(80, 300), reason: REASON, progressNote: '推进中' });

async function stageOfExtension({ context }: World, taskId: number): Promise<string[]> {
  const open = await context.db.extension.findFirst({ where: { taskId, status: { in: ['prepared', 'pending', 'endorsed'] } } });
  return [open?.status ?? 'none'];
}

const wish = (world: World, version: number) => ({ version, light: world.chance.pick(['green', 'yellow', 'red'] as const), reason: REASON, expiresOn: world.near(1, 25) });

const openLights = async ({ context }: World, taskId: number): Promise<string[]> => (await context.db.lightOverride.findMany({ where: { taskId }, orderBy: { id: 'desc' }, take: 4 })).map((row) => row.status);

/** A light set by hand lives on its task; one may be in force while another is proposed. */
export const overrideLife: Life<OnTask> = {
  name: 'override',
  table: OVERRIDE_LIFE,
  things: async (world) => Promise.all((await tasksOf(world)).map(async (task) => ({
    id: task.id, statuses: await openLights(world, task.id), taskId: task.id, version: task.version, relations: (actor: Actor) => byRole(actor, 'supervisor', 'inspector'),
  }))),
  statusesOf: openLights,
  acts: {
    propose: (world, actor, { taskId, version }) => proposeOverride(world.context, actor, taskId, wish(world, version)),
    set: (world, actor, { taskId, version }) => overrideLight(world.context, actor, taskId, wish(world, version)),
    agree: ({ context }, actor, { taskId, version }) => decideOverride(context, actor, taskId, { version, remark: '' }, 'agree'),
    decline: ({ context }, actor, { taskId, version }) => decideOverride(context, actor, taskId, { version, remark: REASON }, 'decline'),
    lift: ({ context }, actor, { taskId, version }) => decideOverride(context, actor, taskId, { version, remark: '' }, 'lift'),
  },
};
