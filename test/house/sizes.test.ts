import { above, fileSizes, functionSizes, quantile, testSizes } from './sizes.ts';
import { lineCount, sources } from './source.ts';

// Files that may be longer for now, with their lines. Only ever take a line away from this list or make a number smaller.
const LONGER: Record<string, number> = {};

const code = sources(['src'], '.ts');
const allCode = [...code, ...sources(['prisma'], '.ts'), ...sources(['src', 'prisma'], '.mjs')];
const templates = sources(['views'], '.hbs');
const tests = sources(['test'], '.ts');
const journeys = tests.filter((file) => file.path.startsWith('test/journeys/') || file.path.startsWith('test/browser/'));

describe('what a person can hold in mind', () => {
  test('files of code: half of them up to 60 lines, nine of ten up to 150, none above 250', () => {
    const sizes = fileSizes(code);
    expect(above(fileSizes(allCode.filter((file) => !(file.path in LONGER))), 250)).toEqual([]);
    expect(quantile(sizes, 0.5)).toBeLessThanOrEqual(60);
    expect(quantile(sizes, 0.9)).toBeLessThanOrEqual(150);
  });

  test('functions: nine of ten up to 25 lines, none above 50', () => {
    const sizes = functionSizes(allCode);
    expect(above(sizes, 50)).toEqual([]);
    expect(quantile(sizes, 0.9)).toBeLessThanOrEqual(25);
  });

  test('templates: half of them up to 30 lines, none above 120', () => {
    const sizes = fileSizes(templates);
    expect(above(sizes, 120)).toEqual([]);
    expect(quantile(sizes, 0.5)).toBeLessThanOrEqual(30);
  });

  test('tests: files up to 300 lines, each test up to 15, a journey up to 50', () => {
    expect(above(fileSizes(tests), 300)).toEqual([]);
    expect(above(testSizes(tests.filter((file) => !journeys.includes(file))), 15)).toEqual([]);
    expect(above(testSizes(journeys), 50)).toEqual([]);
  });

  test('the list of longer files only shrinks', () => {
    const grown = Object.entries(LONGER).filter(([path, lines]) => {
      const file = allCode.find((one) => one.path === path);
      return file === undefined || lineCount(file.text) <= 250 || lineCount(file.text) > lines;
    });
    expect(grown).toEqual([]);
  });
});

test('something too long is noticed', () => {
  const long = { path: 'planted.ts', text: `test('a', () => {\n${'  go();\n'.repeat(60)}});\n` };
  expect(above(fileSizes([long]), 61)).toEqual(['planted.ts has 62 lines']);
  expect(above(functionSizes([long]), 50)).toEqual(['planted.ts:1 has 62 lines']);
  expect(above(testSizes([long]), 50)).toEqual(['planted.ts:1 has 62 lines']);
});
