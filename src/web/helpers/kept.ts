import type { HelperOptions } from 'handlebars';
import { withoutPieces } from '../page-pieces.ts';

const rendered = new WeakMap<object, string>();

/** `{{#kept units}}…{{/kept}}`: what depends on that list alone, drawn once as long as it is the same list. */
export function kept(this: unknown, list: object, options: HelperOptions): string {
  const before = rendered.get(list);
  if (before !== undefined) return before;
  const data = options.data as { root: object };
  const drawn = options.fn(this, { data: { ...data, root: withoutPieces(data.root) } }).trim(); // trimming also makes one piece of the thousands that it was put together from; every page would walk them again
  rendered.set(list, drawn);
  return drawn;
}
