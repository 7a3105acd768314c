import { pinyin } from 'pinyin-pro';

/** How a unit's short name is typed: 市商务局 → "shi shang wu ju", "sswj". */
export function spellingOf(shortName: string): { pinyin: string; initials: string } {
  const syllables = pinyin(shortName, { toneType: 'none', type: 'array', nonZh: 'consecutive' });
  const initials = pinyin(shortName, { pattern: 'first', toneType: 'none', type: 'array' });
  const letters = (text: string): string => text.toLowerCase().replace(/[^a-z0-9 ]/g, '');
  return { pinyin: letters(syllables.join(' ')).replace(/ {2,}/g, ' ').trim(), initials: letters(initials.join('')).replaceAll(' ', '') };
}
