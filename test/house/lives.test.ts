import fs from 'node:fs';
import path from 'node:path';
import { LIVES, LIVES_FILES, livesDocument } from '../../src/commands/lives.ts';
import { LOCALES } from '../../src/kernel/text.ts';
import { root } from './source.ts';

test.each(LOCALES)('the manual\'s diagrams are those of the tables (npm run lives): %s', (locale) => {
  expect(fs.readFileSync(path.join(root, LIVES_FILES[locale]), 'utf8')).toBe(livesDocument(locale));
});

test('every lifecycle table is among them', () => {
  const files = fs.readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('-lifecycle.ts'));
  const named = files.map((file) => path.basename(file, '-lifecycle.ts')).sort();
  expect(LIVES.map((life) => life.name).sort()).toEqual(named);
});
