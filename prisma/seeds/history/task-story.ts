import { addDays } from '../../../src/kernel/days.ts';
import { today as dayAt, type Day } from '../../../src/kernel/clock.ts';
import { approveExtension } from '../../../src/tasks/approve-extension.ts';
import { askExtension } from '../../../src/tasks/ask-extension.ts';
import { closeTask } from '../../../src/tasks/close-task.ts';
import { decideExtension } from '../../../src/tasks/decide-extension.ts';
import { returnTask } from '../../../src/tasks/return-task.ts';
import { signAssignment } from '../../../src/tasks/sign-assignment.ts';
import { submitTask } from '../../../src/tasks/submit-task.ts';
import { ENDED_STATUSES } from '../../../src/tasks/task.ts';
import { reportThroughout } from './reports.ts';
import type { Stage, Temper } from './stage.ts';

const SLOW_UNITS = new Set(['ningxiang', 'wangcheng', 'tianxin', 'zhujian', 'jiaotong', 'wenlv']);

function temperOf({ chance }: Stage, code: string): Temper {
  const slow = SLOW_UNITS.has(code);
  const x = chance.next();
  if (slow && x < 0.55) return { pace: 0.55 + chance.next() * 0.25, late: 0.3, closes: chance.happens(0.2) };
  if (x < 0.08) return { pace: 0.5 + chance.next() * 0.3, late: 0.2, closes: chance.happens(0.3) };
  if (x < 0.3) return { pace: 0.84 + chance.next() * 0.1, late: 0.06, closes: chance.happens(0.72) };
  return { pace: 0.96 + chance.next() * 0.12, late: 0.01, closes: chance.happens(0.9) };
}

/** From the hand-over on: sign, report, sometimes ask for more time, ask to close. */
export async function liveThrough(stage: Stage, taskId: number): Promise<void> {
  const { agenda, chance } = stage;
  const task = await agenda.context.db.task.findUniqueOrThrow({ where: { id: taskId }, include: { assignments: { include: { unit: { select: { code: true } } } } } });
  const day = dayAt(agenda.context.clock);
  const lead = task.assignments.find((a) => a.role === 'lead');
  if (lead === undefined) return;
  const temper = temperOf(stage, lead.unit.code);
  for (const branch of task.assignments) {
    const patience = chance.happens(0.05) ? chance.between(6, 12) : chance.between(1, 3);
    const signOn = addDays(day, patience);
    agenda.on(signOn, () => sign(stage, taskId, branch));
    const own = branch === lead ? temper : { ...temper, late: temper.late * 1.5 };
    reportThroughout(stage, task, branch, own, addDays(signOn, 2));
  }
  if (chance.happens(0.07) && !stage.toldElsewhere.has(taskId)) agenda.on(addDays(task.deadline, -chance.between(12, 40)), () => wishForTime(stage, taskId, lead.unitId));
  if (temper.closes && !stage.toldElsewhere.has(taskId)) agenda.on(addDays(task.deadline, -chance.between(2, 18)), () => askToClose(stage, taskId, lead.unitId));
}

/** Unless the unit has said by then that the matter is not its own, or the task rests. */
async function sign({ agenda: { context }, people }: Stage, taskId: number, { id, unitId }: { id: number; unitId: number }): Promise<void> {
  const open = await context.db.assignment.count({ where: { id, signedAt: null, objection: null, task: { status: { in: ['issued', 'underway'] } } } });
  if (open > 0) await signAssignment(context, people.of('head', unitId), taskId);
}

const versionOf = async ({ agenda }: Stage, id: number) => agenda.context.db.task.findUniqueOrThrow({ where: { id }, select: { version: true, status: true, deadline: true, title: true, extensionPending: true, plan: { select: { endsOn: true } } } });

async function wishForTime(stage: Stage, id: number, unitId: number): Promise<void> {
  const { agenda, people, chance } = stage;
  const task = await versionOf(stage, id);
  const toDeadline = addDays(task.deadline, 30 * chance.between(2, 6));
  if (task.status !== 'underway' || toDeadline > task.plan.endsOn) return;
  const reason = chance.pick(['用地报批周期长于预期，前期手续尚未全部办结。', '上级专项资金下达时间推迟，后续标段尚未招标。', '受疫情影响，现场施工和外地设备进场延后。']);
  await askExtension(agenda.context, people.of('head', unitId), id, { version: task.version, toDeadline, reason, progressNote: '前期工作已完成，主体工作正按调整后的计划推进。' });
  agenda.on(addDays(dayAt(agenda.context.clock), chance.between(2, 6)), async () => {
    const now = await versionOf(stage, id);
    const decision = chance.happens(0.8) ? 'granted' : 'refused';
    await decideExtension(agenda.context, people.any('supervisor', 1), id, { version: now.version, decision, reason: decision === 'refused' ? '理由不充分，请倒排工期，按原定时限完成。' : '情况属实，同意延期。' });
    agenda.on(addDays(dayAt(agenda.context.clock), chance.between(2, 9)), () => approve(stage, id));
  });
}

/** Beyond the limits the supervisor's yes waits for the leader's. */
async function approve({ agenda: { context }, people }: Stage, id: number): Promise<void> {
  const { version, extensions } = await context.db.task.findUniqueOrThrow({ where: { id }, select: { version: true, extensions: { where: { status: 'endorsed' } } } });
  if (extensions.length > 0) await approveExtension(context, people.any('leader'), id, { version, decision: 'granted', reason: '同意，务必按新时限完成。' });
}

async function askToClose(stage: Stage, id: number, unitId: number): Promise<void> {
  const { agenda, people, chance } = stage;
  const task = await versionOf(stage, id);
  const inReview = await agenda.context.db.filing.count({ where: { taskId: id, status: 'submitted' } });
  const districts = await agenda.context.db.task.count({ where: { parentId: id, status: { notIn: ENDED_STATUSES } } });
  if (task.status !== 'underway') return;
  // A city's task is closed when its districts' are.
  if (districts > 0) {
    agenda.on(addDays(dayAt(agenda.context.clock), 30), () => askToClose(stage, id, unitId));
    return;
  }
  if (inReview > 0 || task.extensionPending) {
    agenda.on(addDays(dayAt(agenda.context.clock), 5), () => askToClose(stage, id, unitId));
    return;
  }
  if (task.deadline > addDays(dayAt(agenda.context.clock), 40)) {
    agenda.on(addDays(task.deadline, -chance.between(3, 15)), () => askToClose(stage, id, unitId));
    return;
  }
  await submitTask(agenda.context, people.of('head', unitId), id, { version: task.version, completion: `“${task.title.slice(0, 30)}”已按完成标准全部落实，总结报告和佐证材料随最近一期填报提交。` });
  agenda.on(addDays(dayAt(agenda.context.clock), chance.between(2, 7)), () => judge(stage, id, unitId, chance.happens(0.12)));
}

async function judge(stage: Stage, id: number, unitId: number, back: boolean): Promise<void> {
  const { agenda, people, chance } = stage;
  const { version, status } = await versionOf(stage, id);
  if (status !== 'submitted') return;
  if (!back) {
    await closeTask(agenda.context, people.any('supervisor', chance.between(0, 1)), id, { version, standardMet: '1', note: '对照完成标准核实，同意办结。' });
    return;
  }
  await returnTask(agenda.context, people.any('supervisor'), id, { version, reason: chance.pick(['总结报告缺少量化结果，请补充数据来源。', '佐证材料与完成标准第一项不对应，请补充。', '现场核查发现部分内容尚未完工，请完成后再报。']) });
  const again: Day = addDays(dayAt(agenda.context.clock), chance.between(6, 16));
  agenda.on(again, () => askToClose(stage, id, unitId));
}
