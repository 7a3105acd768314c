/** What Prisma and better-sqlite3 were built for; the newest line may be newer than this file. */
export const isSupported = (version) => {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major >= 24;
};

export function checkNodeVersion() {
  if (isSupported(process.versions.node)) return;
  console.error(`Luoshi needs Node.js 20.19, 22.12 or 24 (or later ones of these); this is ${process.versions.node}. See https://nodejs.org.`);
  process.exit(1);
}
