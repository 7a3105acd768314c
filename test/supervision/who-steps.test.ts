import { Forbidden, NotFound } from '../../src/kernel/errors.ts';
import { addVerificationFiles } from '../../src/supervision/add-verification-files.ts';
import { issueUrge } from '../../src/supervision/issue-urge.ts';
import { moveFinding } from '../../src/supervision/move-finding.ts';
import { moveInstruction } from '../../src/supervision/move-instruction.ts';
import { moveProblem } from '../../src/supervision/move-problem.ts';
import { recordVerification } from '../../src/supervision/record-verification.ts';
import { registerInstruction } from '../../src/supervision/register-instruction.ts';
import { replyToSlip } from '../../src/supervision/reply-to-slip.ts';
import type { Actor } from '../../src/kernel/actor.ts';
import { assembleMatter, type Matter } from '../support/cast.ts';
import { failureOf } from '../support/failure-of.ts';
import { testContext, type TestContext } from '../support/test-context.ts';

const STEP = { version: 1, words: '说明' };
const URGE = { reason: '逾期', requirement: '抓紧', replyDays: 3, urgentReason: '', capReason: '' };

describe('whatever way a step of supervision is reached', () => {
  let context: TestContext;
  let matter: Matter;
  const ids = { found: 0, problem: 0, instruction: 0, slip: 0 };

  beforeAll(async () => {
    context = await testContext('sqlite');
    matter = await assembleMatter(context, { deadline: '2023-05-31' });
    const inspector = matter.person('duchayuan');
    ids.slip = (await issueUrge(context, inspector, matter.taskId, { ...URGE, unitId: matter.unit('shangwu') })).id;
    ids.found = (await recordVerification(context, inspector, matter.taskId, {
      method: 'site', visitedOn: '2023-06-15', place: '街区', people: '何立新', finding: '未开工', verdict: 'untrue', foundProgress: 0, confidence: 'low', capReason: '', sampleId: null, problems: [{ description: '台账不全', requirement: '补齐', dueOn: '2023-06-20' }],
    })).id;
    ids.problem = (await context.db.problem.findFirstOrThrow()).id;
    ids.instruction = (await registerInstruction(context, matter.person('shizhang'), matter.taskId, { leaderId: null, givenOn: '2023-06-15', text: '抓紧', dueOn: '2023-07-01' })).id;
  });
  afterAll(() => context.done());

  const STEPS: Readonly<Record<string, (actor: Actor) => Promise<unknown>>> = {
    'objects to a finding': (actor) => moveFinding(context, actor, ids.found, 'object', STEP),
    'puts a problem right': (actor) => moveProblem(context, actor, ids.problem, 'rectify', STEP),
    'reports on an instruction': (actor) => moveInstruction(context, actor, ids.instruction, 'reply', STEP),
    'answers a slip': (actor) => replyToSlip(context, actor, ids.slip, { version: 1, reply: '说明' }),
    'adds what an inspector brought home': (actor) => addVerificationFiles(context, actor, ids.found, []),
  };

  test.each(Object.keys(STEPS))('a clerk of the unit, who reads of it, never %s', async (step) => {
    expect(await failureOf(STEPS[step]?.(matter.person('shangwu')) ?? Promise.resolve())).toBeInstanceOf(Forbidden);
  });

  test.each(Object.keys(STEPS))('to the head of another unit it is not there: nobody there %s', async (step) => {
    expect(await failureOf(STEPS[step]?.(matter.person('fagai-head')) ?? Promise.resolve())).toBeInstanceOf(NotFound);
  });

  test.each(['shangwu-head', 'shizhang', 'fagai'])('%s presses nobody', async (login) => {
    expect(await failureOf(issueUrge(context, matter.person(login), matter.taskId, { ...URGE, unitId: matter.unit('shangwu') }))).toBeInstanceOf(Forbidden);
  });
});
