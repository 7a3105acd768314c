import type { Viewer } from '../kernel/viewer.ts';
import { citationOf } from '../plans/citation.ts';
import { CHANGES, type Change } from '../plans/compare-versions.ts';
import { sentencePermalink } from '../plans/plan.ts';
import type { Page } from '../web/answer.ts';
import { actionView, chipView, emptyView, pageHead, tagView, type PageHead, type Tag } from '../web/view-parts.ts';
import { changedWords, type ChangedWords } from './changed-words.ts';
import type { Comparison, SentenceDifference, VersionSentence } from './version-queries.ts';

const TONES: Record<Change, Tag['tone']> = { same: 'neutral', moved: 'info', reworded: 'warn', number: 'warn', dropped: 'bad', new: 'info' };
const MOST_LINES = 500;

export interface VersionView extends Comparison {
  head: PageHead;
  address: string;
  /** Of the newer version; null for a draft. */
  planId: number | null;
  tasks: ReadonlyMap<number, number>;
  shown: Change | null;
}

export const draftHead = ({ t }: Viewer, draftId: number, title: string): PageHead =>
  pageHead(t('coverage.changes.title'), { kicker: { label: title, href: `/plans/drafts/${draftId}` }, summary: t('coverage.changes.draft_summary') });

export const planChangesHead = ({ t, actor }: Viewer, planId: number, title: string): PageHead => pageHead(t('coverage.changes.title'), {
  kicker: { label: title, href: `/plans/${planId}` }, summary: t('coverage.changes.plan_summary'),
  actions: actor.role === 'supervisor' ? [actionView(t('coverage.changes.carry'), `/plans/${planId}/carrying`, { post: true, look: 'primary' }), actionView(t('coverage.suspect.title'), `/plans/${planId}/suspects`)] : [],
});

/** Two versions of a document side by side, sentence by sentence; what stayed the same is only counted unless asked for. */
export function versionPage(viewer: Viewer, { head, address, planId, forerunnerId, differences, tasks, shown }: VersionView): Page {
  const { t } = viewer;
  const count = (change: Change): number => differences.filter((d) => d.change === change).length;
  const lines = differences.filter((d) => (shown === null ? d.change !== 'same' : d.change === shown));
  return {
    view: 'coverage/changes',
    data: {
      title: head.title, head,
      chips: {
        label: t('coverage.changes.filter'),
        items: [chipView(t('coverage.changes.all'), address, { current: shown === null, count: differences.length - count('same') }),
          ...CHANGES.map((change) => chipView(t(`coverage.change.${change}`), `${address}?change=${change}`, { count: count(change), current: shown === change }))],
      },
      rows: lines.slice(0, MOST_LINES).map((line) => lineView(viewer, line, { planId, forerunnerId, tasks })),
      more: lines.length > MOST_LINES ? t('coverage.changes.more', { count: lines.length - MOST_LINES }) : null,
      empty: lines.length === 0 ? emptyView('flag', t('coverage.changes.empty')) : null,
    },
  };
}

interface Side { citation: string; href: string | null; words: ChangedWords }

function lineView({ t, locale }: Viewer, { change, before, after }: SentenceDifference, { planId, forerunnerId, tasks }: Pick<VersionView, 'planId' | 'forerunnerId' | 'tasks'>) {
  const side = (sentence: VersionSentence | null, other: VersionSentence | null, plan: number | null): Side | null => (sentence === null ? null : {
    citation: citationOf(sentence, locale), words: changedWords(sentence.text, other?.text ?? sentence.text), href: plan === null ? null : sentencePermalink({ planId: plan, ordinal: sentence.ordinal }),
  });
  const affected = before?.id == null ? 0 : (tasks.get(before.id) ?? 0);
  return {
    change: tagView(t(`coverage.change.${change}`), TONES[change]),
    before: side(before, after, forerunnerId),
    after: side(after, before, planId),
    tasks: affected === 0 ? null : t('coverage.changes.tasks', { count: affected }),
  };
}
