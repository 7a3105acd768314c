import { momentOf } from '../kernel/clock.ts';
import type { Viewer } from '../kernel/viewer.ts';
import type { Page } from '../web/answer.ts';
import { fieldView, formView, type Rejected } from '../web/forms.ts';
import { actionView, confirmView, pageHead, tagView, termView } from '../web/view-parts.ts';
import { CODE_MINUTES } from './contact.ts';
import { hasDueDays } from './message-policy.ts';

export interface Mine {
  contact: { email: string; verifiedAt: Date | null } | null;
  /** Whether this server sends mail at all. */
  hasMail: boolean;
  feed: Date | null;
}

/** Where one's own reminders go beside the inbox, and one's calendar. */
export function minePage(viewer: Viewer, mine: Mine, rejected: Rejected | null): Page {
  const { t, actor } = viewer;
  const title = t('messages.mine.title');
  return {
    view: 'messages/mine',
    data: {
      title,
      head: pageHead(title, { kicker: { label: t('accounts.me.title'), href: '/me' }, summary: t('messages.mine.summary', { unit: actor.unitName, title: actor.title }) }),
      mail: mine.hasMail ? mailView(viewer, mine.contact, rejected) : null,
      calendar: hasDueDays(actor) ? calendarView(viewer, mine.feed) : null,
    },
  };
}

function mailView({ t }: Viewer, contact: Mine['contact'], rejected: Rejected | null) {
  const isOf = (field: string): Rejected | null => (rejected !== null && field in rejected.typed ? rejected : null);
  return {
    facts: contact === null ? null : { items: [termView(t('messages.mine.email'), contact.email)] },
    state: contact === null ? null : contact.verifiedAt === null ? tagView(t('messages.mine.unchecked'), 'warn') : tagView(t('messages.mine.checked'), 'ok'),
    removal: contact === null ? null : actionView(t('messages.mine.remove'), '/me/email/removal', { post: true }),
    form: formView(t, '/me/email', null, isOf('email')),
    email: fieldView(t, { name: 'email', label: t(contact === null ? 'messages.mine.email' : 'messages.mine.other_email'), kind: 'email', required: true, autocomplete: 'email', hint: t('messages.mine.email_hint') }, isOf('email')),
    check: contact?.verifiedAt !== null ? null : formView(t, '/me/email/check', null, isOf('code')),
    code: fieldView(t, { name: 'code', label: t('messages.mine.code'), required: true, autocomplete: 'one-time-code', hint: t('messages.mine.code_hint', { minutes: CODE_MINUTES }) }, isOf('code')),
  };
}

const calendarView = ({ t }: Viewer, feed: Date | null) => ({
  state: feed === null ? t('messages.mine.no_calendar') : t('messages.mine.calendar_since', { at: momentOf(feed) }),
  make: feed === null ? actionView(t('messages.mine.make_calendar'), '/me/calendar', { post: true, look: 'primary', icon: 'calendar' }) : null,
  again: feed === null ? null : confirmView(t('messages.mine.make_anew'), t('messages.mine.make_anew_text'), t('messages.mine.make_anew'), formView(t, '/me/calendar', null, null)),
  revoke: feed === null ? null : confirmView(t('messages.mine.revoke'), t('messages.mine.revoke_text'), t('messages.mine.revoke'), formView(t, '/me/calendar/revocation', null, null), { danger: true }),
});

/** The address of the calendar, shown this once. */
export function calendarAddressPage({ t }: Viewer, address: string): Page {
  const title = t('messages.calendar.title');
  return { view: 'messages/calendar-address', data: { title, head: pageHead(title, { kicker: { label: t('messages.mine.title'), href: '/me/messages' } }), address, back: actionView(t('messages.calendar.back'), '/me/messages', { look: 'primary' }) } };
}
