/** `file:` names an SQLite file, `postgresql:` a server; config.ts lets nothing else through. */
export const isSqlite = (url: string): boolean => url.startsWith('file:');

/** Path of the file behind a `file:` address. */
export const sqliteFile = (url: string): string => url.slice('file:'.length);
