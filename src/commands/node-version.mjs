/** What Prisma runs on: the even versions from 20.19 on. */
export const isSupported = (version) => {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || (major >= 24 && major % 2 === 0);
};

export function checkNodeVersion() {
  if (isSupported(process.versions.node)) return;
  console.error(`Luoshi needs Node.js 20.19, 22.12 or 24 (or later ones of these); this is ${process.versions.node}. See https://nodejs.org.`);
  process.exit(1);
}
