import fs from 'node:fs';
import path from 'node:path';
import { keepSecret } from '../../src/kernel/secrets.ts';
import { hasText, wordsIn } from '../../src/kernel/text.ts';
import { freshFolder } from '../support/fresh-db.ts';

describe('a secret', () => {
  test('that is given is used, and not written down', () => {
    const folder = freshFolder('secrets');
    expect(keepSecret('given by the operator', folder, 'a.key')).toBe('given by the operator');
    expect(fs.readdirSync(folder)).toEqual([]);
  });

  test('that is not given is made once, for its owner only', () => {
    const folder = path.join(freshFolder('secrets'), 'new');
    const made = keepSecret('', folder, 'a.key');
    expect(made).toMatch(/^[0-9a-f]{64}$/);
    expect(keepSecret('', folder, 'a.key')).toBe(made);
    expect(keepSecret('', folder, 'b.key')).not.toBe(made);
    expect(fs.statSync(path.join(folder, 'a.key')).mode & 0o077).toBe(0);
  });
});

describe('words', () => {
  test('are looked up in the language that is asked for', () => {
    expect(wordsIn('zh-CN')('errors.page.not_found.title')).toBe('没有找到');
    expect(wordsIn('en')('errors.page.not_found.title')).toBe('Not found');
  });

  test('that do not exist are a mistake of ours, not an empty place on a page', () => {
    expect(() => wordsIn('en')('errors.of.nobody')).toThrow('no text "errors.of.nobody" in en');
    expect([hasText('en', 'errors.of.nobody'), hasText('en', 'errors.conflict')]).toEqual([false, true]);
  });
});
