import Handlebars, { type HelperOptions } from 'handlebars';
import { keepAsPiece } from '../page-pieces.ts';

const builtIn = Handlebars.helpers['each'] as (this: unknown, list: unknown, options: HelperOptions) => string;

/** Handlebars' own `{{#each}}`, whose longer items become pieces of the page. */
export function each(this: unknown, list: unknown, options: HelperOptions): string {
  const { root } = options.data as { root: object };
  const fn: HelperOptions['fn'] = (item, runtime) => keepAsPiece(root, options.fn(item, runtime));
  return builtIn.call(this, list, { ...options, fn });
}
