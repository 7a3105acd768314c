import path from 'node:path';
import ts from 'typescript';
import { nodesOf, type Source } from './source.ts';

/** Something declared at a file's top level: "src/tasks/close-task.ts#closeTask". */
export type Place = string;

export interface CallGraph {
  /** All that a node names, directly or through what it names, as places. */
  reachedFrom: (file: string, node: ts.Node) => Set<Place>;
  /** Every call of a function by that name. */
  callsOf: (name: string) => { file: string; within: string; call: ts.CallExpression }[];
}

const namesIn = (node: ts.Node): Set<string> => {
  const names = new Set<string>();
  const visit = (one: ts.Node): void => {
    if (ts.isIdentifier(one)) names.add(one.text);
    ts.forEachChild(one, visit);
  };
  visit(node);
  return names;
};

/** What a file declares at its top level, by name. */
const declared = (tree: ts.SourceFile): Map<string, ts.Node> => new Map(tree.statements.flatMap((one): [string, ts.Node][] => {
  if (ts.isVariableStatement(one)) return one.declarationList.declarations.map((d) => [d.name.getText(tree), d]);
  if ((ts.isFunctionDeclaration(one) || ts.isClassDeclaration(one)) && one.name !== undefined) return [[one.name.text, one]];
  return [];
}));

/** Which place each imported name stands for; what packages and types give is left out. */
const imported = (tree: ts.SourceFile): Map<string, Place> => new Map(tree.statements.filter(ts.isImportDeclaration).flatMap((one): [string, Place][] => {
  const from = (one.moduleSpecifier as ts.StringLiteral).text;
  const names = one.importClause?.namedBindings;
  if (!from.startsWith('.') || names === undefined || !ts.isNamedImports(names)) return [];
  const file = path.posix.join(path.posix.dirname(tree.fileName), from);
  return names.elements.map((e) => [e.name.text, `${file}#${(e.propertyName ?? e.name).text}`]);
}));

/** Who names whom, over all files; a name that is named counts as called, since verbs stand in tables too. */
export function callGraph(files: Source[]): CallGraph {
  const known = new Map(files.map((file) => {
    const { tree, nodes } = nodesOf(file);
    return [file.path, { tree, nodes, own: declared(tree), others: imported(tree) }] as const;
  }));
  const namedBy = (file: string, node: ts.Node): Place[] => {
    const { own, others } = known.get(file) ?? { own: new Map<string, ts.Node>(), others: new Map<string, Place>() };
    return [...namesIn(node)].flatMap((name) => (own.has(name) ? [`${file}#${name}`] : others.has(name) ? [others.get(name) ?? ''] : []));
  };
  const named = new Map<Place, Place[]>();
  const namedAt = (place: Place): Place[] => {
    const [file = '', name = ''] = place.split('#');
    const body = known.get(file)?.own.get(name);
    const places = named.get(place) ?? (body === undefined ? [] : namedBy(file, body));
    named.set(place, places);
    return places;
  };
  const reachedFrom = (file: string, node: ts.Node): Set<Place> => {
    const reached = new Set<Place>();
    for (let open = namedBy(file, node); open.length > 0; ) {
      const place = open.pop() ?? '';
      if (reached.has(place)) continue;
      reached.add(place);
      open = open.concat(namedAt(place));
    }
    return reached;
  };
  const callsOf = (name: string) => [...known].flatMap(([file, { nodes, own }]) => nodes.filter(ts.isCallExpression)
    .filter((call) => (ts.isPropertyAccessExpression(call.expression) ? call.expression.name.text : call.expression.getText()) === name)
    .map((call) => ({ file, call, within: [...own].find(([, body]) => body.pos <= call.pos && call.end <= body.end)?.[0] ?? '' })));
  return { reachedFrom, callsOf };
}
