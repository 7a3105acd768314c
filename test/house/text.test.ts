import { AUDIT_EVENTS } from '../../src/audit/audit-events.ts';
import { LOCALES } from '../../src/kernel/text.ts';
import { sources } from './source.ts';
import { mentionsIn, placeholders, textFiles, type Texts } from './text-keys.ts';

const chinese = textFiles('zh-CN');
const english = textFiles('en');
const all = (files: typeof chinese): Texts => Object.assign({}, ...files.map((file) => file.texts)) as Texts;
const keys = Object.keys(all(chinese));
const domains = [...new Set(keys.map((key) => key.split('.')[0] ?? ''))];
const code = [...sources(['src', 'prisma'], '.ts'), ...sources(['views'], '.hbs')];
// An event's name looks like a text's key and is none; the words for it stand in audit.event.*.
const events = new Set<string>(AUDIT_EVENTS);
const mentions = mentionsIn(code, domains).filter(({ text }) => !events.has(text));

const unsorted = (texts: Texts): string[] => Object.keys(texts).filter((key, i, list) => i > 0 && key <= (list[i - 1] ?? ''));
const missing = (known: string[], said: typeof mentions): string[] =>
  said.filter((mention) => !known.some((key) => mention.pattern.test(key))).map((mention) => `${mention.place}: ${mention.text}`);
const unused = (known: string[], said: typeof mentions): string[] => {
  const patterns = [...new Map(said.map((mention) => [mention.pattern.source, mention.pattern])).values()];
  const used = new Set(said.map((mention) => mention.text));
  return known.filter((key) => !used.has(key) && !patterns.some((pattern) => pattern.test(key)));
};
// A language is named in itself; the others are written into data, which is Chinese whoever looks at it.
const SAME_IN_BOTH = ['accounts.locale.zh-CN', 'coverage.desk.standard', 'plans.short_title'];

describe('every word that people see', () => {
  test('is there in every language', () => {
    expect(LOCALES).toEqual(['zh-CN', 'en']);
    expect(english.map((one) => [one.file, Object.keys(one.texts)])).toEqual(chinese.map((one) => [one.file, Object.keys(one.texts)]));
  });

  test('stands in one place', () => {
    const seen = chinese.flatMap((one) => Object.keys(one.texts));
    expect(seen.filter((key, i) => seen.indexOf(key) !== i)).toEqual([]);
  });

  test('is found where the alphabet says', () => {
    expect([...chinese, ...english].flatMap((one) => unsorted(one.texts).map((key) => `${one.file}: ${key}`))).toEqual([]);
  });

  test('has the same gaps to fill in every language, and is never empty', () => {
    const [zh, en] = [all(chinese), all(english)];
    expect(keys.filter((key) => String(placeholders(zh[key] ?? '')) !== String(placeholders(en[key] ?? '')))).toEqual([]);
    expect(keys.filter((key) => zh[key] === '' && en[key] === '')).toEqual([]);
  });

  test('that code or a template asks for exists', () => {
    expect(missing(keys, mentions)).toEqual([]);
  });

  test('is asked for somewhere', () => {
    expect(unused(keys, mentions)).toEqual([]);
  });

  test('is translated', () => {
    const [zh, en] = [all(chinese), all(english)];
    expect(keys.filter((key) => zh[key] === en[key] && /[\u4e00-\u9fff]/.test(en[key] ?? '') && !SAME_IN_BOTH.includes(key))).toEqual([]);
  });
});

test('planted mistakes are noticed', () => {
  const planted = mentionsIn([
    { path: 'src/tasks/planted.ts', text: "t('tasks.planted.here'); t(`tasks.planted.${name}`); t('tasks.status.draft'); const kind = 'tasks.kind';" },
    { path: 'views/tasks/planted.hbs', text: '{{t "tasks.planted.there"}} <a href="tasks.html">' },
  ], ['tasks']);
  const known = ['tasks.status.draft', 'tasks.status.old', 'tasks.planted2.a', 'tasks.kind.a'];
  expect(missing(known, planted).map((line) => line.split(': ')[1])).toEqual(['tasks.planted.here', '`tasks.planted.${name}`', 'tasks.planted.there', 'tasks.html']);
  expect(unused(known, planted)).toEqual(['tasks.status.old', 'tasks.planted2.a']);
  expect(unsorted({ b: '', a: '', c: '' })).toEqual(['a']);
  expect(placeholders('{n} of {all}, {n}')).toEqual(['all', 'n']);
});
