import path from 'node:path';
import usual from '../../jest.config.mjs';

const [[pattern, [, options]]] = Object.entries(usual.transform);

export default { ...usual, rootDir: path.resolve(import.meta.dirname, '../..'), transform: { [pattern]: ['<rootDir>/test/mutants/switching-transform.mjs', options] }, testTimeout: 120_000, maxWorkers: 1 };
