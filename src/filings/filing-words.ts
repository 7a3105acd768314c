import type { Words } from '../kernel/text.ts';
import type { Period } from '../tasks/period.ts';
import { tagView, type Tag, type Tone } from '../web/view-parts.ts';
import type { PeriodFacts } from './filing-state.ts';

const STATE_TONES: Record<PeriodFacts['state'], Tone> = { not_open: 'neutral', owed: 'info', filed: 'ok', filed_late: 'warn', returned: 'warn' };
const STATUS_TONES: Record<string, Tone> = { draft: 'neutral', signoff: 'info', submitted: 'info', accepted: 'ok', returned: 'warn' };

/** 待报, 迟报 3 个工作日, 退回待改 · 逾期 2 个工作日 … */
export function stateTag(t: Words, { state, owed, overdueDays, madeUp }: Pick<PeriodFacts, 'state' | 'owed' | 'overdueDays' | 'madeUp'>): Tag {
  const overdue = (state === 'owed' || state === 'returned') && overdueDays > 0;
  if (overdue) return tagView(t(`filings.state.${state}_overdue`, { days: overdueDays }), 'bad');
  if (state === 'filed_late') return tagView(t(madeUp === true ? 'filings.state.made_up' : 'filings.state.filed_late', { days: overdueDays }), 'warn');
  return tagView(t(`filings.state.${state === 'owed' && !owed ? 'open' : state}`), state === 'owed' && !owed ? 'neutral' : STATE_TONES[state]);
}

/** Where it stands on its way: 草稿, 待单位审签, 待督查审核, 已通过, 已退回. */
export const statusTag = (t: Words, status: string): Tag => tagView(t(`filings.status.${status}`), STATUS_TONES[status] ?? 'neutral');

export const filingHref = (taskId: number, period: Period, branchId: number | null = null): string =>
  `/tasks/${taskId}/filings/${period}${branchId === null ? '' : `?branch=${branchId}`}`;
