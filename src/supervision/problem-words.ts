import type { Viewer } from '../kernel/viewer.ts';
import { tagView, type Tag } from '../web/view-parts.ts';
import { isProblemLate } from './problem.ts';

const TONES: Record<string, Tag['tone']> = { open: 'info', disputed: 'warn', rectified: 'info', confirmed: 'info', struck_off: 'ok', dropped: 'neutral' };

/** The status of a problem; what is late says so, whatever colours can do. */
export const problemTag = ({ t, today }: Viewer, problem: { status: string; dueOn: string }): Tag =>
  isProblemLate(problem, today) ? tagView(t('supervision.problem.late'), 'bad') : tagView(t(`supervision.problem.status.${problem.status}`), TONES[problem.status] ?? 'neutral');
