import type { Day } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import type { Viewer } from '../kernel/viewer.ts';
import { readContent } from '../filings/filing-digest.ts';

/** How a unit itself sees its matter: in time, or by a later day (R6). */
export interface Forecast { newDate: Day | null }

/** What the unit's last report before that moment says; null where it had sent none. Those who call have found the task under scope. */
export async function ownForecast({ db }: Context, { taskId, unitId }: { taskId: number; unitId: number }, before: Date): Promise<Forecast | null> {
  const last = await db.filingVersion.findFirst({ where: { sentAt: { lte: before }, filing: { taskId, assignment: { unitId } } }, orderBy: [{ sentAt: 'desc' }, { id: 'desc' }], select: { content: true } });
  return last === null ? null : { newDate: readContent(last.content).newDate };
}

export function forecastWords({ t }: Pick<Viewer, 't'>, forecast: Forecast | null): string {
  if (forecast === null) return t('supervision.forecast.none');
  return forecast.newDate === null ? t('supervision.forecast.in_time') : t('supervision.forecast.later', { day: forecast.newDate });
}
