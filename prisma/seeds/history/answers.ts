import { addDays } from '../../../src/kernel/days.ts';
import { today as dayAt, type Day } from '../../../src/kernel/clock.ts';
import type { InstructionAct } from '../../../src/supervision/instruction-lifecycle.ts';
import { moveInstruction } from '../../../src/supervision/move-instruction.ts';
import { moveProblem } from '../../../src/supervision/move-problem.ts';
import type { ProblemAct } from '../../../src/supervision/problem-lifecycle.ts';
import { recordVerification } from '../../../src/supervision/record-verification.ts';
import { registerInstruction } from '../../../src/supervision/register-instruction.ts';
import { NO_FILTER } from '../../../src/tasks/ledger-filter.ts';
import { ledgerRows, type LedgerRow } from '../../../src/tasks/ledger-queries.ts';
import type { Stage } from './stage.ts';

/** What units answer to those who oversee them: a problem struck off and one that waits to be rechecked, an instruction closed and one that waits for the leader. */
export function tellAnswers(stage: Stage): void {
  const { agenda, today } = stage;
  agenda.on('2023-04-11', () => findOnPaper(stage));
  agenda.on('2023-05-15', () => instruct(stage, 1, '请分管负责同志牵头研究，十日内提出可行办法。', 8, 10));
  agenda.on(addDays(today, -7), () => instruct(stage, 2, '此事关系群众切身利益，请抓紧落实并报告结果。', 5, null));
  agenda.on(addDays(today, -2), () => rectify(stage));
}

/** The units' overdue tasks, the oldest first, none that waits for the supervisors. */
const overdue = async ({ agenda: { context }, people }: Stage): Promise<LedgerRow[]> =>
  (await ledgerRows(context, people.any('inspector'), { ...NO_FILTER, overdue: true }, 60)).filter((row) => row.turn !== 'supervisor');

async function findOnPaper(stage: Stage): Promise<void> {
  const { agenda, people } = stage;
  const day = dayAt(agenda.context.clock);
  const [row] = (await overdue(stage)).slice(2);
  if (row === undefined) return;
  const inspector = people.any('inspector');
  const { id: verificationId } = await recordVerification(agenda.context, inspector, row.id, {
    method: 'paper', visitedOn: day, place: inspector.unitName, people: inspector.name, finding: '查阅台账，一季度活动记录不全。', verdict: 'mostly_true', foundProgress: Math.max(0, row.progress - 5), confidence: 'medium', capReason: '', sampleId: null,
    problems: [{ description: '一季度活动记录不全。', requirement: '补齐记录，建立台账。', dueOn: addDays(day, 20) }],
  });
  const { id, unitId } = await agenda.context.db.problem.findFirstOrThrow({ where: { verificationId } });
  const step = (days: number, act: ProblemAct, words: string): void => {
    agenda.on(addDays(day, days), async () => {
      const { version } = await agenda.context.db.problem.findUniqueOrThrow({ where: { id } });
      await moveProblem(agenda.context, act === 'rectify' ? people.of('head', unitId) : people.any(act === 'confirm' ? 'inspector' : 'supervisor'), id, act, { version, words });
    });
  };
  step(9, 'rectify', '已补齐一季度活动记录，建立按月归档的台账。');
  step(13, 'confirm', '台账齐全，与填报一致。');
  step(14, 'strike_off', '');
}

/**
 * @param reply days until the unit reports
 * @param close days until the leader closes it; null: it waits
 */
async function instruct(stage: Stage, nth: number, text: string, reply: number, close: number | null): Promise<void> {
  const { agenda, people } = stage;
  const day = dayAt(agenda.context.clock);
  const row = (await overdue(stage))[nth];
  if (row === undefined) return;
  const leader = people.any('leader');
  const { id } = await registerInstruction(agenda.context, leader, row.id, { text, givenOn: day, dueOn: addDays(day, 14), leaderId: null });
  const step = (on: Day, act: InstructionAct, words: string): void => {
    agenda.on(on, async () => {
      const { version } = await agenda.context.db.instruction.findUniqueOrThrow({ where: { id } });
      await moveInstruction(agenda.context, act === 'close' ? leader : people.of('head', row.leadUnitId ?? 0), id, act, { version, words });
    });
  };
  step(addDays(day, reply), 'reply', '已召开专题会，明确由分管负责人牵头，本月内完成剩余工作并销号。');
  if (close !== null) step(addDays(day, close), 'close', '请督查室跟踪问效。');
}

/** The bureau whose desk the visitor may sit down at has put right what was found. */
async function rectify({ agenda: { context }, people, units }: Stage): Promise<void> {
  const unitId = units.get('shangwu')?.id ?? 0;
  const problem = await context.db.problem.findFirst({ where: { unitId, status: 'open' }, orderBy: { id: 'desc' } });
  if (problem !== null) await moveProblem(context, people.of('head', unitId), problem.id, 'rectify', { version: problem.version, words: '已核对台账与现场数据，补充佐证材料 3 份。' });
}
