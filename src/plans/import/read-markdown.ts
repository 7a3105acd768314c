/** Markdown as plain text: marks of headings, lists, quotations, emphasis and links go, rows of tables get tabs. */
export function readMarkdown(text: string): string {
  return text.split('\n').map(plainLine).filter((line): line is string => line !== null).join('\n');
}

function plainLine(line: string): string | null {
  const row = line.trim();
  if (/^[ \t:|-]+$/.test(row) && row.includes('|') && row.includes('-')) return null;
  if (/^(?:-{3,}|\*{3,}|_{3,})$/.test(row) || row.startsWith('```')) return '';
  if (row.startsWith('|') && row.endsWith('|') && row.length > 2) return row.slice(1, -1).split('|').map((cell) => plainInline(cell.trim())).join('\t');
  return plainInline(row.replace(/^#{1,6} /, '').replace(/^(?:> ?|[-*+] )/, ''));
}

function plainInline(text: string): string {
  return withoutLinks(text.replace(/\*\*|__|`/g, '')).replace(/<br ?\/?>/g, '\n').replace(/\\([.\-*_[\]()#])/g, '$1');
}

const LONGEST_LINK = 400;

/** [words](address) → words */
function withoutLinks(text: string): string {
  let left = '';
  let from = 0;
  for (let at = text.indexOf(']('); at >= 0; at = text.indexOf('](', at + 2)) {
    const open = text.lastIndexOf('[', at);
    const close = text.indexOf(')', at);
    if (open < from || close < 0 || close - at > LONGEST_LINK) continue;
    left += text.slice(from, text[open - 1] === '!' && open > from ? open - 1 : open) + text.slice(open + 1, at);
    from = close + 1;
  }
  return left + text.slice(from);
}
