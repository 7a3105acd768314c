import { readConfig } from '../config.ts';
import { NotFound } from '../kernel/errors.ts';
import { openContext } from '../kernel/open-context.ts';
import { rescueAdministrator } from '../accounts/rescue-administrator.ts';

// npm run admin:rescue -- <user name> — a one-time password for an administrator whom no other administrator can help.
const [login = ''] = process.argv.slice(2);
const context = await openContext(readConfig());
try {
  const password = await rescueAdministrator(context, login);
  process.stdout.write(`${login}\n一次性密码，登录后须立即修改 one-time password, to be changed at the next sign-in: ${password}\n`);
} catch (error) {
  if (!(error instanceof NotFound)) throw error;
  process.stderr.write(`没有用户名为“${login}”的系统管理员。 No administrator has the user name "${login}".\n`);
  process.exitCode = 1;
} finally {
  await context.db.$disconnect();
}
