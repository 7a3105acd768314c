import { addDays } from '../../../src/kernel/days.ts';
import { giveDelegation } from '../../../src/accounts/give-delegation.ts';
import { askBranchDue } from '../../../src/tasks/ask-branch-due.ts';
import { handInside } from '../../../src/tasks/hand-inside.ts';
import { objectToAssignment } from '../../../src/tasks/object-to-assignment.ts';
import { drawSample } from '../../../src/supervision/draw-sample.ts';
import { moveFinding } from '../../../src/supervision/move-finding.ts';
import { addVerificationFiles } from '../../../src/supervision/add-verification-files.ts';
import { withPaper } from './paper.ts';
import type { Stage } from './stage.ts';

/** What units settle among themselves and object to, and what an inspector brings home. */
export function tellAmongUnits(stage: Stage): void {
  const { agenda, today } = stage;
  agenda.on(addDays(today, -6), () => divideWork(stage));
  agenda.on(addDays(today, -1), () => objectToShare(stage));
  agenda.on(addDays(today, -2), () => lookInto(stage));
}

/** The lead gives its branch to an office, a supporting unit asks it for a later day; a head will be away and somebody stands in. */
async function divideWork({ agenda: { context }, people, units, today }: Stage): Promise<void> {
  const [shangwu, fagai] = [units.get('shangwu')?.id ?? 0, units.get('fagai')?.id ?? 0];
  const task = await context.db.task.findFirstOrThrow({ where: { title: '促进消费扩容提质' }, include: { assignments: true } });
  const branchOf = (unitId: number) => task.assignments.find((a) => a.unitId === unitId);
  const lead = branchOf(shangwu);
  const support = branchOf(fagai);
  const clerk = people.of('clerk', shangwu).accountId;
  if (lead !== undefined) await handInside(context, people.of('head', shangwu), task.id, lead.id, { version: lead.version, office: '市场运行和消费促进处', accountId: clerk, note: '按月汇总各区县数据，次月3日前报局办公室。' });
  if (support !== undefined && support.dueOn < task.deadline) {
    await askBranchDue(context, people.of('head', fagai), task.id, support.id, { version: support.version, toDueOn: task.deadline, reason: '配套政策需报市政府常务会议审议，会期顺延。' });
  }
  await giveDelegation(context, people.of('head', fagai), { to: people.of('clerk', fagai).accountId, startsOn: addDays(today, 4), endsOn: addDays(today, 8), reason: '赴省委党校培训' });
}

/** A unit that is to support says that the matter is not its own (R5). */
async function objectToShare({ agenda: { context }, people, units }: Stage): Promise<void> {
  const unitId = units.get('caizheng')?.id ?? 0;
  const branch = await context.db.assignment.findFirst({ where: { unitId, signedAt: null, task: { title: '编制长株潭重大项目三年滚动计划', status: 'issued' } }, select: { id: true, taskId: true, version: true } });
  if (branch === null) return;
  await objectToAssignment(context, people.of('head', unitId), branch.taskId, branch.id, { version: branch.version, reason: '滚动计划编制属发展改革部门职责，我局仅负责资金审核，建议不列为配合单位。' });
}

/** A sample is drawn; what was seen on site is kept as a file; the unit objects to what was found. */
async function lookInto({ agenda: { context }, people }: Stage): Promise<void> {
  const inspector = people.any('inspector');
  await drawSample(context, inspector, { purpose: '二季度办结质量抽查', source: 'closed', group: null, size: 5 });
  const found = await context.db.verification.findFirst({ where: { verdict: 'untrue' }, orderBy: { id: 'asc' }, select: { id: true, unitId: true, recordedById: true } });
  if (found === null) return;
  await withPaper('现场查看记录.txt', '现场查看记录\n查看点位 4 处，其中 2 处与填报一致，1 处尚未开工，1 处无法核实。\n', async (file) => { await addVerificationFiles(context, inspector, found.id, [file]); });
  await moveFinding(context, people.of('head', found.unitId), found.id, 'object', { version: 0, words: '未开工点位已纳入二期实施范围，不在本年度清单内，请予复核。' });
}
