import { inModules } from './places.mjs';
import { runNode } from './run.mjs';

/** @returns jest's exit code */
export const runTests = (args = []) =>
  runNode(['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', inModules('jest/bin/jest.js'), ...args]);
