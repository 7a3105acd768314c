import Handlebars from 'handlebars';
import { parse, parseFragment, type DefaultTreeAdapterMap } from 'parse5';
import type { Source } from './source.ts';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

/** The parts of Handlebars' tree that matter here; its own types know no difference between the kinds of statement. */
interface Part { type: string; original?: string; escaped?: boolean; loc: { start: { line: number } }; program?: Parts; inverse?: Parts }
interface Parts { body: Part[] }

const partsOf = ({ text }: Source): Parts => Handlebars.parseWithoutProcessing(text);

/** The HTML of a template with nothing put in: all branches one after the other, a space for every value. */
export function htmlOf(source: Source): string {
  const write = (parts: Parts | undefined): string => (parts?.body ?? []).map((part): string =>
    (part.type === 'ContentStatement' ? part.original ?? '' : ` ${write(part.program)}${write(part.inverse)}`)).join('');
  return write(partsOf(source));
}

/** Values put in as they are, without being made harmless: `{{{name}}}`, `{{&name}}`. */
export function rawValues(source: Source): string[] {
  const rawIn = (parts: Parts | undefined): string[] => (parts?.body ?? []).flatMap((part) => [
    ...(part.type === 'MustacheStatement' && part.escaped === false ? [`line ${part.loc.start.line}`] : []),
    ...rawIn(part.program), ...rawIn(part.inverse),
  ]);
  return rawIn(partsOf(source));
}

/** Every element and text of a template; a part that stands inside a tag is only attributes. */
function nodesIn(text: string): Node[] {
  const html = !text.includes('<') && text.includes('="') ? `<x ${text}>` : text;
  const all: Node[] = [];
  const visit = (node: Node): void => {
    all.push(node);
    for (const child of 'childNodes' in node ? node.childNodes : []) visit(child);
  };
  visit(/<html/i.test(html) ? parse(html) : parseFragment(html));
  return all;
}

const elementsIn = (html: string): Element[] => nodesIn(html).filter((node): node is Element => 'attrs' in node);

const READ_ALOUD = ['title', 'alt', 'placeholder', 'aria-label', 'aria-description', 'label', 'content'];
const READS_AS_WORDS = /[A-Za-z\u3400-\u9fff\uff01-\uff5e]/;

/** What stands on a key of the keyboard is the same in every language. */
const isKey = (node: Node): boolean => 'parentNode' in node && node.parentNode?.nodeName === 'kbd';

/** Words that a person would see or hear and that no text file knows. */
export function literalWords(source: Source): string[] {
  const html = htmlOf(source);
  const texts = nodesIn(html).flatMap((node) => ('value' in node && !isKey(node) ? [node.value.trim()] : []));
  const attributes = elementsIn(html).filter((element) => element.tagName !== 'meta')
    .flatMap((element) => element.attrs.filter(({ name }) => READ_ALOUD.includes(name)).map(({ value }) => value.trim()));
  return [...texts, ...attributes].filter((text) => READS_AS_WORDS.test(text));
}

const isInline = ({ tagName, attrs }: Element): boolean =>
  tagName === 'style' || (tagName === 'script' && !attrs.some(({ name }) => name === 'src'))
  || attrs.some(({ name, value }) => name === 'style' || name.startsWith('on') || /^\s*javascript:/i.test(value));

/** What the content security policy would block (SECURITY X2). */
export const inlineParts = (source: Source): string[] => elementsIn(htmlOf(source)).filter(isInline).map((element) => `<${element.tagName}>`);
