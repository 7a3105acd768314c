import type { Context } from '../kernel/context.ts';
import type { Words } from '../kernel/text.ts';
import type { Page } from '../web/answer.ts';
import { fieldView, formView, type Rejected } from '../web/forms.ts';
import { demonstrationCast, DEMONSTRATION_PASSWORD } from './demonstration-cast.ts';

/** The sign-in form; in the demonstration with the cast beside it. */
export function signInPage(context: Context, t: Words, next: string, rejected: Rejected | null, isPlainHttp = false): Page {
  return {
    view: 'accounts/sign-in',
    data: {
      title: t('accounts.sign_in.title'),
      form: formView(t, '/sign-in', null, rejected),
      next,
      plainHttp: isPlainHttp && context.config.secureCookies ? t('accounts.sign_in.plain_http') : null,
      login: fieldView(t, { name: 'login', label: t('accounts.field.login'), required: true, autocomplete: 'username' }, rejected),
      password: fieldView(t, { name: 'password', label: t('accounts.field.password'), kind: 'password', required: true, autocomplete: 'current-password' }, rejected),
      demonstrationPassword: context.config.demonstration ? DEMONSTRATION_PASSWORD : null,
      cast: context.config.demonstration ? demonstrationCast.map((p) => ({ ...p, role: t(`accounts.role.${p.role}`) })) : null,
    },
  };
}
