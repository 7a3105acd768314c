import { addDays, addMonths } from '../../../src/kernel/days.ts';
import { today as dayAt, type Day } from '../../../src/kernel/clock.ts';
import { Refused, Conflict } from '../../../src/kernel/errors.ts';
import { takeSnapshot } from '../../../src/dashboards/take-snapshot.ts';
import { issueUrge } from '../../../src/supervision/issue-urge.ts';
import { replyToSlip } from '../../../src/supervision/reply-to-slip.ts';
import { NO_FILTER } from '../../../src/tasks/ledger-filter.ts';
import { ledgerRows, type LedgerRow } from '../../../src/tasks/ledger-queries.ts';
import type { Stage } from './stage.ts';

const FIRST_ROUND = '2022-01-12';
const AT_MOST = 4;
const REPLIES = ['已召开调度会，明确责任人和完成时限，确保尽快销号。', '因前置手续未办结影响进度，现已办结，正加快推进。', '已倒排工期，每周报送进展。'] as const;

/** Every second month the inspector goes through the overdue list and urges; at each month's end the dashboard's figures are kept. */
export function superviseThroughout(stage: Stage): void {
  for (let day: Day = FIRST_ROUND; day < stage.today; day = addMonths(day, 2)) stage.agenda.on(day, () => urgeOverdue(stage));
  stage.agenda.on(addDays(stage.today, -6), () => urgeOverdue(stage));
  for (let first: Day = '2022-01-01'; first <= stage.today; first = addMonths(first, 1)) {
    const end = addDays(first, -1);
    stage.agenda.on(first, async () => { await takeSnapshot(stage.agenda.context, end); });
  }
}

async function urgeOverdue(stage: Stage): Promise<void> {
  const { agenda: { context }, people } = stage;
  const rows = await ledgerRows(context, people.any('inspector'), { ...NO_FILTER, overdue: true }, 60);
  for (const row of rows.filter((r) => r.turn !== 'supervisor').slice(0, AT_MOST)) await urge(stage, row);
}

async function urge(stage: Stage, row: LedgerRow): Promise<void> {
  const { agenda, people, chance } = stage;
  const { context } = agenda;
  try {
    const { id } = await issueUrge(context, people.any('inspector'), row.id, {
      unitId: row.leadUnitId ?? 0, reason: `任务已于 ${row.deadline} 到期，至今未申请办结。`, requirement: '请说明未完成原因、目前进展和最迟完成时间。', replyDays: 5, urgentReason: '', capReason: '',
    });
    if (chance.happens(0.7)) agenda.on(addDays(dayAt(context.clock), chance.between(1, 5)), () => replyToSlip(context, people.of('head', row.leadUnitId ?? 0), id, { version: 1, reply: chance.pick(REPLIES) }));
  } catch (error) {
    // Cooling down, or waiting for the reviewer: the inspector passes on to the next line.
    if (!(error instanceof Refused || error instanceof Conflict)) throw error;
  }
}
