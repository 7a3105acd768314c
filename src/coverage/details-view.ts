import type { Viewer } from '../kernel/viewer.ts';
import { lightOn } from '../lights/turning-days.ts';
import { citationOf } from '../plans/citation.ts';
import type { Reference } from '../plans/import/plan-reading.ts';
import { sentencePermalink } from '../plans/plan.ts';
import { withLearned } from '../tasks/learned-suggestions.ts';
import type { UnitName } from '../units/unit.ts';
import { actionView, lightView, tagView, type Action, type LightView, type Tag, type Term } from '../web/view-parts.ts';
import { commitmentFacts, stateTag, suggestionViews, type SuggestionView } from './commitment-view.ts';
import type { CoveredCommitment } from './coverage-queries.ts';
import { decisionForms, type DecisionForms, type RefusedDecision } from './decision-forms-view.ts';
import type { ReadSentence } from './reading-queries.ts';
import type { SentenceDetails, SentenceTask } from './sentence-details.ts';

export interface TaskLine { href: string; number: string | null; title: string; light: LightView; status: string; lead: string | null; deadline: string; originalDeadline: string | null; children: string | null }
export interface CommitmentBox { text: string | null; tags: Tag[]; facts: { items: Term[] } | null; suggestions: SuggestionView[]; reason: string | null; decisions: DecisionForms }
/** What stands at the right of the text about the chosen sentence. */
export interface DetailsView {
  quote: { text: string; citation: string; href: string };
  tasks: TaskLine[];
  hidden: string | null;
  boxes: CommitmentBox[];
  create: Action | null;
}

interface Chosen {
  planId: number;
  sentence: ReadSentence;
  details: SentenceDetails;
  coverage: readonly CoveredCommitment[];
  units: ReadonlyMap<string, UnitName>;
  reference: Reference;
  refused: RefusedDecision | null;
}

export function detailsView(viewer: Viewer, { planId, sentence, details, coverage, units, reference, refused }: Chosen): DetailsView {
  const { t, actor, locale } = viewer;
  const { commitments, tasks, hidden } = details;
  return {
    quote: { text: sentence.text, citation: citationOf(sentence, locale), href: sentencePermalink({ planId, ordinal: sentence.ordinal }) },
    tasks: tasks.map((task) => taskLine(viewer, task)),
    hidden: hidden === 0 ? null : t('coverage.details.hidden', { count: hidden }),
    boxes: commitments.map((commitment) => {
      const covered = coverage.find((c) => c.id === commitment.id);
      const facts = commitmentFacts(viewer, commitment);
      const isOpen = covered === undefined || covered.state === 'gap' || covered.state === 'partly';
      return {
        text: commitments.length === 1 ? null : commitment.text,
        tags: [...(covered === undefined ? [] : [stateTag(viewer, covered)]), tagView(t(`plans.kind.${commitment.kind}`))],
        facts: facts.length === 0 ? null : { items: facts },
        suggestions: isOpen ? suggestionViews(viewer, withLearned(commitment, reference), units) : [],
        reason: commitment.decisionReason,
        decisions: decisionForms(viewer, commitment, covered?.state ?? 'gap', refused),
      };
    }),
    create: actor.role === 'supervisor' ? actionView(t('coverage.create_task'), `/tasks/new?sentence=${sentence.id}`, { look: 'primary', icon: 'plus' }) : null,
  };
}

const taskLine = ({ t, today }: Viewer, task: SentenceTask): TaskLine => ({
  href: `/tasks/${task.id}`,
  number: task.number,
  title: task.title,
  light: lightView(t, lightOn(task, today), { pending: task.extensionPending }),
  status: t(`tasks.status.${task.status}`),
  lead: task.leadUnit?.shortName ?? null,
  deadline: task.deadline,
  originalDeadline: task.originalDeadline === task.deadline ? null : task.originalDeadline,
  children: task._count.children === 0 ? null : t('coverage.details.children', { count: task._count.children }),
});
