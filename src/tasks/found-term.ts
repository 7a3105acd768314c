import type { Viewer } from '../kernel/viewer.ts';
import { termView } from '../web/view-parts.ts';
import type { TaskDetail } from './task-queries.ts';

const OVERSEERS: readonly string[] = ['supervisor', 'inspector', 'leader'];

/** What was found at the last verification, beside what the unit reports; for the unit that it is about and for those who watch over all (R25). */
export function foundTerm({ t, actor }: Viewer, task: Pick<TaskDetail, 'verifications' | 'progress'>): ReturnType<typeof termView>[] {
  const [found] = task.verifications;
  if (found === undefined || !(OVERSEERS.includes(actor.role) || found.unitId === actor.unitId)) return [];
  const confidence = found.confidence === null ? '' : t('tasks.found.confidence', { confidence: t(`tasks.confidence.${found.confidence}`) });
  return [termView(t('tasks.field.found'), t('tasks.found.line', { found: found.foundProgress, reported: found.reportedProgress }) + confidence, {
    href: `/verifications/${String(found.id)}`, note: t('tasks.found.on', { day: found.visitedOn }),
  })];
}
