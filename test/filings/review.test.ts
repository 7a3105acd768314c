import { Conflict, Forbidden, Refused } from '../../src/kernel/errors.ts';
import { acceptFiling } from '../../src/filings/accept-filing.ts';
import { CHECKLIST } from '../../src/filings/filing.ts';
import { readContent, sealContent } from '../../src/filings/filing-digest.ts';
import { filingsInReview } from '../../src/filings/filing-queries.ts';
import { databases } from '../support/fresh-db.ts';
import { failureOf } from '../support/failure-of.ts';
import { openDesk, type Desk } from './desk.ts';

describe.each(databases)('the review of a filing on %s', (kind) => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await openDesk(kind);
    desk.on('2023-06-02');
  });
  afterEach(() => desk.context.done());

  const dueDays = async (): Promise<unknown[]> => {
    const branch = await desk.context.db.assignment.findUniqueOrThrow({ where: { id: await desk.branchOf('shangwu') } });
    const filing = await desk.row('2023-05');
    return [filing?.originalDueOn, filing?.dueOn, branch.nextDueOn];
  };
  const allUpToApril = async (): Promise<void> => {
    for (const month of ['01', '02', '03', '04']) await desk.signOff('shangwu-head', `2023-${month}`);
  };

  test.each(CHECKLIST)('without the point "%s" it cannot be accepted (R8)', async (point) => {
    await desk.bringTo('2023-05', 'submitted');
    const error = await failureOf(desk.accept('duchashi', '2023-05', { checks: CHECKLIST.filter((c) => c !== point) }));
    expect([error instanceof Refused, (await desk.row('2023-05'))?.status]).toEqual([true, 'submitted']);
  });

  test('to return it a reason is needed, and the reason stays with the round', async () => {
    await desk.bringTo('2023-05', 'submitted');
    expect(await failureOf(desk.sendBack('duchashi', '2023-05', { reason: '' }))).toBeInstanceOf(Refused);
    await desk.sendBack('duchashi', '2023-05', { checks: ['form'] });
    const filing = await desk.row('2023-05');
    expect([filing?.status, filing?.returnReason, filing?.versions[0]?.verdict, filing?.versions[0]?.note, filing?.versions[0]?.checks]).toEqual(['returned', '数据没有来源', 'returned', '数据没有来源', '["form"]']);
  });

  test('returned early it keeps its day; returned late the unit has three working days again (R9)', async () => {
    await allUpToApril();
    await desk.bringTo('2023-05', 'submitted');
    await desk.sendBack('duchashi', '2023-05'); // Friday 2 June; three working days on is the 7th
    expect(await dueDays()).toEqual(['2023-06-05', '2023-06-07', '2023-06-07']);
  });

  test('days in review are not the unit\'s: the day runs from the return (R9)', async () => {
    await allUpToApril();
    await desk.bringTo('2023-05', 'submitted');
    desk.on('2023-06-28');
    await desk.sendBack('duchashi', '2023-05');
    expect(await dueDays()).toEqual(['2023-06-05', '2023-07-03', '2023-07-03']);
  });

  test('a report that was sent on time and returned is sent again as a second round, still on time', async () => {
    await desk.bringTo('2023-05', 'returned');
    desk.on('2023-06-06');
    await desk.signOff('shangwu-head', '2023-05', { done: '补充了数据来源。' });
    const filing = await desk.row('2023-05');
    expect([filing?.round, filing?.status, filing?.firstSentAt?.toISOString().slice(0, 10), filing?.versions.map((v) => readContent(v.content).done)])
      .toEqual([2, 'submitted', '2023-06-02', ['2023-05：印发方案，开工两个项目。', '补充了数据来源。']]);
  });

  test('nobody reviews what they wrote, in whichever post they did so (T4)', async () => {
    await desk.bringTo('2023-05', 'submitted');
    for (const login of ['shangwu', 'shangwu-head']) expect(await openReviewer(desk, desk.person(login).accountId)).toBeInstanceOf(Forbidden);
  });

  test('whoever wrote an earlier draft is a writer still, after colleagues wrote over it (T4)', async () => {
    await desk.save('shangwu', '2023-05', { done: '第一稿' });
    await desk.signOff('shangwu-head', '2023-05', { done: '第二稿' });
    expect(await openReviewer(desk, desk.person('shangwu').accountId)).toBeInstanceOf(Forbidden);
    expect((await filingsInReview(desk.context, { ...desk.person('duchashi'), accountId: desk.person('shangwu').accountId }))[0]?.own).toBe(true);
  });

  test('the database itself refuses a reviewer who signed, and any change to a round that was sent', async () => {
    await desk.bringTo('2023-05', 'submitted');
    const { id, signedOffById } = await desk.context.db.filingVersion.findFirstOrThrow();
    const change = (data: object): Promise<unknown> => failureOf(desk.context.db.filingVersion.update({ where: { id }, data }));
    expect(await change({ reviewedById: signedOffById })).toBeInstanceOf(Error);
    expect(await change({ content: '{}' })).toBeInstanceOf(Error);
    expect(await failureOf(desk.context.db.filingVersion.delete({ where: { id } }))).toBeInstanceOf(Error);
  });

  test('an answer to a page that is no longer current is refused (T5)', async () => {
    await desk.bringTo('2023-05', 'submitted');
    const read = await desk.reading('2023-05');
    await desk.sendBack('duchashi2', '2023-05');
    await desk.signOff('shangwu-head', '2023-05', { done: '换过的内容' });
    expect(await failureOf(desk.accept('duchashi', '2023-05', read))).toBeInstanceOf(Conflict);
    expect(await failureOf(desk.accept('duchashi', '2023-05', { digest: read.digest }))).toBeInstanceOf(Conflict);
    expect((await desk.row('2023-05'))?.status).toBe('submitted');
  });
});

/** A supervisor of that account answers the round that waits. */
async function openReviewer(desk: Desk, accountId: number): Promise<unknown> {
  const supervisor = { ...desk.person('duchashi'), accountId };
  return failureOf(acceptFiling(desk.context, supervisor, { taskId: desk.matter.taskId, period: '2023-05', branchId: await desk.branchOf('shangwu') }, await desk.reading('2023-05')));
}

test('the digest changes with every word and with every file, and is as before where the unit says nothing of its confidence', () => {
  const text = { noChange: false, progress: 1, value: null, done: 'a', problems: '', reasonCode: null, reasonNote: '', newDate: null, confidence: null, nextSteps: '', coordination: '' };
  const file = { id: 1, fileName: 'a.pdf', sha256: 'x', size: 1 };
  const digests = [sealContent(text, []), sealContent({ ...text, done: 'b' }, []), sealContent({ ...text, confidence: 'low' }, []), sealContent(text, [file]), sealContent(text, [{ ...file, sha256: 'y' }])].map((s) => s.digest);
  expect(new Set(digests).size).toBe(5);
  expect(sealContent(text, []).content).not.toContain('confidence');
});
