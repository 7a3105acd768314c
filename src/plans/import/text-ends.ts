/** The text without any of the marks at its end. */
export function trimMarks(text: string, marks: string): string {
  let end = text.length;
  while (end > 0 && marks.includes(text[end - 1] ?? '')) end -= 1;
  return text.slice(0, end);
}

/** 国家网络安全产业园区（长沙） → 国家网络安全产业园区 */
export function withoutLastBracket(text: string): string {
  for (const [open, close] of [['（', '）'], ['〔', '〕']] as const) {
    const from = text.endsWith(close) ? text.lastIndexOf(open) : -1;
    if (from > 0) return text.slice(0, from);
  }
  return text;
}

/** The text without anything that stands in brackets. */
export function withoutBrackets(text: string): string {
  let depth = 0;
  let left = '';
  for (const one of text) {
    if (one === '（') depth += 1;
    if (depth === 0) left += one;
    if (one === '）') depth = Math.max(0, depth - 1);
  }
  return left;
}
