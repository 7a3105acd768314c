// Chinese text of more than 65,536 characters is a large object to V8: to put such a page together and turn it into bytes takes
// 2 ms where 0.2 would do (a list of 100,000 characters on Node 20). So what a list repeats is kept beside the page, in which a
// mark stands for it, and is written as bytes piece by piece.

const PIECES = Symbol('pieces of a page');
const SHORTEST = 512; // characters; what is shorter stays where it is
const MARK = /\uDC00(\d+)\uDC01/g; // halves of characters, which no text has that came as UTF-8

/** What the page is drawn from; `pieces` stays empty unless `keepAsPiece` is called while it is drawn. */
interface Root {
  [PIECES]?: string[] | undefined;
}

export const withPieces = <T extends object>(data: T): T & Root => ({ ...data, [PIECES]: [] });

/** For what is drawn once and used in other pages again: it must hold no marks of this one. */
export const withoutPieces = <T extends object>(data: T): T & Root => ({ ...data, [PIECES]: undefined });

/** @returns what is to stand in the page: the text itself or its mark */
export function keepAsPiece(root: Root, text: string): string {
  const pieces = root[PIECES];
  if (pieces === undefined || text.length < SHORTEST) return text;
  return `\uDC00${pieces.push(text) - 1}\uDC01`;
}

/** @returns the page in UTF-8 */
export function bytesOf(page: string, root: Root): Buffer {
  const parts = partsOf(page, root[PIECES] ?? []);
  const bytes = Buffer.allocUnsafe(parts.reduce((sum, part) => sum + Buffer.byteLength(part), 0));
  let end = 0;
  for (const part of parts) end += bytes.write(part, end);
  return bytes;
}

/** A piece may hold marks of others: a list in a list. */
function partsOf(text: string, pieces: readonly string[], parts: string[] = []): string[] {
  let end = 0;
  for (const mark of text.matchAll(MARK)) {
    parts.push(text.slice(end, mark.index));
    partsOf(pieces[Number(mark[1])] ?? '', pieces, parts);
    end = mark.index + mark[0].length;
  }
  parts.push(text.slice(end));
  return parts;
}
