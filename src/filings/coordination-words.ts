import type { Viewer } from '../kernel/viewer.ts';
import { tagView, type Tag } from '../web/view-parts.ts';
import { isCoordinationLate } from './coordination.ts';

const TONES: Record<string, Tag['tone']> = { open: 'info', assigned: 'info', answered: 'warn', settled: 'ok', dropped: 'neutral' };

export const coordinationTag = ({ t, today }: Viewer, row: { status: string; dueOn: string }): Tag =>
  isCoordinationLate(row, today) ? tagView(t('coordinations.late'), 'bad') : tagView(t(`coordinations.status.${row.status}`), TONES[row.status] ?? 'neutral');
