import type { Viewer } from '../kernel/viewer.ts';
import type { Sheet } from '../web/spreadsheet.ts';
import { BURDENS, type BurdenRow, type CapPass } from './burden.ts';

/** What was asked of every unit in one month. */
export interface MonthOfUnits { month: string; rows: BurdenRow[]; passes: CapPass[] }

const WIDTHS = { month: 10, unit: 18, count: 10, reasons: 60 } as const;

/** The account of several months as a table to take away: one line per month and unit, reasons for going beyond a cap in its last cell. */
export function burdenSheet({ t }: Viewer, title: string, months: readonly MonthOfUnits[]): Sheet {
  const count = (key: string) => ({ heading: t(key), width: WIDTHS.count });
  return {
    title,
    columns: [
      { heading: t('supervision.burden.month'), width: WIDTHS.month }, { heading: t('supervision.field.unit'), width: WIDTHS.unit },
      ...BURDENS.map((kind) => count(`supervision.burden.${kind}`)), count('supervision.burden.total'), count('supervision.burden.fields'), count('supervision.burden.messages'),
      count('supervision.burden.beyond'), { heading: t('supervision.burden.reasons'), width: WIDTHS.reasons },
    ],
    rows: months.flatMap(({ month, rows, passes }) => rows.map((row) => {
      const own = passes.filter((p) => p.unitId === row.unitId);
      return [month, row.unit, ...BURDENS.map((kind) => row.counts[kind]), row.total, row.fields, row.messages, own.length, own.map((p) => p.reason).join(t('supervision.burden.semicolon'))];
    })),
  };
}
