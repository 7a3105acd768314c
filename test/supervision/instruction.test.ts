import type { Actor, Role } from '../../src/kernel/actor.ts';
import { Conflict, Forbidden, NotFound, Refused } from '../../src/kernel/errors.ts';
import { INSTRUCTION_ACTS, INSTRUCTION_LIFE } from '../../src/supervision/instruction-lifecycle.ts';
import { whyNotInstruction } from '../../src/supervision/instruction-policy.ts';
import { countInstructions, findInstruction, instructionsToReport } from '../../src/supervision/instruction-queries.ts';
import { INSTRUCTION_STATUSES } from '../../src/supervision/instruction.ts';
import { moveInstruction } from '../../src/supervision/move-instruction.ts';
import { registerInstruction } from '../../src/supervision/register-instruction.ts';
import { assembleMatter, type Matter } from '../support/cast.ts';
import { failureOf } from '../support/failure-of.ts';
import { databases } from '../support/fresh-db.ts';
import { testContext, type TestContext } from '../support/test-context.ts';

const person = (role: Role, accountId = 1, unitId = 7): Actor => ({ accountId, postId: accountId, name: '', title: '', role, unitId, unitName: '', unitKind: 'government' });
const PEOPLE: [string, Actor, string | null][] = [
  ['a supervisor', person('supervisor'), 'supervisor'], ['the leader who gave it', person('leader', 9), 'leader'], ['another leader', person('leader', 8), null],
  ['the head of the unit', person('head'), 'unit_head'], ['its clerk', person('clerk'), null], ['the head of another unit', person('head', 1, 8), null], ['an inspector', person('inspector'), null],
];
const CELLS = PEOPLE.flatMap(([title, actor, relation]) => INSTRUCTION_ACTS.flatMap((act) => INSTRUCTION_STATUSES.map((status) => ({ title, actor, relation, act, status }))));

describe('the life of an instruction', () => {
  test.each(CELLS)('$title, $act, when it is $status', ({ actor, relation, act, status }) => {
    const step = INSTRUCTION_LIFE[act];
    const expected = !step.by.some((by) => by === relation) ? act : step.from !== status ? 'status' : null;
    expect(whyNotInstruction(actor, act, { status, unitId: 7, leaderId: 9, repliedById: 55 })?.replace('supervision.why_not.instruction.', '') ?? null).toBe(expected);
  });

  test('whoever reported does not close it, in whichever post', () => {
    expect(whyNotInstruction(person('supervisor', 5), 'close', { status: 'replied', unitId: 7, leaderId: 9, repliedById: 5 })).toContain('not_replier');
  });
});

describe.each(databases)('instructions on %s', (kind) => {
  let context: TestContext;
  let matter: Matter;

  beforeEach(async () => {
    context = await testContext(kind);
    matter = await assembleMatter(context);
  });
  afterEach(() => context.done());

  const wish = (more = {}) => ({ text: '请抓紧推进', givenOn: '2023-06-15', dueOn: '2023-06-29', leaderId: null, ...more });

  test('a leader’s instruction is reported on by the bureau, sent back once, and closed', async () => {
    const { id, number } = await registerInstruction(context, matter.person('shizhang'), matter.taskId, wish());
    const move = (login: string, act: 'reply' | 'send_back' | 'close', version: number): Promise<void> => moveInstruction(context, matter.person(login), id, act, { version, words: '说明' });
    expect([number, (await instructionsToReport(context, matter.person('shangwu'))).length, (await instructionsToReport(context, matter.person('fagai'))).length]).toEqual(['长督批〔2023〕1号', 1, 0]);
    await move('shangwu-head', 'reply', 1);
    await move('shizhang', 'send_back', 2);
    await move('shangwu-head', 'reply', 3);
    expect(await failureOf(move('duchashi', 'close', 3))).toBeInstanceOf(Conflict);
    await move('duchashi', 'close', 4);
    expect((await findInstruction(context, matter.person('shangwu'), id)).status).toBe('closed');
  });

  test('a supervisor says whose instruction it is; an inspector enters none', async () => {
    expect(await failureOf(registerInstruction(context, matter.person('duchashi'), matter.taskId, wish()))).toBeInstanceOf(Refused);
    expect(await failureOf(registerInstruction(context, matter.person('duchashi'), matter.taskId, wish({ leaderId: matter.person('shangwu-head').accountId })))).toBeInstanceOf(Refused);
    const { id } = await registerInstruction(context, matter.person('duchashi'), matter.taskId, wish({ leaderId: matter.person('shizhang').accountId }));
    expect((await findInstruction(context, matter.person('shizhang'), id)).leaderId).toBe(matter.person('shizhang').accountId);
    expect(await failureOf(registerInstruction(context, matter.person('duchayuan'), matter.taskId, wish()))).toBeInstanceOf(Forbidden);
  });

  test('is not there for another unit, and counts only for its own', async () => {
    const { id } = await registerInstruction(context, matter.person('shizhang'), matter.taskId, wish());
    for (const login of ['fagai-head', 'yuhua']) expect(await failureOf(findInstruction(context, matter.person(login), id))).toBeInstanceOf(NotFound);
    const all = { status: null, late: false, unit: null, month: null, page: 1 };
    expect([await countInstructions(context, matter.person('shangwu'), all), await countInstructions(context, matter.person('fagai'), all)]).toEqual([1, 0]);
  });
});
