import ts from 'typescript';
import { found, sources, type Source } from './source.ts';

type Holds = (node: ts.Node) => boolean;

const reads = (node: ts.Node, text: string): boolean => ts.isPropertyAccessExpression(node) && node.getText() === text;
const calls = (node: ts.Node, name: string): boolean => ts.isCallExpression(node) && node.expression.getText() === name;
const isName = (node: ts.Node, names: string[]): boolean => ts.isIdentifier(node) && names.includes(node.text);

interface Rule { rule: string; holds: Holds; except: RegExp; planted: string }

const RULES: Rule[] = [
  { rule: 'settings are read in config.ts alone', holds: (node) => reads(node, 'process.env'), except: /^src\/config\.ts$/, planted: 'const port = process.env.PORT;' },
  { rule: 'only the clock asks the machine for the time', except: /^src\/kernel\/clock\.ts$/, planted: 'const a = new Date();',
    holds: (node) => (ts.isNewExpression(node) && node.expression.getText() === 'Date' && (node.arguments?.length ?? 0) === 0) },
  { rule: 'only the clock asks the machine for the time, in milliseconds', holds: (node) => calls(node, 'Date.now') || calls(node, 'Date'), except: /^src\/kernel\/clock\.ts$/, planted: 'Date.now();' },
  { rule: 'SQL carries its values apart', holds: (node) => isName(node, ['$queryRawUnsafe', '$executeRawUnsafe']), except: /^$/, planted: 'db.$queryRawUnsafe(sql);' },
  { rule: 'transactions begin in kernel/db', holds: (node) => isName(node, ['$transaction']), except: /^src\/kernel\/db\//, planted: 'db.$transaction([]);' },
  { rule: 'nothing is marked as safe HTML outside the view machinery', holds: (node) => isName(node, ['SafeString']), except: /^src\/web\//, planted: "new Handlebars.SafeString('<b>');" },
  { rule: 'types are not argued away', holds: (node) => node.kind === ts.SyntaxKind.AnyKeyword, except: /^$/, planted: 'const a = b as any;' },
  { rule: 'people are told through pages and the log, not the console', holds: (node) => ts.isPropertyAccessExpression(node) && node.expression.getText() === 'console', except: /^src\/commands\//, planted: "console.log('x');" },
  { rule: 'no code is made from text', holds: (node) => calls(node, 'eval') || (ts.isNewExpression(node) && node.expression.getText() === 'Function'), except: /^$/, planted: "eval('1');" },
];

const code = sources(['src'], '.ts');

describe.each(RULES)('$rule', ({ holds, except, planted }) => {
  test('everywhere in src', () => {
    expect(found(code.filter((file) => !except.test(file.path)), holds)).toEqual([]);
  });

  test('and a planted line is noticed', () => {
    expect(found([{ path: 'src/tasks/planted.ts', text: planted }], holds)).not.toEqual([]);
  });
});

const here = 'test/house/constructs.test.ts';
const everything: Source[] = [...code, ...sources(['prisma', 'test'], '.ts'), ...sources(['src', 'prisma', 'test'], '.mjs'), ...sources(['public/js'], '.js'), ...sources(['views'], '.hbs')]
  .filter((file) => file.path !== here);

/** Where people keep things on a machine of their own; put together here, so that this file names no such place either. */
const PLACES = ['work', 'root', 'home', 'tmp', 'Users'];

const WRITTEN = [
  { rule: 'no rule is switched off in passing', pattern: /eslint-disable|@ts-(?:ignore|nocheck|expect-error)/, planted: '// eslint-disable-next-line' },
  { rule: 'nothing is left to be done later', pattern: /\b(?:TODO|FIXME|XXX)\b/, planted: '// TODO later' },
  { rule: 'no test is left out', pattern: /\b(?:test|it|describe)\.(?:skip|only|todo|failing)\b|\bx(?:it|test|describe)\(/, planted: "test.skip('a', () => {});" },
  { rule: 'no path of somebody\'s machine is written down', pattern: new RegExp(`["'\`(]/(?:${PLACES.join('|')})/`), planted: `open('${['', 'tmp', 'a'].join('/')}');` },
];

describe.each(WRITTEN)('$rule', ({ pattern, planted }) => {
  test('in code, tests and templates', () => {
    expect(everything.flatMap((file) => file.text.split('\n').flatMap((line, n) => (pattern.test(line) ? [`${file.path}:${n + 1} ${line.trim()}`] : [])))).toEqual([]);
  });

  test('and a planted line is noticed', () => {
    expect(pattern.test(planted)).toBe(true);
  });
});

describe('files of tests that are run together do not meet each other: hooks stand inside a describe', () => {
  const hooks = (text: string): string[] => text.split('\n').filter((line) => /^(?:before|after)(?:All|Each)\(/.test(line));

  test('in every file of tests', () => {
    expect(sources(['test'], '.test.ts').flatMap((file) => hooks(file.text).map((line) => `${file.path}: ${line}`))).toEqual([]);
  });

  test('and a planted one is noticed', () => {
    expect(hooks('beforeEach(() => 1);\n  afterAll(() => 2);')).toEqual(['beforeEach(() => 1);']);
  });
});
