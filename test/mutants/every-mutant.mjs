// Around a file of tests: all of it for every mutant that this file comes across, or once to see which those are.
import fs from 'node:fs';
import path from 'node:path';
import { current } from './runtime.mjs';

const folder = process.env.MUTANTS_FOLDER;
const planFile = (file) => path.join(folder, `${path.basename(file)}.plan.json`);
const resultFile = (file) => path.join(folder, `${path.basename(file)}.result.json`);

/** As jest's own `test`, with its `each`; `around` is given the number of the test and what it does. */
function wrapped(jestTest, around) {
  let next = 0;
  const wrap = (run, title, work, limit) => {
    const number = next++;
    run(title, (...args) => around(number, () => work(...args)), limit);
  };
  const test = (title, work, limit) => { wrap(jestTest, title, work, limit); };
  test.each = (...table) => (title, work, limit) => { wrap(jestTest.each(...table), title, work, limit); };
  return test;
}

/** First without a mutant, noting what each test comes across; then once per mutant in the plan, only the tests that come across it, until one fails. */
export function everyMutant(file, body) {
  if (!fs.existsSync(planFile(file))) {
    const seen = {};
    const test = wrapped(globalThis.test, async (number, work) => {
      current.hits = new Set();
      await work();
      seen[number] = [...new Set([...(seen[number] ?? []), ...current.hits])];
    });
    body(test);
    afterAll(() => { fs.writeFileSync(resultFile(file), JSON.stringify(seen)); });
    return;
  }
  const { mutants, seen } = JSON.parse(fs.readFileSync(planFile(file), 'utf8'));
  const killed = {};
  for (const id of mutants) {
    describe(`mutant ${id}`, () => {
      beforeAll(() => { current.id = id; });
      afterAll(() => { current.id = 0; });
      const test = wrapped(globalThis.test, async (number, work) => {
        if (id in killed || !(seen[number] ?? []).includes(id)) return;
        try {
          await work();
        } catch (error) {
          killed[id] = String(error).slice(0, 200);
        }
      });
      body(test);
    });
  }
  afterAll(() => { fs.writeFileSync(resultFile(file), JSON.stringify(killed)); });
}
