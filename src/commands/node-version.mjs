/** What Prisma and better-sqlite3 12 run on. Its statements end the process on Node 24 when they are collected; version 13 does not, but runs no longer on Node 20. */
export const isSupported = (version) => {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return (major === 20 && minor >= 19) || (major === 22 && minor >= 12);
};

export function checkNodeVersion() {
  if (isSupported(process.versions.node)) return;
  console.error(`Luoshi needs Node.js 20.19 or 22.12 (or later ones of these); this is ${process.versions.node}. On Node.js 24 its SQLite driver ends the whole process, so please use 22. See https://nodejs.org.`);
  process.exit(1);
}
