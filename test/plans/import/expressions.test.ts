import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { checkSync } from 'recheck';
import ts from 'typescript';

const folder = 'src/plans/import';
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(?:ts|mjs)$/.test(name));

function expressionsIn(file: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) found.push(node.getText());
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, readFileSync(path.join(folder, file), 'utf8'), ts.ScriptTarget.Latest, true));
  return found;
}

/** Those made of pieces while the modules are loaded: their own words alone would tell nothing. */
async function composed(): Promise<RegExp[]> {
  const made: RegExp[] = [];
  const original = globalThis.RegExp;
  globalThis.RegExp = new Proxy(original, { construct: (target, args: [string, string?]) => {
    const one = Reflect.construct(target, args);
    made.push(one);
    return one;
  } });
  try {
    for (const file of COMPOSING) await import(path.resolve(folder, file));
  } finally {
    globalThis.RegExp = original;
  }
  return made;
}

const COMPOSING = files.filter((file) => /new RegExp\(/.test(readFileSync(path.join(folder, file), 'utf8')));
const LONGEST_MS = 200;
const MEGABYTE = 350_000; // of Chinese characters in UTF-8

/** What an expression is most likely to stumble over: its own words, again and again. */
function attacksOn(source: string): string[] {
  const words = source.replace(/\\u[0-9a-f]{4}|\\[a-zA-Z]|\{[0-9,]{1,7}\}|\(\?(?:<?[=!]|:)/g, '').split(/[|()[\]{}^$*+?.\\]/).filter((word) => word !== '');
  return [words.length === 0 ? 'a' : words.join(''), words.at(-1) ?? 'a'].map((piece) => piece.repeat(Math.ceil(MEGABYTE / piece.length)).slice(0, MEGABYTE));
}

function msFor(expression: RegExp, text: string): number {
  const before = process.cpuUsage();
  expression.lastIndex = 0;
  expression.test(text);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Without a repetition an expression can't run longer than it is. */
const REPEATS = /[*+{]/;

describe('No expression of the reader can be made to run long (SECURITY P1)', () => {
  it.each(files)('%s', (file) => {
    const unsafe = expressionsIn(file).filter((literal) => REPEATS.test(literal)).filter((literal) => {
      const end = literal.lastIndexOf('/');
      return checkSync(literal.slice(1, end), literal.slice(end + 1), { timeout: 20_000 }).status === 'vulnerable';
    });
    expect(unsafe).toEqual([]);
  }, 120_000);
});

describe('A megabyte of its own words (SECURITY P1)', () => {
  it('keeps no expression busy for more than 200 ms', () => {
    const all = files.flatMap(expressionsIn).filter((literal) => REPEATS.test(literal)).map((literal) => new RegExp(literal.slice(1, literal.lastIndexOf('/')), literal.slice(literal.lastIndexOf('/') + 1)));
    const slow = all.filter((one) => attacksOn(one.source).some((text) => msFor(one, text) > LONGEST_MS));
    expect([all.length > 100, slow.map((one) => one.source)]).toEqual([true, []]);
  }, 120_000);

  it('nor one that is made of pieces, and none of those is slow for any text', async () => {
    const made = await composed();
    expect(made.length).toBeGreaterThanOrEqual(COMPOSING.length);
    for (const one of made) {
      expect(checkSync(one.source, one.flags, { timeout: 20_000 }).status).not.toBe('vulnerable');
      expect({ source: one.source, slow: attacksOn(one.source).some((text) => msFor(one, text) > LONGEST_MS) }).toMatchObject({ slow: false });
    }
  }, 120_000);
});
