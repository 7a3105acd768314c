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
