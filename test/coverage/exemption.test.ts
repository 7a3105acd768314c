import { buildApp } from '../../src/app.ts';
import { confirmExemption } from '../../src/coverage/confirm-exemption.ts';
import { coverageOfPlan } from '../../src/coverage/coverage-queries.ts';
import { markStatement } from '../../src/coverage/mark-statement.ts';
import { proposeExemption } from '../../src/coverage/propose-exemption.ts';
import { reopenCommitment } from '../../src/coverage/reopen-commitment.ts';
import { Conflict, Forbidden } from '../../src/kernel/errors.ts';
import { assembleMatter, handOverTask, type Matter } from '../support/cast.ts';
import { databases } from '../support/fresh-db.ts';
import { testContext, type TestContext } from '../support/test-context.ts';
import { signInAs } from '../support/visitor.ts';

describe.each(databases)('a commitment that nobody needs to carry out on %s', (kind) => {
  let context: TestContext;
  let matter: Matter;
  let id: number;
  const row = () => context.db.commitment.findUniqueOrThrow({ where: { id } });
  const version = async () => ({ version: (await row()).version });
  const state = async () => (await coverageOfPlan(context, matter.planId, '2023-06-15')).commitments.find((c) => c.id === id)?.state;
  const propose = async () => proposeExemption(context, matter.person('duchashi'), id, { ...(await version()), reason: '由市场主体实施' });
  beforeEach(async () => {
    context = await testContext(kind);
    matter = await assembleMatter(context);
    id = (await coverageOfPlan(context, matter.planId, '2023-06-15')).commitments.find((c) => c.state === 'gap')?.id ?? 0;
  });
  afterEach(() => context.done());

  test('has a figure of which a supervisor says, and says anew, whether it binds; never over a colleague, nor where there is none', async () => {
    const figures = await context.db.commitment.findMany({ where: { planId: matter.planId }, orderBy: { ordinal: 'asc' } });
    const [counted, plain] = [figures.find((c) => c.target !== null)?.id ?? 0, figures.find((c) => c.target === null)?.id ?? 0];
    const duchashi = await signInAs(buildApp(context), 'duchashi');
    const say = async (target: number, nature: string, version: string) => (await duchashi.post(`/commitments/${target}/nature`, { nature, version })).status;
    expect([await say(counted, 'binding', '1'), await say(counted, 'expected', '1'), await say(counted, 'expected', '2'), await say(plain, 'binding', '1'), await say(counted, 'firm', '3')]).toEqual([303, 409, 303, 409, 422]);
    expect(JSON.parse((await context.db.commitment.findUniqueOrThrow({ where: { id: counted } })).target ?? '')).toMatchObject({ nature: 'expected', confirmed: true });
    const events = await context.db.auditEvent.findMany({ where: { event: 'commitment.nature_confirmed' }, orderBy: { seq: 'asc' } });
    expect(events.map((e) => (JSON.parse(e.data) as { nature: string }).nature)).toEqual(['binding', 'expected']);
    expect((await (await signInAs(buildApp(context), 'shangwu')).post(`/commitments/${counted}/nature`, { nature: 'binding', version: '3' })).status).toBe(403);
  });

  test('is left with a reason by one supervisor and confirmed by another; both are in the log', async () => {
    await propose();
    expect(await state()).toBe('gap');
    await confirmExemption(context, matter.person('duchashi2'), id, await version());
    expect(await state()).toBe('exempt');
    const events = await context.db.auditEvent.findMany({ where: { subject: `commitment:${id}` }, orderBy: { seq: 'asc' } });
    expect(events.map((e) => e.event)).toEqual(['commitment.exemption_proposed', 'commitment.not_decomposed']);
  });

  test('cannot be confirmed by whoever proposed it, nor be touched by a bureau', async () => {
    await propose();
    await expect(confirmExemption(context, matter.person('duchashi'), id, await version())).rejects.toThrow(Forbidden);
    await expect(reopenCommitment(context, matter.person('shangwu-head'), id, await version())).rejects.toThrow(Forbidden);
  });

  test('is opened again by either supervisor', async () => {
    await propose();
    await reopenCommitment(context, matter.person('duchashi2'), id, await version());
    expect([(await row()).decision, (await row()).decisionReason]).toEqual(['open', null]);
  });

  test('is no commitment any more once it is found to be mere words', async () => {
    await markStatement(context, matter.person('duchashi'), id, await version());
    expect(await state()).toBe('statement');
  });

  test('is not left while somebody carries it out, nor on a page that is out of date', async () => {
    await expect(proposeExemption(context, matter.person('duchashi'), id, { version: 99, reason: '无' })).rejects.toThrow(Conflict);
    await handOverTask(context, matter, [(await row()).sentenceId]);
    await expect(propose()).rejects.toThrow('coverage.why_not.has_task');
  });
});
