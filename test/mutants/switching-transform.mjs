// Jest's transform while mutants are tried: guards get their switches, listed tests their loop, then all goes the usual way.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { createTransformer } from '@swc/jest';
import { manyTimes, withSwitches } from './guards.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const own = createHash('sha256').update(fs.readFileSync(path.join(import.meta.dirname, 'guards.mjs'))).digest('hex');

const rewrite = (file, text) => {
  if (file.startsWith(path.join(root, 'src'))) return withSwitches(file, text);
  return file.endsWith('.test.ts') ? manyTimes(file, text) : text;
};

export default {
  createTransformer(options) {
    const swc = createTransformer(options);
    return {
      ...swc,
      // Numbers of guards depend on every file, so nothing is kept from one tree to the next.
      getCacheKey: (text, file, rest) => createHash('sha256').update(own).update(file).update(rewrite(file, text)).update(JSON.stringify(options)).update(String(rest.supportsStaticESM)).digest('hex'),
      process: (text, file, rest) => swc.process(rewrite(file, text), file, rest),
      processAsync: (text, file, rest) => swc.processAsync(rewrite(file, text), file, rest),
    };
  },
};
