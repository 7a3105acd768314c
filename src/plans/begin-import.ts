import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { transaction } from '../kernel/db/transaction.ts';
import { recordEvent } from '../audit/record-event.ts';
import { mayImport } from './draft-plan.ts';
import { cleanFileName } from './file-name.ts';

/** Notes that a long document is going to be read in the background, so that its page can be left and come back to. @throws Forbidden */
export async function beginImport(context: Context, actor: Actor, file: { name: string; bytes: number }): Promise<{ runId: number }> {
  mayImport(actor);
  const fileName = cleanFileName(file.name);
  const now = context.wallClock.now();
  return transaction(context, async (tx) => {
    const { id } = await tx.importRun.create({
      data: { fileName, bytes: file.bytes, stage: 'waiting', createdById: actor.accountId, createdAt: context.clock.now(), startedAt: now, seenAt: now },
      select: { id: true },
    });
    await recordEvent(tx, context, actor, { event: 'plan.import_begun', subject: `import:${id}`, data: { fileName, bytes: file.bytes } });
    return { runId: id };
  });
}
