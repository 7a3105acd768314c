import { readFileSync } from 'node:fs';

/** Reads one of the word lists beside this module; they are data, not text for the interface. */
export function loadLexicon(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`./lexicon/${name}.json`, import.meta.url), 'utf8'));
}
