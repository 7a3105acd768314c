const LONGEST = 150;

/**
 * The name a file came with is data, never a path: folders, control characters and those that turn the writing direction or have no
 * width are dropped, at most 150 characters are kept with the ending (SECURITY T13).
 */
export function cleanFileName(given: string): string {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const visible = last.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/gu, '').trim();
  if (visible.length <= LONGEST) return visible;
  const dot = visible.lastIndexOf('.');
  const ending = dot > 0 && visible.length - dot <= 10 ? visible.slice(dot) : '';
  return visible.slice(0, LONGEST - ending.length) + ending;
}
