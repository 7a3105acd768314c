import { rankOf, type Label, type LabelKind } from './heading-labels.ts';

interface Open {
  kind: LabelKind;
  number: number;
}

export interface Placed {
  label: Label;
  /** The kinds that enclose it, outermost first. */
  parents: LabelKind[];
  oddity: 'gap' | 'repeat' | null;
  expected: number;
}

const SURE: ReadonlySet<LabelKind> = new Set(['part', 'chapter', 'section', 'clause', 'count', 'bracket']);

/**
 * Decides which of the labels in a text are headings: a label counts when it continues a numbering that is open,
 * continues one across chapters (articles 1 to 56), or begins one. Everything else is running text that looks like a label.
 */
export class HeadingSequence {
  private open: Open[] = [];
  private last = new Map<LabelKind, number>();
  /** The numbering around the box that the text stands in. */
  private around: { open: Open[]; last: Map<LabelKind, number>; parents: LabelKind[] } | null = null;

  /** `inline`: found in the middle of a paragraph, so only an exact continuation counts. */
  accept(label: Label, inline: boolean): Placed | null {
    if (this.around && this.goesOn(label, this.around)) this.leaveBox();
    const at = this.open.findIndex((one) => one.kind === label.kind);
    const previous = at >= 0 ? (this.open[at]?.number ?? 0) : (this.last.get(label.kind) ?? 0);
    const fits = this.fits(label, at, previous, inline);
    if (fits === null) return null;
    const parents = this.enter(label, at);
    return { label, parents: [...(this.around?.parents ?? []), ...parents], oddity: fits === 'exact' ? null : fits, expected: previous + 1 };
  }

  /** A box has a numbering of its own; the one around it goes on behind the box. */
  enterBox(label: Label): Placed {
    this.leaveBox();
    const parents = this.open.map((one) => one.kind);
    this.around = { open: this.open, last: this.last, parents: [...parents, 'box'] };
    this.open = [];
    this.last = new Map();
    return { label, parents, oddity: null, expected: label.number };
  }

  private leaveBox(): void {
    if (!this.around) return;
    this.open = this.around.open;
    this.last = this.around.last;
    this.around = null;
  }

  /** True when a label continues the numbering around the box rather than the one inside. */
  private goesOn({ kind, number }: Label, around: { last: Map<LabelKind, number> }): boolean {
    if (kind === 'part' || kind === 'chapter' || kind === 'section' || kind === 'clause') return true;
    const inside = this.last.get(kind) ?? 0;
    return around.last.get(kind) === number - 1 && (inside === 0 ? number > 1 : number !== inside + 1);
  }

  /** An attachment or a second document begins: numbering starts anew. */
  reset(): void {
    this.around = null;
    this.open = [];
    this.last = new Map();
  }

  private fits(label: Label, at: number, previous: number, inline: boolean): 'exact' | 'gap' | 'repeat' | null {
    const { number, kind } = label;
    if (number === previous + 1 || (number === 1 && at < 0)) return 'exact';
    if (inline) return null;
    if (number === 1) return SURE.has(kind) || kind === 'digit' ? 'exact' : null;
    if (!SURE.has(kind)) return number === previous + 2 && kind === 'digit' && previous > 0 ? 'gap' : null;
    if (number > previous && number - previous <= 4) return 'gap';
    return number === previous ? 'repeat' : null;
  }

  private enter(label: Label, at: number): LabelKind[] {
    const keep = at >= 0 ? at : this.open.findIndex((one) => rankOf(one.kind) >= rankOf(label.kind));
    if (keep >= 0) this.open = this.open.slice(0, keep);
    const parents = this.open.map((one) => one.kind);
    this.open.push({ kind: label.kind, number: label.number });
    this.last.set(label.kind, label.number);
    return parents;
  }
}
