import type { Viewer } from '../kernel/viewer.ts';
import type { Page } from '../web/answer.ts';
import { fieldView, formView, type Rejected } from '../web/forms.ts';
import { pageHead } from '../web/view-parts.ts';
import { keyOf } from './held-work.ts';
import { heldLine, successorField } from './held-work-pages.ts';
import type { LeavingPost, LeftBehind } from './leaving-queries.ts';

/** The end of a post: what its holder has in hand, who takes over, and what ends with it. */
export function leavingPage(viewer: Viewer, { post, left, people }: { post: LeavingPost; left: LeftBehind; people: { id: number; name: string; title: string }[] }, rejected: Rejected | null): Page {
  const { t } = viewer;
  const { items, delegations } = left;
  const values = { name: post.account.name, unit: post.unit.shortName, title: post.title };
  const title = t('succession.leaving.title', values);
  return {
    view: 'succession/leaving',
    data: {
      title,
      head: pageHead(title, { kicker: { label: post.account.name, href: `/accounts/${post.accountId}` }, summary: t('succession.leaving.summary', values) }),
      form: formView(t, `/accounts/${post.accountId}/posts/${post.id}/ending`, post.version, rejected),
      hidden: [{ name: 'version', value: String(post.version) }, ...items.map((item) => ({ name: 'items', value: keyOf(item) }))],
      heading: items.length === 0 ? t('succession.leaving.nothing') : t('succession.leaving.items', { count: items.length }),
      items: items.map((item) => heldLine(viewer, item)),
      delegations: delegations.map((d) => t('succession.leaving.delegation', { from: d.from, to: d.to, unit: d.unit, title: d.title, since: d.startsOn, until: d.endsOn })),
      fields: items.length === 0 ? [] : [
        successorField(viewer, { people, items, id: 'field-to' }, rejected),
        fieldView(t, { name: 'reason', label: t('succession.reason'), hint: t('succession.reason_hint'), required: true }, rejected),
      ],
      cancel: `/accounts/${post.accountId}`,
    },
  };
}
