import type { HelperOptions } from 'handlebars';
import type { TextValues } from '../../kernel/errors.ts';
import type { Shell } from '../shell.ts';

/** `{{t "tasks.show.title" count=3}}`: the text in the language of whoever looks. */
export function t(key: string, options: HelperOptions): string {
  const { shell } = (options.data as { root: { shell: Shell } }).root;
  return shell.t(key, options.hash as TextValues);
}
