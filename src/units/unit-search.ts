interface Searched {
  name: string;
  shortName: string;
  pinyin: string;
  initials: string;
  aliases: readonly { name: string }[];
}

/** Whether somebody who types this means that unit: part of a name or alias, of its pinyin, or first letters (fzgg → 市发展改革委). */
export function matchesUnit(unit: Searched, typed: string): boolean {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') return true;
  if ([unit.name, unit.shortName, ...unit.aliases.map((a) => a.name)].some((name) => name.toLowerCase().includes(wanted))) return true;
  const letters = wanted.replaceAll(' ', '');
  return /^[a-z0-9]+$/.test(letters) && (unit.initials.includes(letters) || unit.pinyin.replaceAll(' ', '').includes(letters));
}
