/** A stretch of a clean sentence between commas or semicolons, without them. */
export interface Clause {
  from: number;
  to: number;
  text: string;
  /** The mark in front of it. */
  before: string;
}

/** Cuts at ，； and ： outside brackets and quotation marks; the final full stop belongs to no clause. */
export function splitClauses(text: string): Clause[] {
  const clauses: Clause[] = [];
  let depth = 0;
  let from = 0;
  let before = '';
  const push = (to: number): void => {
    if (to > from) clauses.push({ from, to, text: text.slice(from, to), before });
  };
  for (let i = 0; i < text.length; i += 1) {
    const one = text[i] ?? '';
    if ('（“《〔【'.includes(one)) depth += 1;
    else if ('）”》〕】'.includes(one)) depth = Math.max(0, depth - 1);
    else if ((depth === 0 && '，；：'.includes(one)) || '。！？'.includes(one)) {
      push(i);
      from = i + 1;
      before = one;
    }
  }
  push(text.length);
  return clauses;
}
