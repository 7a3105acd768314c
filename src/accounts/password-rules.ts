import { PREDICTABLE_WORDS } from './predictable-words.ts';

/**
 * Two sets of rules: `dengbao3` as assessors of GB/T 22239 level 3 ask for it (kinds of characters, a change every 90 days),
 * `asvs` after OWASP ASVS 5 (length instead of kinds, no rotation).
 */
export const PASSWORD_PROFILES = {
  dengbao3: { length: 8, kinds: 3, maxAgeDays: 90 },
  asvs: { length: 12, kinds: 1, maxAgeDays: null },
} as const;
export type PasswordProfile = keyof typeof PASSWORD_PROFILES;

export const PASSWORD_MAX_LENGTH = 128;

const KINDS = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/];
/** What must be left of a password once everything that guessing programs try first is taken out. */
const UNPREDICTABLE_REST = 4;
const ROWS = ['1234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', '1qaz2wsx3edc4rfv5tgb6yhn7ujm', 'qazwsxedcrfvtgbyhnujm', 'abcdefghijklmnopqrstuvwxyz'];
const WALKS = ROWS.flatMap((row) => [row, Array.from(row).reverse().join('')]);
const WALK_LENGTH = 3;
const DISGUISES: Readonly<Record<string, string>> = { '@': 'a', 4: 'a', 3: 'e', 1: 'l', '!': 'i', 0: 'o', $: 's', 5: 's', 7: 't' };
const SHIFTED: Readonly<Record<string, string>> = { '!': '1', '@': '2', '#': '3', $: '4', '%': '5', '^': '6', '&': '7', '*': '8', '(': '9', ')': '0' };

/** What is wrong with a password, as text keys; none where it may be used. */
export function passwordProblems(password: string, login: string, profile: PasswordProfile): string[] {
  const { length, kinds } = PASSWORD_PROFILES[profile];
  const problems: string[] = [];
  if (Array.from(password).length < length) problems.push('accounts.password.too_short');
  if (password.length > PASSWORD_MAX_LENGTH) problems.push('accounts.password.too_long');
  if (KINDS.filter((kind) => kind.test(password)).length < kinds) problems.push('accounts.password.too_few_kinds');
  if (holdsLogin(password, login)) problems.push('accounts.password.holds_login');
  else if (isPredictable(password)) problems.push('accounts.password.predictable');
  return problems;
}

function holdsLogin(password: string, login: string): boolean {
  const [p, l] = [password.toLowerCase(), login.toLowerCase()];
  return l.length >= 3 && (p.includes(l) || p.includes(Array.from(l).reverse().join('')));
}

/** Well-known words (also disguised: P@ssw0rd), years, repetitions and walks over the keyboard do not count; too little is left. */
export function isPredictable(password: string): boolean {
  const plain = password.toLowerCase().slice(0, PASSWORD_MAX_LENGTH);
  return [plain, swap(plain, DISGUISES), swap(plain, SHIFTED)].some((spelling) => unpredictablePart(spelling) < UNPREDICTABLE_REST);
}

const swap = (text: string, letters: Readonly<Record<string, string>>): string => Array.from(text).map((c) => letters[c] ?? c).join('');

/** How many letters and digits are neither part of something well known nor a repetition; all other signs together count once. */
function unpredictablePart(text: string): number {
  const known = new Set<number>();
  const mark = (from: number, length: number): void => { for (let i = from; i < from + length; i += 1) known.add(i); };
  for (let at = 0; at < text.length; at += 1) {
    mark(at, walkAt(text, at));
    for (const word of PREDICTABLE_WORDS) if (text.startsWith(word, at)) mark(at, word.length);
    if (/^(?:19|20)\d\d/.test(text.slice(at, at + 4))) mark(at, 4);
    if (at > 0 && text[at] === text[at - 1]) mark(at, 1);
  }
  const rest = Array.from(text).map((c, at) => ({ c, at })).filter(({ at }) => !known.has(at));
  const letters = rest.filter(({ c }) => /[\p{L}\p{N}]/u.test(c));
  return letters.length + (letters.length < rest.length ? 1 : 0);
}

/** The length of the walk over neighbouring keys that starts there, 0 where it is shorter than three. */
function walkAt(text: string, at: number): number {
  let longest = 0;
  for (const walk of WALKS) {
    const start = walk.indexOf(text.slice(at, at + WALK_LENGTH));
    if (start < 0 || text.length - at < WALK_LENGTH) continue;
    let length = WALK_LENGTH;
    while (at + length < text.length && text[at + length] === walk[start + length]) length += 1;
    longest = Math.max(longest, length);
  }
  return longest;
}
