import type { Viewer } from '../kernel/viewer.ts';
import { fieldView, type Field, type Rejected } from '../web/forms.ts';

/** Asks why units are handed more than their share of the month, once that was refused without a reason. */
export function capField({ t }: Viewer, rejected: Rejected | null): Field | null {
  if (rejected?.complaints.some((c) => c.field === 'capReason') !== true) return null;
  return fieldView(t, { name: 'capReason', label: t('tasks.act.issue.capReason'), required: true }, rejected);
}
