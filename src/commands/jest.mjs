import { inModules } from './places.mjs';
import { runNode } from './run.mjs';
import { gatherTests } from './together.mjs';

const jest = (args) => runNode(['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', inModules('jest/bin/jest.js'), ...args]);

/** Some files of tests where arguments say which, otherwise all of them. @returns jest's exit code */
export async function runTests(args = []) {
  if (args.length > 0) return jest(args);
  const { files, clear } = gatherTests();
  try {
    return await jest(['--runTestsByPath', ...files]);
  } finally {
    clear();
  }
}
