import type { Words } from '../kernel/text.ts';
import { fieldView, type Field, type Rejected } from '../web/forms.ts';
import { MILESTONE_ROWS } from './milestone.ts';

/** One line of a form's milestones. */
export interface MilestoneFields { day: Field; title: Field; percent: Field; binding: Field }

export interface WrittenMilestone { day: string; title: string; percent: number | string; binding?: boolean }

/** The lines of the form: those that are written, and one or more to go on. Works without scripts, so there are never more than shown. */
export function milestoneRows(t: Words, written: readonly WrittenMilestone[], rejected: Rejected | null): MilestoneFields[] {
  const typed = Array.from({ length: MILESTONE_ROWS.most }, (_x, i) => i + 1).filter((n) => ['Day', 'Title', 'Percent'].some((part) => (rejected?.typed[`milestone${part}${n}`] ?? '') !== '')).at(-1) ?? 0;
  const count = Math.min(MILESTONE_ROWS.most, Math.max(MILESTONE_ROWS.least, written.length + MILESTONE_ROWS.free, typed));
  return Array.from({ length: count }, (_x, i) => {
    const n = i + 1;
    const field = (part: 'Day' | 'Title' | 'Percent' | 'Binding', kind: 'date' | 'text' | 'checkbox', value: string): Field =>
      fieldView(t, { name: `milestone${part}${n}`, kind, value, label: t(`tasks.field.milestone${part}`, { n }) }, rejected);
    const m = written[i];
    return {
      day: field('Day', 'date', m?.day ?? ''), title: field('Title', 'text', m?.title ?? ''), percent: field('Percent', 'text', m === undefined ? '' : String(m.percent)),
      binding: field('Binding', 'checkbox', m?.binding === true ? '1' : ''),
    };
  });
}
