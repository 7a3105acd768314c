import fs from 'node:fs';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { readConfig } from '../../src/config.ts';
import { freshFolder } from '../support/fresh-db.ts';
import { root } from './source.ts';

const example = fs.readFileSync(path.join(root, '.env.example'), 'utf8');
/** Every setting of the example, as if somebody had taken the # away; secrets are left out there. */
const shown = Object.keys(parseEnv(example.replace(/^#(?=[A-Z_]+=)/gm, '')));
const known = [...fs.readFileSync(path.join(root, 'src/config.ts'), 'utf8').matchAll(/^ {2}([A-Z][A-Z_]+): /gm)].map((match) => match[1]);

describe('settings', () => {
  test('are all in .env.example, and nothing else is', () => {
    expect(known.length).toBeGreaterThan(10);
    expect([...shown].sort()).toEqual([...known].sort());
  });

  test('can be used as .env.example shows them', () => {
    const file = path.join(freshFolder('settings'), '.env');
    fs.writeFileSync(file, example.replace(/^#(?=[A-Z_]+=.)/gm, ''));
    expect(() => readConfig({}, file)).not.toThrow();
  });

  test('that are misspelt are refused by name', () => {
    const file = path.join(freshFolder('settings'), '.env');
    fs.writeFileSync(file, 'PROT=3000\n');
    expect(() => readConfig({}, file)).toThrow('PROT');
  });
});
