import type { Viewer } from '../kernel/viewer.ts';
import { dayOf } from '../kernel/clock.ts';
import { ASSIGNMENT_ROLES } from '../tasks/task.ts';
import type { TaskDetail } from '../tasks/task-queries.ts';
import type { Paper } from './official-paper.ts';

/** One thing that the 交办单 says. */
export interface OrderLine { name: string; label: string; text: string }

/** What stands on a 交办单 (R2): number, quote with its place in the plan, requirement, standard, units, deadline, cycle, contact. */
export function orderLines({ t }: Viewer, task: TaskDetail, supervisor: string): OrderLine[] {
  const units = (role: string): string => task.assignments.filter((a) => a.role === role).map((a) => a.unit.shortName).join('、');
  const moved = task.deadline !== task.originalDeadline;
  const line = (name: string, text: string): OrderLine => ({ name, label: t(`documents.order.${name}`), text });
  return [
    line('quote', `“${task.quote}”（${task.plan.shortTitle} ${task.citation}）`),
    line('requirement', task.requirement),
    line('standard', task.standard),
    ...ASSIGNMENT_ROLES.map((role) => line(role, units(role))),
    line('deadline', moved ? t('documents.order.deadline_moved', { deadline: task.deadline, original: task.originalDeadline }) : task.deadline),
    line('cycle', t(`tasks.cycle.${task.cycle}`)),
    line('contact', [supervisor, task.contact].filter((part) => part !== '').join(' ')),
    line('issued', task.issuedAt === null ? '' : dayOf(task.issuedAt)),
  ].filter(({ text }) => text !== '');
}

export function orderPaper(viewer: Viewer, task: TaskDetail, supervisor: string): Paper {
  const head = { kind: 'heading', text: task.title } as const;
  return {
    title: viewer.t('documents.order.title'), number: task.number,
    blocks: [head, ...orderLines(viewer, task, supervisor).flatMap(({ label, text }) => [{ kind: 'subheading', text: label } as const, { kind: 'text', text } as const])],
  };
}
