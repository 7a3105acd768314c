import { signIn } from '../../src/accounts/sign-in.ts';
import { DEMONSTRATION_PASSWORD } from '../../src/accounts/demonstration-cast.ts';
import { assembleCast } from '../support/cast.ts';
import { databases } from '../support/fresh-db.ts';
import { testContext, type TestContext } from '../support/test-context.ts';

const MINUTE = 60_000;

describe.each(databases)('guessing a password on %s', (kind) => {
  let context: TestContext;
  const guess = (login = 'shangwu', password = 'wrong'): Promise<object> => signIn(context, login, password, '10.0.0.1');
  const outcomes = async (tries: Promise<object>[]): Promise<Record<string, number>> => {
    const counts: Record<string, number> = { in: 0, wrong: 0, locked: 0 };
    for (const result of await Promise.all(tries)) {
      const outcome = 'refused' in result ? String(result.refused) : 'in';
      counts[outcome] = (counts[outcome] ?? 0) + 1;
    }
    return counts;
  };
  beforeEach(async () => {
    context = await testContext(kind);
    await assembleCast(context);
  });
  afterEach(() => context.done());

  test('is over after five tries: even the right password is refused, and an event says so', async () => {
    for (let i = 0; i < 5; i += 1) expect(await guess()).toEqual({ refused: 'wrong' });
    expect(await guess('shangwu', DEMONSTRATION_PASSWORD)).toEqual({ refused: 'locked' });
    expect(await context.db.auditEvent.count({ where: { event: 'account.locked' } })).toBe(1);
    expect(await guess('fagai', DEMONSTRATION_PASSWORD)).toHaveProperty('person');
  });

  test('gets five tries, not more, when fifty come at once', async () => {
    expect(await outcomes(Array.from({ length: 50 }, () => guess()))).toEqual({ in: 0, wrong: 5, locked: 45 });
  });

  test('ends a lock after fifteen minutes, not before', async () => {
    for (let i = 0; i < 5; i += 1) await guess();
    context.clock.advance(15 * MINUTE - 1000);
    expect(await guess('shangwu', DEMONSTRATION_PASSWORD)).toEqual({ refused: 'locked' });
    context.clock.advance(1000);
    expect(await guess('shangwu', DEMONSTRATION_PASSWORD)).toHaveProperty('person');
  });

  test('forgets wrong tries after fifteen minutes, and after signing in', async () => {
    for (let i = 0; i < 4; i += 1) await guess();
    context.clock.advance(15 * MINUTE);
    for (let i = 0; i < 4; i += 1) await guess();
    expect(await guess('shangwu', DEMONSTRATION_PASSWORD)).toHaveProperty('person');
    for (let i = 0; i < 4; i += 1) expect(await guess()).toEqual({ refused: 'wrong' });
  });

  test('finds nobody under a name that does not exist, a disabled account, an ended post or, outside the demonstration, one of its accounts', async () => {
    await context.db.account.update({ where: { login: 'fagai' }, data: { active: false } });
    await context.db.post.updateMany({ where: { account: { login: 'yuhua' } }, data: { active: false } });
    for (const login of ['nobody', 'fagai', 'yuhua']) expect(await guess(login, DEMONSTRATION_PASSWORD)).toEqual({ refused: 'wrong' });
    context.config = { ...context.config, demonstration: false };
    expect(await guess('shangwu', DEMONSTRATION_PASSWORD)).toEqual({ refused: 'wrong' });
  });
});
