import { flattenOutline, type OutlineNode, type PlanReading, type Sentence } from './import/plan-reading.ts';

/** A node of the outline and where it hangs; indexes count in document order. */
export interface PlacedNode {
  node: OutlineNode;
  parent: number | null;
  depth: number;
}

/** The outline in document order, every node with the index of its parent. */
export function placeNodes(outline: readonly OutlineNode[]): PlacedNode[] {
  const placed: PlacedNode[] = [];
  const visit = (node: OutlineNode, parent: number | null, depth: number): void => {
    const index = placed.length;
    placed.push({ node, parent, depth });
    for (const child of node.children) visit(child, index, depth + 1);
  };
  for (const root of outline) visit(root, null, 0);
  return placed;
}

/** The nodes from the root down to the given one. */
export function chainOf(nodes: readonly PlacedNode[], index: number): number[] {
  const chain: number[] = [];
  for (let at: number | null = index; at !== null; at = nodes[at]?.parent ?? null) chain.unshift(at);
  return chain;
}

/** Items count no paragraphs of their own: they are cited by the article they stand in. */
const isCited = (node: OutlineNode): boolean => node.role === 'numbered' && node.level !== 'item';

const token = (node: OutlineNode): string => `${node.level}:${node.number === null ? `=${node.title.replace(/[/:]/g, ' ').slice(0, 40)}` : String(node.number)}`;

/**
 * Where every sentence stands, to be cited: "article:23/paragraph:2/sentence:1", "chapter:3/lead/sentence:1". Where article numbers
 * begin anew in every chapter, as many of the headings above are named as are needed to tell them apart.
 */
export function citePlaces(reading: Pick<PlanReading, 'outline' | 'sentences'>): string[] {
  const nodes = placeNodes(reading.outline);
  const paths = nodes.map((_one, i) => chainOf(nodes, i).map((at) => nodes[at]?.node).filter((node) => node !== undefined).filter(isCited));
  const seen = new Map<string, number>();
  nodes.forEach(({ node }, i) => {
    if (isCited(node)) for (const tail of tailsOf(paths[i] ?? [])) seen.set(tail, (seen.get(tail) ?? 0) + 1);
  });
  return reading.sentences.map((sentence) => {
    const path = paths[sentence.node] ?? [];
    const tails = tailsOf(path);
    const head = tails.find((tail) => seen.get(tail) === 1) ?? tails.at(-1) ?? outside(nodes, sentence.node);
    return `${head}${tailOf(sentence, path.at(-1), nodes[sentence.node]?.node.role === 'dash')}`;
  });
}

/** "article:2", "section:1/article:2", "chapter:3/section:1/article:2" */
const tailsOf = (path: readonly OutlineNode[]): string[] => path.map((_node, i) => path.slice(path.length - 1 - i).map(token).join('/'));

/** Text before the first heading, behind the last, or in an attachment. */
function outside(nodes: readonly PlacedNode[], index: number): string {
  const role = nodes[chainOf(nodes, index)[0] ?? 0]?.node.role;
  return role === 'closing' || role === 'attachment' ? role : 'front';
}

function tailOf(sentence: Sentence, scope: OutlineNode | undefined, isDash: boolean): string {
  if (sentence.kind === 'heading') return isDash ? `/paragraph:${sentence.paragraph}/heading` : '/heading';
  const isLead = scope !== undefined && flattenOutline(scope.children).some(isCited);
  const paragraph = isLead && sentence.paragraph === 1 ? '' : `/paragraph:${sentence.paragraph}`;
  return `${isLead ? '/lead' : ''}${paragraph}/${sentence.kind === 'duty' ? 'duty' : `sentence:${sentence.number}`}`;
}
