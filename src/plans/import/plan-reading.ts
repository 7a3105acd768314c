/** What the reader of plan documents gives back. Every offset is a UTF-16 index into the decoded text. */

export type OutlineLevel = 'part' | 'chapter' | 'section' | 'article' | 'item';

export interface OutlineNode {
  level: OutlineLevel;
  /** The label as written ("三、", "第一章", "——"), empty for a paragraph without one. */
  label: string;
  /** Null for paragraphs without a number: lead paragraphs, dash paragraphs, front matter. */
  number: number | null;
  title: string;
  start: number;
  end: number;
  /** What a node without a number is; 'numbered' for all others. */
  role: 'numbered' | 'front' | 'heading' | 'lead' | 'paragraph' | 'dash' | 'contents' | 'table' | 'attachment' | 'closing';
  children: OutlineNode[];
}

export interface Sentence {
  /** Index of the outline node it belongs to, counted in document order (pre-order, see `flattenOutline`). */
  node: number;
  article: number | null;
  chapter: number | null;
  /** Paragraph and sentence within the article, or within the chapter's lead; headings carry number 0. */
  paragraph: number;
  number: number;
  start: number;
  end: number;
  text: string;
  /** 'duty' is a remark such as （市商务局牵头）that is not a sentence of its own. */
  kind: 'heading' | 'body' | 'duty';
}

export type CommitmentKind = 'target' | 'program' | 'project' | 'policy' | 'action' | 'campaign';
export type UnitRole = 'lead' | 'responsible' | 'support';

export interface Suggestion {
  unit: string;
  role: UnitRole;
  /** 0 to 1, comparable within one commitment. */
  score: number;
  because: string[];
}

export interface Target {
  name: string;
  operator: '>=' | '>' | '<=' | '<' | '=' | '≈';
  value: number;
  unit: string;
  year: number | null;
  /** 约束性 or 预期性, as a table of indicators says it or a person does; absent where nobody has said. */
  nature?: TargetNature;
  /** A person has confirmed the nature. */
  confirmed?: true;
}

export type TargetNature = 'binding' | 'expected';

export interface PlacedTarget extends Target {
  article: number | null;
  start: number;
  end: number;
}

export interface Commitment {
  article: number | null;
  path: string[];
  start: number;
  end: number;
  text: string;
  kind: CommitmentKind;
  verb: string;
  suggested: Suggestion[];
  /** All nine districts, or all parks, carry it out in their own area. */
  districts: boolean;
  deadline: string | null;
  target: Target | null;
}

export interface Responsibility {
  raw: string;
  start: number;
  end: number;
  lead: string[];
  others: string[];
  generic: string[];
  joint: boolean;
  deadline: string[];
}

export interface Programme {
  name: string;
  group: string | null;
  article: number | null;
  start: number;
  end: number;
}

export type ProblemValues = Record<string, string | number>;

export interface Problem {
  severity: 'error' | 'warning';
  at: number;
  /** 1-based line of the decoded text, 0 when the problem concerns the whole file. */
  line: number;
  code: string;
  values: ProblemValues;
  message: string;
}

export interface PlanReading {
  title: string;
  issuingBody: string | null;
  adopted: string | null;
  period: { from: number; to: number } | null;
  outline: OutlineNode[];
  sentences: Sentence[];
  commitments: Commitment[];
  responsibilities: Responsibility[];
  programmes: Programme[];
  targets: PlacedTarget[];
  problems: Problem[];
}

export interface ReferenceUnit {
  code: string;
  name: string;
  shortName: string;
  kind: string;
  aliases: readonly string[];
  duties: readonly string[];
  /** A company or park that leads in its own field before any bureau. */
  mayLead?: boolean;
}

/** An assignment that a person confirmed or corrected earlier in this installation. */
export interface LearnedAssignment {
  text: string;
  unit: string;
  /** Where it was decided, for the reason shown: "第24条". */
  citation: string;
}

export interface Reference {
  units: readonly ReferenceUnit[];
  learned?: readonly LearnedAssignment[];
}

/** All nodes in document order; `Sentence.node` is an index into this list. */
export function flattenOutline(outline: readonly OutlineNode[]): OutlineNode[] {
  return outline.flatMap((node) => [node, ...flattenOutline(node.children)]);
}
