/** Markdown as plain text: marks of headings, lists, quotations, emphasis and links go, rows of tables get tabs. */
export function readMarkdown(text: string): string {
  return text.split('\n').map(plainLine).filter((line): line is string => line !== null).join('\n');
}

function plainLine(line: string): string | null {
  if (/^[ \t]*\|?[ \t:|-]{3,}\|?[ \t]*$/.test(line) && line.includes('|') && line.includes('-')) return null;
  if (/^[ \t]*(?:-{3,}|\*{3,}|_{3,}|`{3,}.{0,20})[ \t]*$/.test(line)) return '';
  const row = line.trim();
  if (row.startsWith('|') && row.endsWith('|') && row.length > 2) return row.slice(1, -1).split('|').map((cell) => plainInline(cell.trim())).join('\t');
  return plainInline(line.replace(/^ {0,3}#{1,6} +/, '').replace(/^ {0,8}(?:> ?|[-*+] +)/, ''));
}

function plainInline(text: string): string {
  return text.replace(/\*\*|__|`/g, '').replace(/!?\[([^\]]{0,200})\]\([^)]{0,400}\)/g, '$1').replace(/<br ?\/?>/g, '\n').replace(/\\([.\-*_[\]()#])/g, '$1');
}
