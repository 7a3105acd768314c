import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { layTable, type Cell } from './lay-table.ts';
import { Unreadable } from './unreadable.ts';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

const LEFT_OUT = new Set(['script', 'style', 'head', 'noscript', 'template', 'nav', 'footer', 'select', 'button', 'iframe', 'svg']);
const BLOCKS = new Set(['p', 'div', 'li', 'ul', 'ol', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'section', 'article', 'header', 'main', 'blockquote', 'pre', 'br', 'hr', 'dt', 'dd', 'table', 'body']);
const DEEPEST = 400;

/** The text of an HTML page: a line for each block, a line with tabs for each row of a table. */
export function readHtml(html: string): string {
  const lines: string[] = [''];
  visit(parse(html), lines, 0);
  return lines.map((line) => line.replace(/[ \n\r\f\v\u00a0]+/g, ' ').trim()).filter((line) => line !== '').join('\n');
}

function visit(node: Node, lines: string[], depth: number): void {
  if (depth > DEEPEST) throw new Unreadable('bomb', { reason: 'depth' });
  if ('value' in node) {
    lines[lines.length - 1] = (lines.at(-1) ?? '') + node.value.replace(/\t/g, ' ');
    return;
  }
  if (LEFT_OUT.has(node.nodeName) || !('childNodes' in node)) return;
  const isBlock = BLOCKS.has(node.nodeName);
  if (isBlock) lines.push('');
  if (node.nodeName === 'table') lines.push(...readTable(node, depth));
  else {
    if (node.nodeName === 'ol') numberItems(node);
    for (const child of node.childNodes) visit(child, lines, depth + 1);
  }
  if (isBlock) lines.push('');
}

/** Numbers that Word or a browser would draw are part of what a reader sees. */
function numberItems(list: Element): void {
  let count = Number(list.attrs.find((attribute) => attribute.name === 'start')?.value ?? 1);
  for (const item of list.childNodes) {
    if (item.nodeName !== 'li') continue;
    const element = item;
    element.childNodes.unshift({ nodeName: '#text', value: `${count}.`, parentNode: element });
    count += 1;
  }
}

function readTable(table: Element, depth: number): string[] {
  const rows = collectRows(table, depth);
  return layTable(rows).map((cells) => cells.join('\t'));
}

function collectRows(node: Element, depth: number): Cell[][] {
  if (depth > DEEPEST) throw new Unreadable('bomb', { reason: 'depth' });
  return node.childNodes.flatMap((child) => {
    if (child.nodeName === 'tr') return [child.childNodes.filter(isCell).map((cell) => readCell(cell, depth + 1))];
    return 'tagName' in child && child.nodeName !== 'table' ? collectRows(child, depth + 1) : [];
  });
}

function isCell(node: Node): node is Element {
  return node.nodeName === 'td' || node.nodeName === 'th';
}

function readCell(cell: Element, depth: number): Cell {
  const lines: string[] = [''];
  for (const child of cell.childNodes) visit(child, lines, depth + 1);
  const span = (name: string): number => Math.max(1, Number(cell.attrs.find((attribute) => attribute.name === name)?.value ?? 1) || 1);
  return { text: lines.map((line) => line.replace(/\s/g, '')).filter((line) => line !== '').join(''), across: span('colspan'), down: span('rowspan') };
}
