import { seedDemonstration } from '../prisma/seed.ts';
import { seedCalendar } from '../prisma/seeds/reference.ts';
import { ConfigError } from './config.ts';
import type { Context } from './kernel/context.ts';
import { DEMONSTRATION_PASSWORD, demonstrationCast } from './accounts/demonstration-cast.ts';
import { issueSetupToken, needsSetup, SETUP_TOKEN_MINUTES } from './accounts/setup-token.ts';
import { startAnchorsAnew } from './audit/audit-anchors.ts';
import { refreshParameters } from './parameters/refresh-parameters.ts';
import { settleAnew } from './tasks/settle-anew.ts';

/** What is printed once the address is known. */
type Greeting = (address: string) => string;

/**
 * Makes an empty database usable, and one of an earlier version of the program rest on this one's rules. In the demonstration: with the
 * whole demonstration. Otherwise the working days are put in, which are the same everywhere, and a token is printed with which /setup
 * makes the first administrator and, if wanted, the units of Changsha.
 * @throws ConfigError where a real installation would open with demonstration accounts
 */
export async function prepareFirstUse(context: Context): Promise<Greeting> {
  await refuseDemonstrationInProduction(context);
  await refreshParameters(context);
  await settleAnew(context);
  return context.config.demonstration ? openDemonstration(context) : openInstallation(context);
}

async function refuseDemonstrationInProduction({ db, config }: Context): Promise<void> {
  if (config.environment !== 'production') return;
  if (config.demonstration) throw new ConfigError('NODE_ENV=production and DEMONSTRATION=1 exclude each other: everybody knows the passwords of the demonstration accounts.');
  const count = await db.account.count({ where: { isDemonstration: true } });
  if (count > 0) throw new ConfigError(`NODE_ENV=production: this database holds ${count} demonstration accounts, whose passwords everybody knows. Use another DATA_DIR or DATABASE_URL for the real installation.`);
}

async function openDemonstration(context: Context): Promise<Greeting> {
  if (await needsSetup(context)) {
    startAnchorsAnew(context);
    await seedDemonstration(context);
  }
  const logins = demonstrationCast.map((person) => person.login).join(', ');
  return (address) => `\n  落实 Luoshi  ${address}\n  演示账号 demonstration sign-ins: ${logins}\n  密码 password: ${DEMONSTRATION_PASSWORD}\n\n`;
}

async function openInstallation(context: Context): Promise<Greeting> {
  if ((await context.db.calendarDay.count()) === 0) {
    await seedCalendar(context);
  }
  if (!(await needsSetup(context))) return (address) => `\n  落实 Luoshi  ${address}\n\n`;
  const token = await issueSetupToken(context);
  return (address) => `\n  落实 Luoshi  ${address}\n  首次使用：${SETUP_TOKEN_MINUTES} 分钟内在本机打开 ${address}/setup ，用此口令建立系统管理员：\n  first use: within ${SETUP_TOKEN_MINUTES} minutes open ${address}/setup on this machine and make the administrator with this token:\n\n      ${token}\n\n${plainHttpNote(context)}`;
}

/** In production sessions want https; on the machine itself somebody may not have it yet. */
const plainHttpNote = ({ config }: Context): string => (config.secureCookies
  ? '  SECURE_COOKIES=1: 须经 https 访问（见 TRUST_PROXY）；仅在本机可设 SECURE_COOKIES=0。 Signing in needs https; on this machine alone SECURE_COOKIES=0 can be set.\n\n'
  : '');
