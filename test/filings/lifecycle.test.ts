import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { dryRun } from '../../src/kernel/db/transaction.ts';
import { Conflict, Forbidden, NotFound } from '../../src/kernel/errors.ts';
import { hasText, LOCALES } from '../../src/kernel/text.ts';
import type { Context } from '../../src/kernel/context.ts';
import { acceptFiling } from '../../src/filings/accept-filing.ts';
import { addEvidence } from '../../src/filings/add-evidence.ts';
import type { FilingStage } from '../../src/filings/filing.ts';
import { FILING_ACTS, FILING_LIFE, type FilingAct, type FilingRelation, type FilingTransition } from '../../src/filings/filing-lifecycle.ts';
import { leadReturnFiling } from '../../src/filings/lead-return-filing.ts';
import { removeEvidence } from '../../src/filings/remove-evidence.ts';
import { returnFiling } from '../../src/filings/return-filing.ts';
import { returnToClerk } from '../../src/filings/return-to-clerk.ts';
import { saveFiling } from '../../src/filings/save-filing.ts';
import { sendForSignoff } from '../../src/filings/send-for-signoff.ts';
import { signOffFiling } from '../../src/filings/sign-off-filing.ts';
import { databases, freshFolder } from '../support/fresh-db.ts';
import { openDesk, words, type Desk } from './desk.ts';

const STAGES: Record<FilingStage, string> = { accepted: '2023-01', returned: '2023-02', submitted: '2023-03', signoff: '2023-04', draft: '2023-05', blank: '2023-06' };
const PEOPLE: Record<string, FilingRelation | null> = {
  shangwu: 'own_clerk', 'shangwu-head': 'own_head', duchashi2: 'supervisor', duchayuan: 'inspector', shizhang: 'leader',
  yuhua: null, 'yuhua-head': null, shenji: null,
};

/** Each act through its verb, as somebody would who has the page open. */
async function attempt(desk: Desk, inside: Context, act: FilingAct, login: string, period: string): Promise<unknown> {
  const actor = desk.person(login);
  const { taskId } = desk.matter;
  const filing = await desk.row(period);
  const input = words(period, { version: filing?.version ?? 0 });
  const own = { taskId, period };
  const address = { ...own, branchId: await desk.branchOf('shangwu') };
  const review = await desk.reading(period, act === 'return' ? { checks: [], reason: '不实' } : {});
  const file = path.join(freshFolder('upload'), 'note.txt');
  writeFileSync(file, `${act} ${login} ${period}`);
  const evidence = await desk.context.db.evidence.findFirst({ where: { filing: { period } } });
  const verbs: Record<FilingAct, () => Promise<unknown>> = {
    start: () => saveFiling(inside, actor, own, input),
    save: () => saveFiling(inside, actor, own, input),
    correct: () => saveFiling(inside, actor, own, input),
    attach: () => addEvidence(inside, actor, own, input, [{ path: file, givenName: 'note.txt', size: 20 }]),
    detach: () => removeEvidence(inside, actor, evidence?.id ?? 0, input),
    send_for_signoff: () => sendForSignoff(inside, actor, own, input),
    sign_off: () => signOffFiling(inside, actor, own, input),
    return_to_clerk: () => returnToClerk(inside, actor, own, { version: input.version, reason: '请补数据' }),
    accept: () => acceptFiling(inside, actor, address, review),
    return: () => returnFiling(inside, actor, address, review),
    lead_return: () => leadReturnFiling(inside, actor, address, { ...review, reason: '口径不一' }),
  };
  return verbs[act]();
}

const outcome = async (run: Promise<unknown>): Promise<'done' | 'refused'> => {
  try {
    await run;
    return 'done';
  } catch (error) {
    if (error instanceof Forbidden || error instanceof Conflict || error instanceof NotFound) return 'refused';
    throw error;
  }
};

/** Saving is one verb: which act it is depends on the stage, so its three rows are read together. */
const SAVING: readonly FilingAct[] = ['start', 'save', 'correct'];
const allowed = (act: FilingAct, stage: FilingStage, relation: FilingRelation | null): boolean =>
  (SAVING.includes(act) ? SAVING : [act]).some((name) => {
    const row: FilingTransition = FILING_LIFE[name];
    return row.from.includes(stage) && relation !== null && row.by.includes(relation);
  });

describe.each(databases)('the life of a filing on %s', (kind) => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk(kind);
    for (const [stage, period] of Object.entries(STAGES)) {
      if (stage !== 'blank') await attachOne(desk, period);
      await desk.bringTo(period, stage as FilingStage);
    }
  });
  afterAll(() => desk.context.done());

  test.each(FILING_ACTS.filter((act) => act === 'save' || !SAVING.includes(act)))('only those whom the table names can %s, and only at its stages', async (act) => {
    const wrong: string[] = [];
    for (const [stage, period] of Object.entries(STAGES) as [FilingStage, string][]) {
      for (const [login, relation] of Object.entries(PEOPLE)) {
        const result = await outcome(dryRun(desk.context, (inside) => attempt(desk, inside, act, login, period)));
        const expected = allowed(act, stage, relation) ? 'done' : 'refused';
        if (result !== expected) wrong.push(`${login} ${act} at ${stage}: ${result}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

async function attachOne(desk: Desk, period: string): Promise<void> {
  const file = path.join(freshFolder('upload'), 'proof.txt');
  writeFileSync(file, `proof for ${period}`);
  await addEvidence(desk.context, desk.person('shangwu'), { taskId: desk.matter.taskId, period }, words(period), [{ path: file, givenName: 'proof.txt', size: 20 }]);
}

test.each(LOCALES)('in %s every refusal that the table can give has its sentence', (locale) => {
  const needs = FILING_ACTS.flatMap((act) => FILING_LIFE[act].needs as readonly string[]);
  const keys = [...FILING_ACTS.map((act) => `filings.why_not.relation.${act}`), ...needs.map((need) => `filings.why_not.${need}`), 'filings.why_not.status'];
  expect(keys.filter((key) => !hasText(locale, key))).toEqual([]);
});
