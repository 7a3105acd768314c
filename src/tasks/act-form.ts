import type { Viewer } from '../kernel/viewer.ts';
import { fieldView, formView, type Rejected } from '../web/forms.ts';
import { confirmView, type Confirm } from '../web/view-parts.ts';
import type { Wish } from './act-wish.ts';

interface ActForm {
  /** Tells the fields of this form from those of others on the page. */
  name: string;
  href: string;
  /** Where its words begin: label, .consequence, .button and one for each field. */
  words: string;
  wishes: readonly Wish[];
  version: number;
  danger: boolean;
}

/** An act of a page as a folded form with its consequence; after a refusal it is open with what was typed. */
export function actFormView({ t }: Viewer, { name, href, words, wishes, version, danger }: ActForm, rejected: Rejected | null): Confirm {
  const idOf = (field: string): string => `field-${name}-${field}`;
  const form = formView(t, href, version, rejected);
  const summary = form.summary.map((line) => ({ ...line, href: line.href === null ? null : `#${idOf(line.href.slice('#field-'.length))}` }));
  const fields = wishes.map((wish) => ({ ...fieldView(t, {
    name: wish.name, label: t(`${words}.${wish.name}`), kind: wish.kind, required: wish.required, rows: 3, value: wish.value ?? '',
    choices: (wish.choices ?? []).map((value) => ({ value, label: t(`${wish.words ?? 'tasks.decision'}.${value}`) })),
  }, rejected), id: idOf(wish.name) }));
  return confirmView(t(words), t(`${words}.consequence`), t(`${words}.button`), { ...form, summary }, { danger, hidden: [{ name: 'version', value: String(version) }], fields });
}
