/** A page number is short; a rule repeats one character, with spaces or without. */
const LONGEST_SIGN = 24;

/** Page numbers, rules and decoration that a printed page adds to the text. */
export function isPageFurniture(line: string): boolean {
  if (line.length > LONGEST_SIGN && line[0] !== line[1] && line[0] !== line[2]) return false;
  const text = line.replace(/[\s\u3000]/g, '');
  if (text === '') return false;
  if (/^[—－–\-·•]{1,3}[0-9０-９]{1,4}[—－–\-·•]{1,3}$/.test(text)) return true;
  if (/^第[0-9０-９]{1,4}页(?:[,，/／]?共[0-9０-９]{1,4}页)?$/.test(text)) return true;
  return isDecoration(text);
}

function isDecoration(text: string): boolean {
  if (text.length < 6) return false;
  const first = text[0] ?? '';
  for (const character of text) if (character !== first) return false;
  return !/[0-9A-Za-z一二三四五六七八九十]/.test(first);
}
