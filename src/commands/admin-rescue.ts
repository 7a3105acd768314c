import { readConfig } from '../config.ts';
import { NotFound } from '../kernel/errors.ts';
import { openContext } from '../kernel/open-context.ts';
import { LOCALES, wordsIn } from '../kernel/text.ts';
import { rescueAdministrator } from '../accounts/rescue-administrator.ts';

// npm run admin:rescue -- <user name> — a one-time password for an administrator whom no other administrator can help.
/** Whoever stands at the console reads one of the two languages. */
const inBoth = (key: string, values: Record<string, string>): string => LOCALES.map((locale) => `${wordsIn(locale)(key, values)}\n`).join('');

const [login = ''] = process.argv.slice(2);
const context = await openContext(readConfig());
try {
  const password = await rescueAdministrator(context, login);
  process.stdout.write(inBoth('accounts.rescue.password', { login, password }));
} catch (error) {
  if (!(error instanceof NotFound)) throw error;
  process.stderr.write(inBoth('accounts.rescue.nobody', { login }));
  process.exitCode = 1;
} finally {
  await context.db.$disconnect();
}
