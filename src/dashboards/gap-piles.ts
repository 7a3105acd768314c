import type { Context } from '../kernel/context.ts';
import type { Viewer } from '../kernel/viewer.ts';
import { listHref } from '../coverage/list-filter.ts';
import { planList } from '../plans/plan-queries.ts';
import { actionView, pileRow, pileView, type Pile, type PileRow } from '../web/view-parts.ts';
import { articleGaps, type ArticleGap } from './coverage-figures.ts';

const SHOWN = 5;

export interface PlanGaps { planId: number; plan: string; articles: ArticleGap[] }

/** Running plans with what of them nobody has been given. */
export async function planGaps(context: Context): Promise<PlanGaps[]> {
  const [plans, gaps] = await Promise.all([planList(context), articleGaps(context)]);
  return plans.filter((plan) => plan.status === 'running').map((plan) => ({ planId: plan.id, plan: plan.shortTitle, articles: gaps.filter((g) => g.planId === plan.id) }));
}

const NO_STATE = { state: null, mark: null, chapterId: null, proposed: false } as const;

/** One pile per running plan: its articles with commitments without a task; the number opens the list of these commitments. */
export function gapPiles(viewer: Viewer, plans: readonly PlanGaps[]): Pile[] {
  const { t } = viewer;
  return plans.map(({ planId, plan, articles }) => {
    const gaps = articles.reduce((sum, a) => sum + a.gaps, 0);
    const more = articles.length > SHOWN ? t('desk.gaps.more', { count: articles.length - SHOWN }) : null;
    const title = plans.length === 1 ? t('desk.pile.gap') : t('desk.gaps.of_plan', { plan });
    const rows = articles.slice(0, SHOWN).map((article, i) => gapRow(viewer, article, i === SHOWN - 1 ? more : null));
    return pileView(`pile-gap-${planId}`, title, gaps, rows, {
      href: listHref(planId, { ...NO_STATE, state: 'gap' }), icon: 'plan', empty: t('desk.empty.gap'),
    });
  });
}

function gapRow({ t }: Viewer, { planId, chapterId, sentence, label, title, gaps }: ArticleGap, more: string | null): PileRow {
  const href = `/plans/${planId}?show=gap&s=${sentence}#s-${sentence}`;
  return pileRow(label === null ? t('desk.gaps.outside') : `${label}${title ?? ''}`, href, {
    meta: [t('desk.gaps.count', { count: gaps }), ...(more === null ? [] : [more])], action: actionView(t('desk.act.decompose'), `/plans/${planId}/desk${chapterId === null ? '' : `?chapter=${chapterId}`}`),
  });
}
