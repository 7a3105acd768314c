import { headingText } from '../plans/plan.ts';
import type { Viewer } from '../kernel/viewer.ts';
import type { OutlineEntry, PlanCard } from '../plans/plan-queries.ts';
import type { Page } from '../web/answer.ts';
import { actionView, emptyView, metricView, pageHead, type Metric } from '../web/view-parts.ts';
import { countStates, coverageBar, coveredShare } from './coverage-count.ts';
import { COVERAGE_STATES } from './coverage.ts';
import type { CoveredCommitment } from './coverage-queries.ts';
import { planHead, planTabs } from './plan-tabs.ts';

/** Coverage of a plan and of each of its chapters; every number opens its list. */
export function overviewPage(viewer: Viewer, plan: PlanCard, outline: readonly OutlineEntry[], commitments: readonly CoveredCommitment[]): Page {
  const { t } = viewer;
  const list = `/plans/${plan.id}/commitments`;
  const chapters = outline.filter((entry) => entry.parentId === null);
  return {
    view: 'coverage/overview',
    data: {
      title: t('coverage.overview.title'),
      head: planHead(viewer, plan, { actions: plan.replacesId === null ? [] : [actionView(t('coverage.changes.title'), `/plans/${plan.id}/changes`)] }),
      tabs: planTabs(viewer, plan.id, 'overview'),
      metrics: metricsOf(viewer, plan.id, commitments),
      whole: coverageBar(t, t('coverage.whole_plan'), commitments, list),
      chapters: {
        label: t('coverage.overview.chapters'),
        rows: chapters.map((chapter) => {
          const inside = commitments.filter((c) => c.chapterId === chapter.id);
          const share = coveredShare(inside);
          return {
            label: headingText(chapter), href: `/plans/${plan.id}?chapter=${chapter.id}`,
            note: share === null ? null : t('coverage.share', { share }),
            bar: coverageBar(t, chapter.title, inside, `${list}?chapter=${chapter.id}`),
          };
        }),
      },
    },
  };
}

function metricsOf({ t }: Viewer, planId: number, commitments: readonly CoveredCommitment[]): Metric[] {
  const counts = countStates(commitments);
  const share = coveredShare(commitments);
  return [
    metricView(t('coverage.overview.share'), share ?? 0, { unit: '%', href: `/plans/${planId}/commitments` }),
    ...COVERAGE_STATES.map((state) => metricView(t(`coverage.state.${state}`), counts[state], { href: `/plans/${planId}/commitments?state=${state}` })),
  ];
}

/** One card per plan with the state of its coverage. */
export function planListPage({ t, actor }: Viewer, plans: readonly { plan: PlanCard; commitments: readonly CoveredCommitment[] }[]): Page {
  const upload = actor.role === 'supervisor' ? [actionView(t('coverage.plans.import'), '/plans/import', { look: 'primary', icon: 'upload' })] : [];
  return {
    view: 'coverage/plans',
    data: {
      title: t('nav.plans'),
      head: pageHead(t('nav.plans'), { summary: t('coverage.plans.summary'), actions: upload }),
      plans: plans.map(({ plan, commitments }) => {
        const share = coveredShare(commitments);
        return {
          href: `/plans/${plan.id}`, title: plan.shortTitle, fullTitle: plan.title, status: t(`plans.status.${plan.status}`),
          facts: [plan.issuingBody, plan.adoptedOn, t('coverage.period', { from: plan.startsOn.slice(0, 4), to: plan.endsOn.slice(0, 4) })].filter((part) => part !== null).join(' · '),
          share: share === null ? t('coverage.no_commitments') : t('coverage.share', { share }),
          bar: coverageBar(t, plan.shortTitle, commitments, `/plans/${plan.id}/commitments`),
        };
      }),
      empty: plans.length > 0 ? null : emptyView('plan', t('coverage.plans.empty'), t('coverage.plans.empty_text'), upload[0] ?? null),
    },
  };
}
