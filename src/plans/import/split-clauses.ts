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

/** 办好民生实事：1.新建学校30所；2.改造小区320个: what numbers a matter in a sentence is no part of it. */
const LABEL = /^(?:[0-9]{1,2}[.．、](?![0-9])|（[0-9]{1,2}）|[①-⑩])(?=.)/;

function clauseAt(text: string, at: number, to: number, before: string): Clause {
  const from = at + (before === '；' || before === '：' ? (LABEL.exec(text.slice(at, Math.min(to, at + LONGEST_LABEL)))?.[0].length ?? 0) : 0);
  return { from, to, text: text.slice(from, to), before };
}

const LONGEST_LABEL = 5;

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
      if (i > from) clauses.push(clauseAt(text, from, i, before));
      from = i + 1;
      before = one;
    }
  }
  if (text.length > from) clauses.push(clauseAt(text, from, text.length, before));
  return clauses;
});
