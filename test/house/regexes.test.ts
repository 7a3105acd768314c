import { check } from 'recheck';
import ts from 'typescript';
import { nodesOf, placeOf, sources, type Source } from './source.ts';

interface Written { place: string; source: string; flags: string }

const ofLiteral = (text: string): Omit<Written, 'place'> => ({ source: text.slice(1, text.lastIndexOf('/')), flags: text.slice(text.lastIndexOf('/') + 1) });

const makesRegex = (node: ts.Node): node is ts.NewExpression | ts.CallExpression =>
  (ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === 'RegExp';

/** Literals, and `new RegExp('…')` of a text that stands there. */
function regexesIn(file: Source): Written[] {
  const { tree, nodes } = nodesOf(file);
  return nodes.flatMap((node): Written[] => {
    if (ts.isRegularExpressionLiteral(node)) return [{ place: placeOf(tree, node), ...ofLiteral(node.text) }];
    const [source, flags] = makesRegex(node) ? (node.arguments ?? []) : [];
    if (source === undefined || !ts.isStringLiteralLike(source)) return [];
    return [{ place: placeOf(tree, node), source: source.text, flags: flags !== undefined && ts.isStringLiteralLike(flags) ? flags.text : '' }];
  });
}

/** Made of pieces while the program runs: nobody can check it here. */
function composedIn(file: Source): string[] {
  const { tree, nodes } = nodesOf(file);
  return nodes.filter((node) => makesRegex(node) && !(node.arguments?.[0] && ts.isStringLiteralLike(node.arguments[0]))).map((node) => placeOf(tree, node));
}

/**
 * The same shape with shorter counts: {2,60} can only make it slower by a constant, but hides from the checker's proof what grows
 * with the text.
 */
const shortened = (source: string): string => source.replace(/\{([0-9]+)(,?)([0-9]*)\}/g, (_all, least: string, comma: string, most: string) =>
  `{${Math.min(Number(least), 2)}${comma}${most === '' ? '' : Math.min(Number(most), 3)}}`);

/** Those that can take more than linear time, with what to feed them. */
async function slowOnes(regexes: Written[]): Promise<string[]> {
  const slow: string[] = [];
  for (const { place, source, flags } of regexes) {
    const result = await check(shortened(source), flags);
    if (result.status !== 'safe') slow.push(`${place} /${source}/${flags} ${result.status === 'vulnerable' ? result.attack.pattern : result.status}`);
  }
  return slow;
}

const code = [...sources(['src'], '.ts'), ...sources(['src', 'prisma'], '.mjs'), ...sources(['public/js'], '.js')];

describe('no text that somebody sends can make a regular expression run for long (SECURITY T14)', () => {
  test('every one that is written down is linear', async () => {
    const regexes = code.flatMap(regexesIn);
    expect(regexes.length).toBeGreaterThan(20);
    expect(await slowOnes(regexes)).toEqual([]);
  }, 120_000);

  test('those made of pieces are only in the reader of plans, which checks them itself', () => {
    expect(code.flatMap(composedIn).filter((place) => !place.startsWith('src/plans/import/'))).toEqual([]);
  });

  test('a planted slow one is noticed, and one made of pieces', async () => {
    const planted = { path: 'planted.ts', text: "const a = /^(a|a)*$/; const b = new RegExp('(x+)+y'); const c = new RegExp(word); const d = /\\s+$/;" };
    expect(await slowOnes(regexesIn(planted))).toHaveLength(3);
    expect(composedIn(planted)).toEqual(['planted.ts:1']);
  });
});
