/** Full-width digits and letters, case and spaces must not decide whether a word is found. */
export const searchable = (...parts: (string | null | undefined)[]): string =>
  parts.filter((p) => p != null && p !== '').join(' ').normalize('NFKC').toLowerCase().replace(/\s+/g, ' ');

/** A LIKE pattern for a word of any length, its own wildcards taken literally (ESCAPE '!'). */
export const likePattern = (word: string): string => `%${searchable(word).replace(/[!%_]/g, (c) => `!${c}`)}%`;
