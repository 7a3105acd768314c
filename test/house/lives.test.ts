import fs from 'node:fs';
import path from 'node:path';
import { LIVES, livesDocument } from '../../src/commands/lives.ts';
import { root } from './source.ts';

test('the diagrams in docs/lives.md are those of the tables (npm run lives)', () => {
  expect(fs.readFileSync(path.join(root, 'docs/lives.md'), 'utf8')).toBe(livesDocument());
});

test('every lifecycle table is among them', () => {
  const files = fs.readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('-lifecycle.ts'));
  const named = files.map((file) => path.basename(file, '-lifecycle.ts')).sort();
  expect(LIVES.map((life) => life.name).sort()).toEqual(named);
});
