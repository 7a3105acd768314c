/** One measured figure. `higher` says which direction is better; counts of false finds are better when low. */
export interface Figure {
  name: string;
  value: number;
  detail: string;
  better: 'higher' | 'lower';
}

export function share(name: string, part: number, whole: number, detail = `${String(part)}/${String(whole)}`): Figure {
  return { name, value: whole === 0 ? 1 : part / whole, detail, better: 'higher' };
}

export function count(name: string, value: number): Figure {
  return { name, value, detail: '', better: 'lower' };
}

/** Harmonic mean of how much of the found is right and how much of the right is found. */
export function balanced(name: string, hits: number, found: number, wanted: number): Figure {
  return { name, value: found + wanted === 0 ? 1 : (2 * hits) / (found + wanted), detail: `${String(hits)} of ${String(found)} found, ${String(wanted)} wanted`, better: 'higher' };
}

export function withoutSpaces(text: string): string {
  return text.replace(/\s+/g, '');
}
