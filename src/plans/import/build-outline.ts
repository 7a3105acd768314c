import type { LabelKind } from './heading-labels.ts';
import { decideLevels } from './outline-levels.ts';
import type { OutlineNode } from './plan-reading.ts';
import { asWritten, startOf } from './source-text.ts';
import type { Block } from './split-blocks.ts';

/** A node and the blocks that are its own text. */
export interface BuiltNode {
  node: OutlineNode;
  parent: BuiltNode | null;
  kind: LabelKind | null;
  blocks: Block[];
  children: BuiltNode[];
}

/** Builds the tree. Every character that is not white space lies in exactly one leaf. */
export function buildOutline(source: string, blocks: readonly Block[]): BuiltNode[] {
  const levelOf = decideLevels(blocks.flatMap((block) => (block.placed ? [block.placed] : [])));
  const roots: BuiltNode[] = [];
  let current = null as BuiltNode | null;
  const [firstHeading, lastHeading] = [blocks.findIndex((block) => block.placed !== null), blocks.findLastIndex((block) => block.placed !== null)];
  const attachment = firstHeading < 0 ? -1 : blocks.findIndex((block, i) => i > firstHeading && block.role === 'attachment');
  blocks.forEach((block, i) => {
    if (block.role === 'attachment' || (block.role === 'body' && i > lastHeading && lastHeading >= 0 && isClosing(block.part.text))) current = null;
    if (block.placed) {
      const parent: BuiltNode | null = enclosing(current, block.placed.parents.length);
      const { title, placed } = block;
      const label = asWritten(source, block.part, 0, placed.label.length);
      const name = title ? asWritten(source, block.part, title.from, title.to) : '';
      current = attach(roots, parent, { level: levelOf(placed), label, number: placed.label.number, title: name, role: 'numbered' }, block);
      current.kind = placed.label.kind;
    } else attachText(source, roots, current, block, { isBehindAll: lastHeading >= 0 && i > lastHeading, isAttached: attachment >= 0 && i > attachment });
  });
  giveHeadingsALeaf(roots);
  const leaves = leavesOf(roots);
  closeLeaves(source, leaves);
  roots.forEach(closeParents);
  return roots;
}

const CLOSING = /^(?:各地区、各|各地各|各级各部门|各区县|抄送|（此件|让我们|全市上下|全省上下)|而努力奋斗|努力奋斗！|而奋斗！|紧密团结在.{4,24}周围|^本(?:意见|措施|方案|办法|通知|规划|政策)自|^[^。，]{2,24}(?:政府|办公厅|办公室|委员会|[局部委])$|^[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日/;
/** A speech ends by addressing those who listen, and soon says what it calls them to. */
const ADDRESS = /^各位代表[！，：]/;
const APPEAL = /奋斗|团结|让我们/;
const LONGEST_ADDRESS = 208;

/** The call to action, signature and circulation list behind the last article belong to the document, not to that article. */
function isClosing(text: string): boolean {
  return CLOSING.test(text) || (ADDRESS.test(text) && APPEAL.test(text.slice(0, LONGEST_ADDRESS)));
}

/** The numbered node at a depth: a heading with two numberings around it stands below the second. */
function enclosing(from: BuiltNode | null, depth: number): BuiltNode | null {
  let node = from;
  while (node && (node.kind === null || depthOf(node) > depth)) node = node.parent;
  return node;
}

function depthOf(node: BuiltNode): number {
  let depth = 0;
  for (let one: BuiltNode | null = node; one; one = one.parent) if (one.kind !== null) depth += 1;
  return depth;
}

type Head = Pick<OutlineNode, 'level' | 'label' | 'number' | 'title' | 'role'>;

function attach(roots: BuiltNode[], parent: BuiltNode | null, { level, label, number, title, role }: Head, block: Block): BuiltNode {
  const built: BuiltNode = { node: { level, label, number, title, role, start: startOf(block.part), end: 0, children: [] }, parent, kind: null, blocks: [block], children: [] };
  (parent?.children ?? roots).push(built);
  return built;
}

function attachText(source: string, roots: BuiltNode[], current: BuiltNode | null, block: Block, place: { isBehindAll: boolean; isAttached: boolean }): void {
  const label = block.dash > 0 ? asWritten(source, block.part, 0, block.dash) : '';
  const stop = block.dash > 0 ? block.part.text.indexOf('。') : -1;
  const title = stop > 0 && stop <= block.dash + 40 ? asWritten(source, block.part, block.dash, stop) : '';
  if (block.row && !block.indicator) {
    const level = place.isAttached || isArticle(current) ? 'item' : 'article';
    attach(roots, current, { level, label: asWritten(source, block.part, 0, block.row.label), number: block.row.number, title: '', role: 'numbered' }, block);
    return;
  }
  attach(roots, current, { level: 'item', label, number: null, title, role: roleOf(current, block, place.isBehindAll) }, block);
}

/** The rows of a table are the articles of a document that is a table; behind articles, or in an attachment, they are not. */
function isArticle(current: BuiltNode | null): boolean {
  const kind = current?.kind ?? 'count';
  return current !== null && (current.node.level === 'article' || current.node.level === 'item' || !['count', 'bracket', 'digit'].includes(kind));
}

function roleOf(current: BuiltNode | null, block: Block, afterAll: boolean): OutlineNode['role'] {
  if (block.role !== 'body') return block.role;
  if (current === null) return afterAll ? 'closing' : 'front';
  if (block.dash > 0) return 'dash';
  return current.node.level === 'article' || current.node.level === 'item' ? 'paragraph' : 'lead';
}

/** A heading with children becomes a leaf of its own, so that leaf texts joined are the whole text. */
function giveHeadingsALeaf(nodes: readonly BuiltNode[]): void {
  for (const built of nodes) {
    if (built.node.role === 'numbered' && built.children.length > 0) {
      const leaf: BuiltNode = { node: { ...built.node, level: 'item', label: '', number: null, title: '', role: 'heading', children: [] }, parent: built, kind: null, blocks: built.blocks, children: [] };
      built.blocks = [];
      built.children.unshift(leaf);
    }
    giveHeadingsALeaf(built.children);
  }
}

export function leavesOf(nodes: readonly BuiltNode[]): BuiltNode[] {
  return nodes.flatMap((built) => (built.children.length === 0 ? [built] : leavesOf(built.children)));
}

/** A leaf ends where the next begins, less white space: page numbers between two leaves belong to the first. */
function closeLeaves(source: string, leaves: readonly BuiltNode[]): void {
  const first = leaves[0];
  if (first) first.node.start = source.length - source.trimStart().length;
  leaves.forEach((leaf, i) => {
    const limit = leaves[i + 1]?.node.start ?? source.length;
    leaf.node.end = leaf.node.start + source.slice(leaf.node.start, limit).trimEnd().length;
  });
}

function closeParents(built: BuiltNode): void {
  built.children.forEach(closeParents);
  built.node.children = built.children.map((child) => child.node);
  const first = built.children[0];
  const last = built.children.at(-1);
  if (first && last) {
    built.node.start = first.node.start;
    built.node.end = last.node.end;
  }
}
