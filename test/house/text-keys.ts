import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { nodesOf, root, type Source } from './source.ts';

export type Texts = Record<string, string>;

/** Every file of a language with its texts, as they stand in it. */
export function textFiles(locale: string): { file: string; texts: Texts }[] {
  const folder = path.join(root, 'src/text', locale);
  return fs.readdirSync(folder).sort().map((file) => ({ file, texts: JSON.parse(fs.readFileSync(path.join(folder, file), 'utf8')) as Texts }));
}

export const placeholders = (text: string): string[] => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ''))].sort();

const KEY = /^[a-z]+(?:[.][A-Za-z0-9_-]+)+$/;
const FILE_NAME = /[.](?:key|json|db|csv|xlsx|docx|html|css|js|ts|hbs)$/;
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** How code names a text: a key as it stands or its beginning, or a pattern where part of it is put in while the program runs. */
export interface Mention { place: string; pattern: RegExp; text: string }

const whole = (place: string, text: string): Mention => ({ place, pattern: new RegExp(`^${escaped(text)}(?:$|[.])`), text });

function inTypeScript(file: Source): Mention[] {
  const { tree, nodes } = nodesOf(file);
  return nodes.flatMap((node): Mention[] => {
    if (ts.isStringLiteralLike(node)) return KEY.test(node.text) && !FILE_NAME.test(node.text) ? [whole(file.path, node.text)] : [];
    if (!ts.isTemplateExpression(node)) return [];
    const parts = [node.head.text, ...node.templateSpans.map((span) => span.literal.text)];
    if (!/^[a-z]+\./.test(parts[0] ?? '') || parts.some((part) => /[^A-Za-z0-9_.-]/.test(part))) return [];
    return [{ place: file.path, pattern: new RegExp(`^${parts.map(escaped).join('.+')}$`), text: node.getText(tree) }];
  });
}

const inTemplate = (file: Source): Mention[] =>
  [...file.text.matchAll(/["']([a-z]+(?:[.][A-Za-z0-9_-]+)+)["']/g)].map((match) => whole(file.path, match[1] ?? ''));

/** What looks like a text's key; `domains` are the first words of keys, so that file names and the like stay out. */
export function mentionsIn(files: Source[], domains: string[]): Mention[] {
  return files.flatMap((file) => (file.path.endsWith('.hbs') ? inTemplate(file) : inTypeScript(file)))
    .filter(({ text }) => domains.some((domain) => text.startsWith(`${domain}.`) || text.startsWith(`\`${domain}.`)));
}
