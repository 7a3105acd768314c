import { daysBetween } from '../../src/kernel/days.ts';
import { Conflict } from '../../src/kernel/errors.ts';
import { answerExplanation } from '../../src/tasks/answer-explanation.ts';
import { confirmMilestone } from '../../src/tasks/confirm-milestone.ts';
import { decideExtension } from '../../src/tasks/decide-extension.ts';
import { explainOverdue } from '../../src/tasks/explain-overdue.ts';
import { EXPLANATION_LIFE } from '../../src/tasks/explanation-lifecycle.ts';
import { MILESTONE_LIFE } from '../../src/tasks/milestone-lifecycle.ts';
import { reportMilestone } from '../../src/tasks/report-milestone.ts';
import { sendBackMilestone } from '../../src/tasks/send-back-milestone.ts';
import { tickMilestone } from '../../src/tasks/tick-milestone.ts';
import type { Actor } from '../../src/kernel/actor.ts';
import type { Life, Thing } from './lives.ts';
import { extensionLife, tasksOf, type OnTask } from './task-lives.ts';
import type { World } from './world.ts';

const REASON = '经研究确有必要';

/** DOMAIN's limits of what a supervisor grants alone, told by the test: 90 days in all, the first time. */
async function isBeyond({ context }: World, taskId: number): Promise<boolean> {
  const task = await context.db.task.findUniqueOrThrow({ where: { id: taskId }, include: { extensions: true } });
  const asked = task.extensions.find((e) => e.status === 'pending');
  return asked !== undefined && (daysBetween(task.originalDeadline, asked.toDeadline) > 90 || task.extensions.some((e) => e.status === 'granted'));
}

/** One verb says yes; whether that grants or hands on to a leader depends on the limits, so beyond or within them there is no such act to try. */
const yes = (beyond: boolean) => async (world: World, actor: Actor, { taskId, version }: OnTask): Promise<unknown> => {
  if ((await isBeyond(world, taskId)) !== beyond) throw new Conflict();
  return decideExtension(world.context, actor, taskId, { version, decision: 'granted', reason: REASON });
};

export const wholeExtensionLife: Life<OnTask> = { ...extensionLife, acts: { ...extensionLife.acts, grant: yes(false), endorse: yes(true) } };

export const milestoneLife: Life<OnTask> = {
  name: 'milestone',
  table: MILESTONE_LIFE,
  things: async (world) => {
    const tasks = await tasksOf(world);
    const rows = await world.context.db.milestone.findMany({ where: { retiredAt: null, taskId: { in: tasks.map((t) => t.id) } }, orderBy: { id: 'desc' } });
    return rows.map((row) => ({ id: row.id, statuses: [row.status], taskId: row.taskId, version: row.version, relations: (actor) => tasks.find((t) => t.id === row.taskId)?.relations(actor) ?? [] }));
  },
  statusesOf: async ({ context }, id) => [(await context.db.milestone.findUniqueOrThrow({ where: { id } })).status],
  acts: {
    report: (world, actor, m) => reportMilestone(world.context, actor, { taskId: m.taskId, milestoneId: m.id }, { version: m.version, doneOn: world.near(-5, 0), remark: REASON }),
    tick: (world, actor, m) => tickMilestone(world.context, actor, { taskId: m.taskId, milestoneId: m.id }, { version: m.version, doneOn: world.near(-5, 0), remark: REASON }),
    confirm: ({ context }, actor, m) => confirmMilestone(context, actor, { taskId: m.taskId, milestoneId: m.id }, { version: m.version }),
    send_back: ({ context }, actor, m) => sendBackMilestone(context, actor, { taskId: m.taskId, milestoneId: m.id }, { version: m.version, reason: REASON }),
  },
};

/** Where the last limit for rectifying has passed, the unit explains itself anew. */
async function stageOfExplanation({ context, day }: World, taskId: number): Promise<string[]> {
  const last = await context.db.overdueExplanation.findFirst({ where: { taskId }, orderBy: { id: 'desc' } });
  return [last === null || (last.status === 'answered' && (last.rectifyBy ?? '') < day()) ? 'none' : last.status];
}

export const explanationLife: Life<OnTask> = {
  name: 'explanation',
  table: EXPLANATION_LIFE,
  things: async (world) => Promise.all((await tasksOf(world)).map(async ({ id, version, relations }): Promise<OnTask & Thing> => ({ id, taskId: id, version, relations, statuses: await stageOfExplanation(world, id) }))),
  statusesOf: stageOfExplanation,
  acts: {
    explain: (world, actor, { id, version }) => explainOverdue(world.context, actor, id, { version, reason: REASON, measures: '倒排工期', madeGoodBy: world.near(1, 40) }),
    answer: (world, actor, { id, version }) => answerExplanation(world.context, actor, id, { version, rectifyBy: world.near(1, 30), answer: '请按期整改' }),
  },
};
