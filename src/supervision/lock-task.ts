import type { Tx } from '../kernel/db/client.ts';

/**
 * Makes others who would act on the same task wait for the end of this transaction, so that a cool-down or a ladder is not passed by
 * two people at once. The version stays: what a unit is just typing must not be refused because somebody presses it.
 */
export async function lockTask(tx: Tx, taskId: number): Promise<void> {
  await tx.$executeRaw`UPDATE "Task" SET "version" = "version" WHERE "id" = ${taskId}`;
}
