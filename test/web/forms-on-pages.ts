import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes } from 'parse5';

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.Node;

/** A form that changes something, as a browser would send it: where to, and what it fills in by itself. */
export interface PageForm { action: string; fields: Record<string, string> }

const attribute = (element: Element, name: string): string | null => element.attrs.find((a) => a.name === name)?.value ?? null;

function elementsIn(node: Node): Element[] {
  const children = 'childNodes' in node ? node.childNodes : [];
  return children.flatMap((child) => [...(defaultTreeAdapter.isElementNode(child) ? [child] : []), ...elementsIn(child)]);
}

const textOf = (element: Element): string => element.childNodes.map((child) => ('value' in child ? child.value : '')).join('');

/** Links inside the application, without their fragment. */
export function linksOn(html: string): string[] {
  const links = elementsIn(parse(html)).filter((e) => e.tagName === 'a').map((e) => attribute(e, 'href') ?? '');
  return [...new Set(links.filter((href) => href.startsWith('/')).map((href) => href.split('#')[0] ?? '/'))];
}

/** What a person would put into a field of that kind who does not care what. */
function usualValue(element: Element): string {
  const value = attribute(element, 'value') ?? '';
  if (element.tagName === 'textarea') return textOf(element).trim() || '按要求办理。';
  if (element.tagName === 'select') {
    const options = elementsIn(element).filter((e) => e.tagName === 'option');
    const chosen = options.find((o) => attribute(o, 'selected') !== null) ?? options.find((o) => attribute(o, 'value') !== '') ?? options[0];
    return chosen === undefined ? '' : (attribute(chosen, 'value') ?? textOf(chosen));
  }
  if (value !== '') return value;
  const usual: Record<string, string> = { date: '2023-07-20', number: '60', email: 'a@example.org', checkbox: '1' };
  return usual[attribute(element, 'type') ?? ''] ?? '办理';
}

const SENT = new Set(['input', 'select', 'textarea']);

/** The forms of a page that are sent by POST; each further button with an address of its own is one more. */
export function formsOn(html: string): PageForm[] {
  return elementsIn(parse(html)).filter((e) => e.tagName === 'form' && attribute(e, 'method') === 'post').flatMap((form) => {
    const inside = elementsIn(form);
    const fields: Record<string, string> = {};
    for (const element of inside.filter((e) => SENT.has(e.tagName))) {
      const name = attribute(element, 'name');
      const isSkipped = name === null || attribute(element, 'type') === 'file' || (attribute(element, 'type') === 'radio' && name in fields);
      if (!isSkipped) fields[name] = usualValue(element);
    }
    const named = inside.find((e) => e.tagName === 'button' && attribute(e, 'name') !== null);
    if (named !== undefined) fields[attribute(named, 'name') ?? ''] = attribute(named, 'value') ?? '';
    const addresses = [attribute(form, 'action'), ...inside.map((e) => (attribute(e, 'formenctype') === null ? attribute(e, 'formaction') : null))].filter((a) => a !== null);
    return [...new Set(addresses)].map((action) => ({ action, fields }));
  });
}
