import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

export const root = path.resolve(import.meta.dirname, '../..');

export interface Source {
  /** From the root of the project, with forward slashes. */
  path: string;
  text: string;
}

const MADE_BY_TOOLS = ['src/generated', 'prisma/.build', 'test/browser/pictures'];

/** Every file under the folders whose name ends so, in the order of their paths. */
export function sources(folders: string[], ending: string): Source[] {
  return folders.flatMap((folder) => fs.readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .filter((file) => !MADE_BY_TOOLS.some((folder) => file.startsWith(`${folder}/`)))
    .sort()
    .map((file) => ({ path: file, text: fs.readFileSync(path.join(root, file), 'utf8') }));
}

/** Lines as a person counts them, without the empty one after the last line end. */
export const lineCount = (text: string): number => text.replace(/\n$/, '').split('\n').length;

/** Every node of a TypeScript or JavaScript file, outer ones first. */
export function nodesOf({ path: file, text }: Source): { tree: ts.SourceFile; nodes: ts.Node[] } {
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const nodes: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    nodes.push(node);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return { tree, nodes };
}

/** "src/tasks/task.ts:12", for a person to click on. */
export function placeOf(tree: ts.SourceFile, node: ts.Node): string {
  return `${tree.fileName}:${tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1}`;
}

/** Places at which a test of nodes holds, each with the beginning of what stands there. */
export function found(files: Source[], holds: (node: ts.Node) => boolean): string[] {
  return files.flatMap((file) => {
    const { tree, nodes } = nodesOf(file);
    return nodes.filter(holds).map((node) => `${placeOf(tree, node)} ${node.getText(tree).slice(0, 80)}`);
  });
}
