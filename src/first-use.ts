import type { Context } from './kernel/context.ts';
import { DEMONSTRATION_PASSWORD } from './accounts/demonstration-cast.ts';

/** Makes an empty database usable; returns what to print once the address is known. */
export async function prepareFirstUse(context: Context): Promise<(address: string) => string> {
  if (context.config.demonstration) {
    if ((await context.db.account.count()) === 0) {
      const { seedDemonstration } = await import('../prisma/seed.ts');
      await seedDemonstration(context);
    }
    return (address) => `\n  落实 Luoshi  ${address}\n  演示账号 demonstration sign-ins: duchashi, shangwu-head, shangwu, yuhua, duchayuan, shizhang …  密码 password: ${DEMONSTRATION_PASSWORD}\n\n`;
  }
  return (address) => `\n  落实 Luoshi  ${address}\n\n`;
}
