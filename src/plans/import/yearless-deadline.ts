const WITHOUT_YEAR = /(年底|年末|年内|今年内|([一二三四])季度末?|上半年|([0-9]{1,2})月(?:([0-9]{1,2})日|底|末|份|中旬|上旬)?)(以前|之前|前|内)?/;
const QUARTERS = '一二三四';
const MONTHS_PER_QUARTER = 3;

/**
 * A deadline without a year in a document of one year: 12月底前, 上半年, 年内. `year`: the document's own.
 * Only where a limit is named: 8月举办 is no deadline.
 */
export function yearlessDeadline(text: string, year: number): string | null {
  const match = WITHOUT_YEAR.exec(text);
  if (!match || /20[0-9]{2}年$/.test(text.slice(0, match.index)) || /(?:比|较|自|从|于|去|每|全)$/.test(text.slice(0, match.index))) return null;
  const [, whole = '', quarter, month, day, limit] = match;
  if (/^年[底末]$/.test(whole) && limit === undefined) return null;
  if (whole.includes('年内') || whole.startsWith('年')) return dayOf(year, 12, null);
  if (quarter !== undefined || whole === '上半年') return limit === undefined ? null : dayOf(year, quarter === undefined ? 6 : (QUARTERS.indexOf(quarter) + 1) * MONTHS_PER_QUARTER, null);
  return limit === undefined || limit === '内' ? null : dayOf(year, Number(month), day === undefined ? null : Number(day));
}

function dayOf(year: number, month: number, day: number | null): string | null {
  if (month < 1 || month > 12) return null;
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return `${String(year)}-${String(month).padStart(2, '0')}-${String(Math.min(day ?? last, last)).padStart(2, '0')}`;
}
