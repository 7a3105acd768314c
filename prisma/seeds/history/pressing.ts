import { addDays, addMonths } from '../../../src/kernel/days.ts';
import { today as dayAt, type Day } from '../../../src/kernel/clock.ts';
import { Refused, Conflict } from '../../../src/kernel/errors.ts';
import { takeSnapshot } from '../../../src/dashboards/take-snapshot.ts';
import { issueNotice } from '../../../src/supervision/issue-notice.ts';
import { issueUrge } from '../../../src/supervision/issue-urge.ts';
import { recordVerification } from '../../../src/supervision/record-verification.ts';
import { registerInstruction } from '../../../src/supervision/register-instruction.ts';
import { replyToSlip } from '../../../src/supervision/reply-to-slip.ts';
import { NO_FILTER } from '../../../src/tasks/ledger-filter.ts';
import { ledgerRows, type LedgerRow } from '../../../src/tasks/ledger-queries.ts';
import { tellAnswers } from './answers.ts';
import { tellCirculars } from './circulars.ts';
import type { Stage } from './stage.ts';

const FIRST_ROUND = '2022-01-12';
const AT_MOST = 4;
const FINDINGS = ['现场查看项目实施情况，实际进度低于填报进度。', '查阅台账和合同，主体工作已完成，收尾工作滞后。', '走访服务对象，群众基本满意，个别环节需改进。'] as const;
const REPLIES = ['已召开调度会，明确责任人和完成时限，确保尽快销号。', '因前置手续未办结影响进度，现已办结，正加快推进。', '已倒排工期，每周报送进展。'] as const;

/** Every second month the inspector goes through the overdue list and urges; at each month's end the dashboard's figures are kept. */
export function superviseThroughout(stage: Stage): void {
  tellCirculars(stage);
  tellAnswers(stage);
  for (let day: Day = FIRST_ROUND; day < stage.today; day = addMonths(day, 2)) stage.agenda.on(day, () => urgeOverdue(stage));
  stage.agenda.on(addDays(stage.today, -6), () => urgeOverdue(stage));
  stage.agenda.on(addDays(stage.today, -3), () => goAndSee(stage));
  for (let first: Day = '2022-01-01'; first <= stage.today; first = addMonths(first, 1)) {
    const end = addDays(first, -1);
    stage.agenda.on(first, async () => { await takeSnapshot(stage.agenda.context, end); });
  }
}

async function urgeOverdue(stage: Stage): Promise<void> {
  const { agenda: { context }, people } = stage;
  const rows = await ledgerRows(context, people.any('inspector'), { ...NO_FILTER, overdue: true }, 60);
  for (const row of rows.filter((r) => r.turn !== 'supervisor').slice(0, AT_MOST)) await press(stage, row);
}

/** An urge, or a notice where an urge was in vain; a line that cannot be pressed today is passed over. */
async function press(stage: Stage, row: LedgerRow): Promise<void> {
  const lawful = (error: unknown): void => {
    if (!(error instanceof Refused || error instanceof Conflict)) throw error;
  };
  await issue(stage, row, issueNotice).catch(async (error: unknown) => {
    lawful(error);
    await issue(stage, row, issueUrge).catch(lawful);
  });
}

/** Four places of different units, so that none is visited too often; the second is the bureau's whose desk the visitor may sit down at. */
function placesToSee({ units }: Stage, rows: LedgerRow[]): LedgerRow[] {
  const own = rows.find((r) => r.leadUnitId === units.get('shangwu')?.id);
  const others = rows.filter((r) => r.turn !== 'supervisor' && r.leadUnitId !== own?.leadUnitId).slice(1);
  const [first, ...rest] = others.filter((r, i) => others.findIndex((o) => o.leadUnitId === r.leadUnitId) === i);
  return [first, own, ...rest].filter((r) => r !== undefined).slice(0, 4);
}

/** What the inspector found on site, with a problem to rectify, and what the leader wrote on one matter. */
async function goAndSee(stage: Stage): Promise<void> {
  const { agenda: { context }, people } = stage;
  const day = dayAt(context.clock);
  const rows = await ledgerRows(context, people.any('inspector'), { ...NO_FILTER, overdue: true }, 60);
  for (const [i, row] of placesToSee(stage, rows).entries()) {
    await recordVerification(context, people.any('inspector'), row.id, {
      method: 'site', visitedOn: day, place: row.lead ?? '', people: `${people.any('inspector').name}、承办单位联络员`, finding: FINDINGS[i % FINDINGS.length] ?? '', verdict: i === 0 ? 'untrue' : 'mostly_true',
      foundProgress: Math.max(0, row.progress - 10 * (i + 1)), confidence: i === 0 ? 'low' : 'medium', capReason: '', sampleId: null,
      problems: i < 2 ? [{ description: '台账与现场进度不一致，部分佐证材料缺失。', requirement: '核实数据，补齐材料，举一反三。', dueOn: addDays(day, 21) }] : [],
    });
  }
  const first = rows.find((r) => r.turn !== 'supervisor');
  if (first !== undefined) await registerInstruction(context, people.any('leader'), first.id, { text: '请抓紧推进，月底前书面报告进展和存在困难。', givenOn: day, dueOn: addDays(day, 15), leaderId: null });
}

async function issue({ agenda, people, chance }: Stage, row: LedgerRow, verb: typeof issueUrge): Promise<void> {
  const { context } = agenda;
  const { id } = await verb(context, people.any('inspector'), row.id, {
    unitId: row.leadUnitId ?? 0, reason: `任务已于 ${row.deadline} 到期，至今未申请办结。`, requirement: '请说明未完成原因、目前进展和最迟完成时间。', replyDays: 5, urgentReason: '', capReason: '',
  });
  if (chance.happens(0.7)) agenda.on(addDays(dayAt(context.clock), chance.between(1, 5)), () => replyToSlip(context, people.of('head', row.leadUnitId ?? 0), id, { version: 1, reply: chance.pick(REPLIES) }));
}
