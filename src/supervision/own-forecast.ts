import type { Day } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import type { Viewer } from '../kernel/viewer.ts';
import { readContent } from '../filings/filing-digest.ts';
import type { Confidence } from '../tasks/confidence.ts';

/** How a unit itself sees its matter: in time, or by a later day (R6), and how sure it is. */
export interface Forecast { newDate: Day | null; confidence: Confidence | null }

/** What the unit's last report before that moment says; null where it had sent none. Those who call have found the task under scope. */
export async function ownForecast({ db }: Context, { taskId, unitId }: { taskId: number; unitId: number }, before: Date): Promise<Forecast | null> {
  const last = await db.filingVersion.findFirst({ where: { sentAt: { lte: before }, filing: { taskId, assignment: { unitId } } }, orderBy: [{ sentAt: 'desc' }, { id: 'desc' }], select: { content: true } });
  if (last === null) return null;
  const { newDate, confidence } = readContent(last.content);
  return { newDate, confidence };
}

export function forecastWords({ t }: Pick<Viewer, 't'>, forecast: Forecast | null): string {
  if (forecast === null) return t('supervision.forecast.none');
  const by = forecast.newDate === null ? t('supervision.forecast.in_time') : t('supervision.forecast.later', { day: forecast.newDate });
  return forecast.confidence === null ? by : by + t('supervision.forecast.confidence', { confidence: t(`tasks.confidence.${forecast.confidence}`) });
}
