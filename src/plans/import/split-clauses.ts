import { remembered } from './remembered.ts';

/** A stretch of a clean sentence between commas or semicolons, without them. */
export interface Clause {
  from: number;
  to: number;
  text: string;
  /** The mark in front of it. */
  before: string;
}

type Role = 'open' | 'close' | 'comma' | 'stop';

const MARKS: readonly [string, Role][] = [['（“《〔【', 'open'], ['）”》〕】', 'close'], ['，；：', 'comma'], ['。！？', 'stop']];
const ROLES = new Map(MARKS.flatMap(([marks, role]) => Array.from(marks, (mark): [number, Role] => [mark.charCodeAt(0), role])));

/** Cuts at ，； and ： outside brackets and quotation marks; the final full stop belongs to no clause. */
export const splitClauses = remembered((text: string): readonly Clause[] => {
  const clauses: Clause[] = [];
  let depth = 0;
  let from = 0;
  let before = '';
  for (let i = 0; i < text.length; i += 1) {
    const role = ROLES.get(text.charCodeAt(i));
    if (role === undefined) continue;
    const one = text[i] ?? '';
    if (role === 'open') depth += 1;
    else if (role === 'close') depth = Math.max(0, depth - 1);
    else if (role === 'stop' || depth === 0) {
      if (i > from) clauses.push({ from, to: i, text: text.slice(from, i), before });
      from = i + 1;
      before = one;
    }
  }
  if (text.length > from) clauses.push({ from, to: text.length, text: text.slice(from), before });
  return clauses;
});
