import { addDays } from '../../../src/kernel/days.ts';
import { today as dayAt } from '../../../src/kernel/clock.ts';
import { answerExplanation } from '../../../src/tasks/answer-explanation.ts';
import { confirmMilestone } from '../../../src/tasks/confirm-milestone.ts';
import { explainOverdue } from '../../../src/tasks/explain-overdue.ts';
import { NO_FILTER } from '../../../src/tasks/ledger-filter.ts';
import { ledgerRows } from '../../../src/tasks/ledger-queries.ts';
import { reportMilestone } from '../../../src/tasks/report-milestone.ts';
import type { Stage } from './stage.ts';

/** The stated way of the consumption task: two milestones reached, one missed by the demonstration's day, one ahead. */
export const CONSUMPTION_MILESTONES = [
  { row: 1, day: '2023-03-31', title: '印发促消费年度实施方案', percent: 15 }, { row: 2, day: '2023-04-28', title: '首批消费券投放', percent: 28 },
  { row: 3, day: '2023-06-09', title: '首批消费券核销过半', percent: 40 }, { row: 4, day: '2023-09-28', title: '夜间消费集聚区挂牌', percent: 75, binding: true },
];

/** The lead reports the first milestones; the supervisor confirms one, the other waits. */
export function reachMilestones({ agenda, people }: Stage, taskId: number, unitId: number): void {
  const { context } = agenda;
  const find = (day: string) => context.db.milestone.findFirstOrThrow({ where: { taskId, day } });
  const report = async (day: string, remark: string): Promise<void> => {
    const { id, version } = await find(day);
    await reportMilestone(context, people.of('head', unitId), { taskId, milestoneId: id }, { version, doneOn: dayAt(context.clock), remark });
  };
  agenda.on('2023-03-28', () => report('2023-03-31', '方案已印发（长商发〔2023〕8号），任务分解到各区县市。'));
  agenda.on('2023-04-03', async () => {
    const { id, version } = await find('2023-03-31');
    await confirmMilestone(context, people.any('supervisor'), { taskId, milestoneId: id }, { version });
  });
  agenda.on('2023-05-05', () => report('2023-04-28', '首批消费券于5月4日投放，投放公告和资金拨付凭证已归档。'));
}

/** Two overdue matters of other bureaus are explained (R13); one has its limit, one waits for the answer. */
export function explainDelays(stage: Stage): void {
  const { agenda, people } = stage;
  const { context } = agenda;
  agenda.on(addDays(stage.today, -5), async () => {
    const told = new Set(['shangwu', 'fagai', 'yuhua', 'changshaxian'].map((code) => stage.units.get(code)?.id ?? 0));
    const rows = (await ledgerRows(context, people.any('inspector'), { ...NO_FILTER, overdue: true, turn: 'lead' }, 60)).filter((r) => r.leadUnitId !== null && !told.has(r.leadUnitId));
    for (const row of rows.slice(-2)) {
      const { version } = await context.db.task.findUniqueOrThrow({ where: { id: row.id }, select: { version: true } });
      await explainOverdue(context, people.of('head', row.leadUnitId ?? 0), row.id, { version, reason: '配套用地调规较原计划推迟，影响后续工序。', measures: '成立专班倒排工期，每周调度，未完工序交叉作业。', madeGoodBy: addDays(stage.today, 30) });
    }
    const first = rows.at(-2);
    if (first === undefined) return;
    agenda.on(addDays(stage.today, -2), async () => {
      const { version } = await context.db.task.findUniqueOrThrow({ where: { id: first.id }, select: { version: true } });
      await answerExplanation(context, people.any('supervisor'), first.id, { version, rectifyBy: addDays(stage.today, 15), answer: '同意按整改措施推进，每周五前报送进展。' });
    });
  });
}
