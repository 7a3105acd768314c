import path from 'node:path';
import ts from 'typescript';
import { found, sources, type Source } from './source.ts';

const code = sources(['src'], '.ts');
const files = [...code, ...sources(['views'], '.hbs'), ...sources(['public'], '.css'), ...sources(['public/js'], '.js'), ...sources(['src', 'prisma', 'test'], '.mjs'), ...sources(['test', 'prisma'], '.ts')];

const isKebab = (name: string): boolean => /^_?[a-z0-9]+(?:-[a-z0-9]+)*(?:\.test)?\.(?:ts|mjs|js|hbs|css)$/.test(name);
const saysNothing = (name: string): boolean => /(?:^|-)(?:utils?|helpers?|common|misc|manager)\b|^index\./.test(name);

const isDefaultExport = (node: ts.Node): boolean => ts.isExportAssignment(node) || node.kind === ts.SyntaxKind.DefaultKeyword;
/** `export * from './a.ts'` of a file of ours: a barrel. */
const isBarrel = (node: ts.Node): boolean =>
  ts.isExportDeclaration(node) && node.exportClause === undefined && !node.isTypeOnly && (node.moduleSpecifier?.getText().includes('./') ?? false);

describe('names that say what is inside', () => {
  test('are in small letters with hyphens', () => {
    const odd = files.filter((file) => !isKebab(path.basename(file.path)) && !isPartOfHelper(file));
    expect(odd.map((file) => file.path)).toEqual([]);
  });

  test('are never utils, helpers, common, misc, manager or index', () => {
    expect(files.filter((file) => saysNothing(path.basename(file.path))).map((file) => file.path)).toEqual([]);
  });

  test('are the same wherever a thing is imported: no default exports, no barrels', () => {
    expect(found(code, isDefaultExport)).toEqual([]);
    expect(found(code, isBarrel)).toEqual([]);
  });
});

/** A Handlebars helper's file is named as the helper is called in templates. */
const isPartOfHelper = (file: Source): boolean => file.path.startsWith('src/web/helpers/');

test('a planted bad name, default export or barrel is noticed', () => {
  const planted = { path: 'src/tasks/planted.ts', text: "export default 1;\nexport default function a() {}\nexport * from './task.ts';\n" };
  expect(found([planted], isDefaultExport)).toHaveLength(2);
  expect(found([planted], isBarrel)).toHaveLength(1);
  expect(saysNothing('task-utils.ts') && saysNothing('helpers.ts') && !saysNothing('task-queries.ts')).toBe(true);
  expect(isKebab('taskRoutes.ts')).toBe(false);
});
