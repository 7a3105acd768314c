import ts from 'typescript';
import { lineCount, nodesOf, placeOf, type Source } from './source.ts';

export interface Size { what: string; lines: number }

export const fileSizes = (files: Source[]): Size[] => files.map((file) => ({ what: file.path, lines: lineCount(file.text) }));

const isFunction = (node: ts.Node): boolean =>
  ts.isFunctionDeclaration(node) || ts.isFunctionExpression(node) || ts.isArrowFunction(node) || ts.isMethodDeclaration(node) || ts.isConstructorDeclaration(node);

const linesOf = (tree: ts.SourceFile, node: ts.Node): number =>
  tree.getLineAndCharacterOfPosition(node.getEnd()).line - tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1;

export const functionSizes = (files: Source[]): Size[] => files.flatMap((file) => {
  const { tree, nodes } = nodesOf(file);
  return nodes.filter(isFunction).map((node) => ({ what: placeOf(tree, node), lines: linesOf(tree, node) }));
});

const TEST = /^(?:test|it)\b/;

/** `test('…', () => { … })`, `test.each(…)('…', …)`: from the title to the end. */
export const testSizes = (files: Source[]): Size[] => files.flatMap((file) => {
  const { tree, nodes } = nodesOf(file);
  return nodes.flatMap((node) => {
    if (!ts.isCallExpression(node) || !TEST.test(node.expression.getText(tree))) return [];
    const body = node.arguments.find((argument) => ts.isArrowFunction(argument));
    return body === undefined ? [] : [{ what: placeOf(tree, node), lines: linesOf(tree, body) }];
  });
});

export const above = (sizes: Size[], limit: number): string[] =>
  sizes.filter((size) => size.lines > limit).map((size) => `${size.what} has ${size.lines} lines`);

/** The size that a share of all does not exceed: 0.5 for the median. */
export function quantile(sizes: Size[], share: number): number {
  const lines = sizes.map((size) => size.lines).sort((a, b) => a - b);
  return lines[Math.ceil(lines.length * share) - 1] ?? 0;
}
