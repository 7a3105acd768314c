import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { beginImport } from './begin-import.ts';
import { draftPlan, mayImport, type Drafted, type ReadDocument } from './draft-plan.ts';
import { LONG_FILE, LONG_UNPACKED } from './import-run.ts';
import { unpackedSize } from './import/check-archive.ts';
import { readAside } from './import/read-in-child.ts';
import { runImport } from './run-import.ts';

/** A document as it came in, not opened yet. */
export interface Upload {
  name: string;
  bytes: Uint8Array;
  read: () => Promise<ReadDocument>;
}

/**
 * Makes a draft of a short document at once, and begins to read a long one in the background: what is packed tells by its directory how much there is
 * to open, and every text by its length how much there is to read.
 * @throws Forbidden, Refused with a sentence that says what is wrong with the document and what to do
 */
export async function takeDocument(context: Context, actor: Actor, upload: Upload): Promise<Drafted | { runId: number }> {
  mayImport(actor);
  if (upload.bytes.length > LONG_FILE || await unpackedSize(upload.bytes) > LONG_UNPACKED) return inBackground(context, actor, upload);
  const document = await upload.read();
  if (Buffer.byteLength(document.text) > LONG_FILE) return inBackground(context, actor, { ...upload, read: () => Promise.resolve(document) });
  return draftPlan(context, actor, document, readAside);
}

async function inBackground(context: Context, actor: Actor, { name, bytes, read }: Upload): Promise<{ runId: number }> {
  const begun = await beginImport(context, actor, { name, bytes: bytes.length });
  void runImport(context, actor, begun.runId, read);
  return begun;
}
