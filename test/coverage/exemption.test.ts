import { confirmExemption } from '../../src/coverage/confirm-exemption.ts';
import { coverageOfPlan } from '../../src/coverage/coverage-queries.ts';
import { markStatement } from '../../src/coverage/mark-statement.ts';
import { proposeExemption } from '../../src/coverage/propose-exemption.ts';
import { reopenCommitment } from '../../src/coverage/reopen-commitment.ts';
import { Conflict, Forbidden } from '../../src/kernel/errors.ts';
import { assembleMatter, handOverTask, type Matter } from '../support/cast.ts';
import { databases } from '../support/fresh-db.ts';
import { testContext, type TestContext } from '../support/test-context.ts';

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
