import type { Tx } from '../kernel/db/client.ts';
import { addDays, daysBetween } from '../kernel/days.ts';

/** Puts a task's adjusted deadline off; the branches keep their distance to it, the original one stays (R12). */
export async function moveDeadline(tx: Tx, taskId: number, from: string, to: string): Promise<void> {
  await tx.task.update({ where: { id: taskId }, data: { deadline: to } });
  for (const branch of await tx.assignment.findMany({ where: { taskId }, select: { id: true, dueOn: true } })) {
    await tx.assignment.update({ where: { id: branch.id }, data: { dueOn: addDays(branch.dueOn, daysBetween(from, to)) } });
  }
}
