// npm run check: types, lint and all tests; all of them run, and any that fails fails the whole.
import { command } from './ensure.mjs';
import { runTests } from './jest.mjs';
import { inModules } from './places.mjs';
import { runNode } from './run.mjs';

const steps = {
  types: () => runNode([inModules('typescript/bin/tsc'), '--noEmit']),
  lint: () => runNode([inModules('eslint/bin/eslint.js'), '.']),
  imports: () => runNode([inModules('dependency-cruiser/bin/dependency-cruise.mjs'), 'src', '--config', '.dependency-cruiser.cjs']),
  tests: () => runTests(),
};

/** Names of the steps to run; all where none is given: `node src/commands/check.mjs types lint`. */
const asked = process.argv.slice(2);

await command({ development: true }, async () => {
  const failed = [];
  for (const [name, step] of Object.entries(steps)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    console.log(`\n== ${name}`);
    if (await step() !== 0) failed.push(name);
  }
  console.log(failed.length === 0 ? '\nAll is well.' : `\nFailed: ${failed.join(', ')}`);
  return failed.length === 0 ? 0 : 1;
});
