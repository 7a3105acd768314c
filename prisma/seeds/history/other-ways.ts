import { today as dayAt } from '../../../src/kernel/clock.ts';
import { addDays } from '../../../src/kernel/days.ts';
import { Conflict, Forbidden, Refused } from '../../../src/kernel/errors.ts';
import type { Actor } from '../../../src/kernel/actor.ts';
import { archiveTask } from '../../../src/tasks/archive-task.ts';
import { changeMilestones } from '../../../src/tasks/change-milestones.ts';
import { closePhase } from '../../../src/tasks/close-phase.ts';
import { confirmEnding } from '../../../src/tasks/confirm-ending.ts';
import { NO_FILTER, type LedgerFilter } from '../../../src/tasks/ledger-filter.ts';
import { ledgerRows, type LedgerRow } from '../../../src/tasks/ledger-queries.ts';
import { overrideLight } from '../../../src/tasks/override-light.ts';
import { proposeEnding } from '../../../src/tasks/propose-ending.ts';
import { proposeOverride } from '../../../src/tasks/propose-override.ts';
import { resumeTask } from '../../../src/tasks/resume-task.ts';
import { suspendTask } from '../../../src/tasks/suspend-task.ts';
import { recordEscalation } from '../../../src/supervision/record-escalation.ts';
import { recordVerification } from '../../../src/supervision/record-verification.ts';
import type { Stage } from './stage.ts';

/** What is not the common way of a task: it rests, ends by two persons' word, is closed for a phase, has its light set by hand, is talked about. */
export function tellOtherWays(stage: Stage): void {
  const { agenda, today } = stage;
  agenda.on(addDays(today, -9), () => endOtherwise(stage));
  agenda.on(addDays(today, -7), () => setLights(stage));
  agenda.on(addDays(today, -8), () => talk(stage));
  agenda.on(addDays(today, -2), () => goOn(stage));
}

const FLOOD = '主汛期防汛调度，现场施工暂停。';

const CAST = ['shangwu', 'fagai', 'yuhua', 'changshaxian'];

/** Tasks that stand for themselves, of units other than the visitor's own, whose state is left as the common stories made it. */
async function othersTasks({ agenda: { context }, people, units }: Stage, filter: Partial<LedgerFilter>): Promise<LedgerRow[]> {
  const own = new Set(CAST.map((code) => units.get(code)?.id ?? 0));
  const rows = await ledgerRows(context, people.any('supervisor'), { ...NO_FILTER, ...filter }, 200);
  return rows.filter((row) => row.leadUnitId !== null && !own.has(row.leadUnitId) && !/-\d+$/.test(row.number ?? ''));
}

type Deed = (supervisor: Actor, id: number, version: number) => Promise<unknown>;

/** Does a deed to the first of the tasks that allows it, and takes that one off the list. */
async function toFirst({ agenda: { context }, people }: Stage, rows: LedgerRow[], deed: Deed): Promise<void> {
  for (let row = rows.shift(); row !== undefined; row = rows.shift()) {
    const { version } = await context.db.task.findUniqueOrThrow({ where: { id: row.id }, select: { version: true } });
    try {
      await deed(people.any('supervisor'), row.id, version);
      return;
    } catch (error) {
      if (!(error instanceof Refused || error instanceof Conflict || error instanceof Forbidden)) throw error;
    }
  }
}

async function endOtherwise(stage: Stage): Promise<void> {
  const { agenda: { context }, people, today } = stage;
  const rows = (await othersTasks(stage, { status: 'underway', light: 'green' })).filter((row) => row.deadline > addDays(today, 120)).reverse();
  await toFirst(stage, rows, (supervisor, id, version) => suspendTask(context, supervisor, id, { version, reason: '项目选址涉及省级国土空间规划调整，待批复后继续推进。', lookAgainOn: addDays(today, 60) }));
  await toFirst(stage, rows, (_supervisor, id, version) => proposeEnding(context, people.any('supervisor', 1), id, { version, kind: 'withdraw', reason: '省级职能调整后，该事项已由省直部门直接承担，市级不再实施。', survivor: '' }));
  await toFirst(stage, rows, async (supervisor, id, version) => {
    await proposeEnding(context, supervisor, id, { version, kind: 'make_standing', reason: '该事项为长期性工作，无明确完成节点，建议转为常态化推进。', survivor: '' });
    const proposed = await context.db.taskEnding.findFirstOrThrow({ where: { taskId: id, status: 'pending' }, include: { task: { select: { version: true } } } });
    await confirmEnding(context, people.any('supervisor', 1), id, { version: proposed.task.version, remark: '同意转为常态化，每半年报送一次。' });
  });
  await toFirst(stage, rows, (supervisor, id, version) => closePhase(context, supervisor, id, {
    version, title: '方案编制阶段', standard: '实施方案已印发，年度清单已分解到责任单位。', nextRequirement: '按清单推进实施，形成首批成果。', nextDueOn: addDays(today, 100),
  }));
  await toFirst(stage, rows.filter((row) => row.deadline < addDays(today, 365)), async (supervisor, id, version) => {
    await changeMilestones(context, supervisor, id, { version, reason: '按实施方案明确年度节点。', milestones: [{ row: 1, day: addDays(today, 75), title: '完成主体工程', percent: 70 }] });
    await suspendTask(context, supervisor, id, { version: version + 1, reason: FLOOD, lookAgainOn: addDays(today, 3) });
  });
}

/** What rested is taken up again, its milestone put off with the deadline; what was closed long ago is put away. */
async function goOn(stage: Stage): Promise<void> {
  const { agenda: { context }, people } = stage;
  const rested = await context.db.suspension.findMany({ where: { reason: FLOOD, resumedOn: null, withId: null }, include: { task: { select: { version: true } } } });
  for (const { taskId, task } of rested) await resumeTask(context, people.any('supervisor'), taskId, { version: task.version, addDays: true, note: '汛情解除，恢复施工。' });
  await toFirst(stage, (await othersTasks(stage, { status: 'closed' })).reverse(), (supervisor, id, version) => archiveTask(context, supervisor, id, { version }));
}

async function setLights(stage: Stage): Promise<void> {
  const { agenda: { context }, people, today } = stage;
  const wish = { light: 'yellow' as const, expiresOn: addDays(today, 45) };
  const rows = (await othersTasks(stage, { status: 'underway', light: 'green' })).filter((row) => row.deadline > addDays(today, 60));
  await toFirst(stage, rows, (supervisor, id, version) => overrideLight(context, supervisor, id, { ...wish, version, reason: '实地调研发现关键设备尚未到货，填报进度未反映该风险。' }));
  await toFirst(stage, rows, (_supervisor, id, version) => proposeOverride(context, people.any('inspector'), id, { ...wish, version, reason: '现场核查发现配套资金仅到位三成，年内完成存在困难。' }));
}

/** A notice was in vain and so was looking at the matter: the unit's head is talked to (R24). */
async function talk(stage: Stage): Promise<void> {
  const { agenda: { context }, people } = stage;
  const heldOn = dayAt(context.clock);
  const inspector = people.any('inspector');
  const pressed = await context.db.slip.findMany({ where: { kind: 'notice', replyDueOn: { lt: heldOn } }, select: { taskId: true }, orderBy: { id: 'desc' } });
  const rows = (await othersTasks(stage, { overdue: true })).filter((row) => pressed.some(({ taskId }) => taskId === row.id));
  await toFirst(stage, rows, async (_supervisor, id) => {
    await recordVerification(context, inspector, id, {
      method: 'paper', visitedOn: heldOn, place: '市政府督查室', people: `${inspector.name}、承办单位联络员`, finding: '查阅台账，通知书所列问题尚未整改到位。', verdict: 'partly_true',
      foundProgress: 60, confidence: 'medium', capReason: '', sampleId: null, problems: [],
    });
    await recordEscalation(context, inspector, id, 'talk', {
      heldOn, place: '市政府办公厅三楼会议室', people: `${inspector.name}、承办单位主要负责人`, matter: '督查通知书到期后仍未完成，进展缓慢。', result: '承办单位承诺成立专班，两周内提交销号清单，每周报送进展。',
    });
  });
}
