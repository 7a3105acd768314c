import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Context } from '../kernel/context.ts';
import { runChild } from '../plans/import/run-child.ts';
import { PREVIEWED } from './evidence.ts';
import { keptAt } from './evidence-store.ts';

const DRAWER = fileURLToPath(new URL('./draw-evidence.mjs', import.meta.url));
const answer = z.union([z.object({ problem: z.enum(['too_large', 'no_page', 'encrypted', 'unreadable']) }), z.object({ png: z.base64(), pages: z.number() })]);

/** Pages drawn lately, so that the picture of a page that was just asked for is not drawn twice. */
const drawn = new Map<string, Promise<Preview>>();
const MOST_KEPT = 12;

export type Preview = { png: Buffer; pages: number } | { problem: 'too_large' | 'no_page' | 'encrypted' | 'unreadable' };

/**
 * A picture, or one page of a PDF, drawn anew as PNG by a child process with capped memory and time: what a stranger sent never reaches
 * a browser as a document (SECURITY T9). @param page from 1
 */
export function previewEvidence(context: Context, file: { mime: string; storageName: string }, page: number): Promise<Preview> {
  const key = `${file.storageName}/${String(page)}`;
  const known = drawn.get(key);
  if (known !== undefined) return known;
  const drawing = draw(context, file, page);
  drawn.set(key, drawing);
  drawing.catch(() => { drawn.delete(key); });
  for (const oldest of drawn.keys()) if (drawn.size > MOST_KEPT) drawn.delete(oldest);
  return drawing;
}

async function draw({ config }: Context, file: { mime: string; storageName: string }, page: number): Promise<Preview> {
  const kind = PREVIEWED[file.mime];
  if (kind === undefined) return { problem: 'unreadable' };
  const result = await runChild([DRAWER, kind, String(page)], await readFile(keptAt(config.dataFolder, file.storageName)));
  if ('ended' in result) return { problem: result.ended === 'died' ? 'unreadable' : 'too_large' };
  const said = answer.parse(JSON.parse(result.output));
  return 'png' in said ? { png: Buffer.from(said.png, 'base64'), pages: said.pages } : said;
}
