// Finds every guard of the program and rewrites it so that it can be switched off while the program runs (SECURITY Z7).
import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

export const runtime = path.join(import.meta.dirname, 'runtime.mjs');
const src = path.resolve(import.meta.dirname, '../../src');

/** Four eyes; who may see it, as a condition; refusals. Gates of routes are tried in test/house/access.test.ts. */
const KINDS = [
  { kind: 'own step', name: /^isOwnStep$/ },
  { kind: 'scope in SQL', name: /^visibleSql$/ },
  { kind: 'scope', name: /(?:[vV]isibleTo|^addressedTo|^visibleSlips)$/ },
  { kind: 'gate', name: /^(?:gate(?:[A-Z].*)?|require(?:Admin|Compatible|Delegable|Keeper|Other))$/ },
];

function kindOf(node) {
  if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return undefined;
  return KINDS.find(({ name }) => name.test(node.expression.text))?.kind;
}

/** Guards of one file in their order: kind, line, the call's place, and whether it is a statement of its own. */
export function guardsIn(file, text) {
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found = [];
  const look = (node) => {
    const kind = kindOf(node);
    if (kind !== undefined) {
      const statement = ts.isExpressionStatement(node.parent) ? node.parent : undefined;
      found.push({ kind, call: node.getText(tree), statement: statement !== undefined, start: (statement ?? node).getStart(tree), end: (statement ?? node).getEnd(), line: tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1 });
    }
    ts.forEachChild(node, look);
  };
  look(tree);
  return found;
}

// web/gates.ts makes the gates of routes.
const sourceFiles = () => fs.readdirSync(src, { recursive: true }).filter((name) => name.endsWith('.ts') && !name.startsWith('generated') && name !== path.join('web', 'gates.ts')).sort();

let known;
/** All guards of the program with their numbers, from 1. */
export function allGuards() {
  known ??= sourceFiles().flatMap((name) => guardsIn(name, fs.readFileSync(path.join(src, name), 'utf8')).map((guard) => ({ ...guard, file: name })));
  return known.map((guard, i) => ({ ...guard, id: i + 1, nth: known.slice(0, i + 1).filter((other) => other.file === guard.file && other.call === guard.call).length }));
}

function rewritten({ kind, statement, id }, call) {
  if (kind === 'own step') return `(!__off(${id}) && ${call})`;
  if (kind === 'scope') return `(__off(${id}) ? {} : ${call})`;
  if (kind === 'scope in SQL') return `(__off(${id}) ? __everything : ${call})`;
  return statement ? `if (!__off(${id})) ${call}` : `__during(${id}, () => ${call})`;
}

/** The text between two places with the guards in it rewritten, the outer ones around the inner ones. */
function render(text, start, end, guards) {
  let [out, at] = ['', start];
  for (const guard of guards) {
    if (guard.start < at) continue; // inside one that is done
    const inner = guards.filter((other) => other !== guard && other.start >= guard.start && other.end <= guard.end);
    out += text.slice(at, guard.start) + rewritten(guard, render(text, guard.start, guard.end, inner));
    at = guard.end;
  }
  return out + text.slice(at, end);
}

/** The text of a source file with all its guards rewritten; the same text where it has none. */
export function withSwitches(file, text) {
  const own = allGuards().filter((guard) => guard.file === path.relative(src, file));
  if (own.length === 0) return text;
  const changed = render(text, 0, text.length, own);
  const everything = changed.includes('__everything') ? `import { Prisma as __Prisma } from '${path.join(src, 'kernel/db/client.ts')}';\nconst __everything = __Prisma.sql\`1 = 1\`;\n` : '';
  return `import { off as __off, during as __during } from '${runtime}';\n${everything}${changed}`;
}

/** A file of tests that runs once for every mutant: its imports, and the rest of it inside a loop. */
export function manyTimes(file, text) {
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const imports = tree.statements.filter((statement) => ts.isImportDeclaration(statement));
  const rest = text.slice(imports.at(-1)?.getEnd() ?? 0);
  const head = imports.map((statement) => statement.getText(tree)).join('\n');
  return `${head}\nimport { everyMutant as __everyMutant } from '${path.join(import.meta.dirname, 'every-mutant.mjs')}';\n__everyMutant(import.meta.filename, (test) => {\n${rest}\n});\n`;
}
