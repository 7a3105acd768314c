import { parse, type DefaultTreeAdapterMap } from 'parse5';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

const isElement = (node: Node): node is Element => 'tagName' in node;
const attribute = (element: Element, name: string): string | null => element.attrs.find((a) => a.name === name)?.value ?? null;

function* elements(node: Node): Generator<Element> {
  if (isElement(node)) yield node;
  if ('childNodes' in node) for (const child of node.childNodes) yield* elements(child);
}

const textIn = (node: Node): string => ('value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textIn).join('') : '').replace(/\s+/g, ' ');

/** A page as somebody reads it: controls by their labels, buttons and links by their words. */
export interface ReadPage {
  text: string;
  /** What stands in the control with that label; null where there is none. "1" and "" for ticks. */
  field: (label: string) => string | null;
  /** Where the button sends the form; null where there is no such button. */
  button: (words: string) => string | null;
  link: (words: string) => string | null;
  hidden: (name: string) => string;
}

export function readPage(html: string): ReadPage {
  const all = [...elements(parse(html))];
  const named = (tag: string, words: string): Element | undefined => all.find((e) => e.tagName === tag && textIn(e).trim() === words);
  const control = (label: string): Element | undefined => {
    const id = attribute(all.find((e) => e.tagName === 'label' && textIn(e).replace('*', '').trim() === label) ?? ({ attrs: [] } as unknown as Element), 'for');
    return id === null ? undefined : all.find((e) => attribute(e, 'id') === id);
  };
  return {
    text: textIn(all[0] as Node),
    field: (label) => {
      const found = control(label);
      if (found === undefined) return null;
      if (found.tagName === 'textarea') return textIn(found);
      if (found.tagName === 'select') return attribute([...elements(found)].find((o) => attribute(o, 'selected') !== null) ?? found, 'value') ?? '';
      return attribute(found, 'type') === 'checkbox' ? (attribute(found, 'checked') === null ? '' : '1') : (attribute(found, 'value') ?? '');
    },
    button: (words) => {
      const found = named('button', words);
      return found === undefined ? null : (attribute(found, 'formaction') ?? '');
    },
    link: (words) => attribute(named('a', words) ?? ({ attrs: [] } as unknown as Element), 'href'),
    hidden: (name) => attribute(all.find((e) => e.tagName === 'input' && attribute(e, 'name') === name && attribute(e, 'type') === 'hidden') ?? ({ attrs: [] } as unknown as Element), 'value') ?? '',
  };
}
