import fs from 'node:fs';
import path from 'node:path';
import type { TextValues } from './errors.ts';

export const LOCALES = ['zh-CN', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** Looks a text up by its key, `domain.page.part`, and fills its {placeholders}. */
export type Words = (key: string, values?: TextValues) => string;

const folder = path.resolve(import.meta.dirname, '../text');

/** Words and, in between, names of {placeholders}: every second part is one. */
type Parts = readonly string[];

function load(locale: Locale): Map<string, Parts> {
  const all = new Map<string, Parts>();
  for (const file of fs.readdirSync(path.join(folder, locale)).sort()) {
    const entries = JSON.parse(fs.readFileSync(path.join(folder, locale, file), 'utf8')) as Record<string, string>;
    for (const [key, value] of Object.entries(entries)) all.set(key, value.split(/\{(\w+)\}/));
  }
  return all;
}

const texts = new Map<Locale, Map<string, Parts>>();

/** Read when the first word is needed: a command that says nothing needs none. */
function textsIn(locale: Locale): Map<string, Parts> {
  const known = texts.get(locale) ?? load(locale);
  texts.set(locale, known);
  return known;
}

const words = new Map<Locale, Words>(LOCALES.map((locale) => [locale, wordsOfLocale(locale)]));

/** @throws Error where the key does not exist: a missing word is a bug, and the tests visit every page */
export const wordsIn = (locale: Locale): Words => words.get(locale) ?? wordsOfLocale(locale);

function wordsOfLocale(locale: Locale): Words {
  let known: Map<string, Parts> | undefined; // asked some hundred times for every page
  return (key, values) => {
    known ??= textsIn(locale);
    const parts = known.get(key);
    if (parts === undefined) throw new Error(`no text "${key}" in ${locale}`);
    return parts.length === 1 ? (parts[0] ?? '') : parts.map((part, i) => (i % 2 === 0 ? part : String(values?.[part] ?? `{${part}}`))).join('');
  };
}

export const hasText = (locale: Locale, key: string): boolean => textsIn(locale).has(key);
