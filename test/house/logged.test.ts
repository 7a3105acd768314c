import ts from 'typescript';
import { callGraph } from './call-graph.ts';
import { found, sources, type Source } from './source.ts';

// SECURITY U2 for every act there is, by reading the code: what changes anything stands in a transaction, and every transaction leads to the log.
// That nothing is changed where the log cannot be written is tried out over HTTP in test/web/extra-fields.test.ts and test/audit/append-only.test.ts.
const LOG = 'src/audit/record-event.ts#recordEvent';
const WRITES = ['create', 'createMany', 'createManyAndReturn', 'update', 'updateMany', 'updateManyAndReturn', 'upsert', 'delete', 'deleteMany'];

/** What is written without a line in the log, and why. */
const SILENT: Readonly<Record<string, string>> = {
  'src/accounts/complete-setup.ts#completeSetup': 'the token is used up and the account made in one: the second step of the same whole writes the line',
  'src/accounts/setup-token.ts#issueSetupToken': 'before there is anybody; that it was used is logged',
  'src/accounts/sign-in.ts#claimTry': 'a try is counted; how the sign-in ended is logged after it',
  'src/kernel/db/migrate.ts#migrateSqlite': 'there is no log yet',
  'src/kernel/db/transaction.ts#allOrNothing': 'what is done inside it says what it does',
  'src/messages/check-contact.ts#checkContact': 'a try is counted; the transaction after it writes the line',
  'src/messages/mark-read.ts#markRead': 'having read is nobody’s figure (R28)',
  'src/tasks/settle-anew.ts#settleAnew': 'nothing but what is derived from the facts',
  'src/tasks/settle-lights.ts#settleLights': 'nothing but what is derived from the facts',
};

/** Files that write without a transaction of their own, and why. */
const OUTSIDE: Readonly<Record<string, string>> = {
  'src/accounts/complete-setup.ts': 'inside its allOrNothing',
  'src/accounts/end-post.ts': 'inside its allOrNothing',
  'src/messages/deliver.ts': 'the state of a delivery, which nobody does',
  'src/plans/run-import.ts': 'how far the machine has come with an import',
  'src/succession/pass-on.ts': 'inside the allOrNothing of who hands on',
  'src/supervision/draw-sample.ts': 'inside its allOrNothing',
  'src/units/seed-units.ts': 'inside the first set-up',
  'src/web/session-store.ts': 'sessions; who signs in and out is logged',
};

const code = sources(['src'], '.ts');

function unlogged(files: Source[]): string[] {
  const graph = callGraph(files);
  return ['transaction', 'allOrNothing'].flatMap((name) => graph.callsOf(name))
    .filter(({ file, call }) => !graph.reachedFrom(file, call).has(LOG))
    .map(({ file, within }) => `${file}#${within}`);
}

/** A write by something else than the transaction at hand; collections of the language have no model between. */
const writesOutside = (node: ts.Node): boolean => ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) && WRITES.includes(node.expression.name.text)
  && ts.isPropertyAccessExpression(node.expression.expression) && /(?:^|[.#])db$/.test(node.expression.expression.expression.getText());

describe('what changes anything', () => {
  test('leads to the log in every transaction, or is named here with the reason', () => {
    expect([...new Set(unlogged(code))].sort()).toEqual(Object.keys(SILENT).sort());
  });

  test('stands in a transaction, or in a file that is named here', () => {
    const files = found(code, writesOutside).map((line) => line.split(':')[0] ?? '');
    expect([...new Set(files)].sort()).toEqual(Object.keys(OUTSIDE).sort());
  });

  test('is noticed where it does neither', () => {
    const planted = { path: 'src/tasks/planted.ts', text: `import { transaction } from '../kernel/db/transaction.ts';\nexport const quiet = (context) => transaction(context, (tx) => tx.task.create({}));\nexport const loose = ({ db }) => db.task.update({});` };
    expect([...unlogged([planted]), ...found([planted], writesOutside)]).toEqual(['src/tasks/planted.ts#quiet', expect.stringMatching(/^src\/tasks\/planted\.ts:3 /)]);
  });
});
