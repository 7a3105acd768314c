import type { Viewer } from '../kernel/viewer.ts';
import type { PlanCard } from '../plans/plan-queries.ts';
import { chipView, pageHead, tagView, type Chips, type PageHead } from '../web/view-parts.ts';

export type PlanTab = 'text' | 'commitments' | 'programmes' | 'overview' | 'desk';

const HREFS: Record<PlanTab, string> = { text: '', commitments: '/commitments', programmes: '/programmes', overview: '/overview', desk: '/desk' };

/** The views of one plan; the desk is for those who hand out tasks. */
export function planTabs({ t, actor }: Viewer, planId: number, current: PlanTab): Chips {
  const tabs: PlanTab[] = actor.role === 'supervisor' ? ['text', 'commitments', 'desk', 'programmes', 'overview'] : ['text', 'commitments', 'programmes', 'overview'];
  return { label: t('coverage.tabs.label'), items: tabs.map((tab) => chipView(t(`coverage.tabs.${tab}`), `/plans/${planId}${HREFS[tab]}`, { current: tab === current })) };
}

export function planHead({ t }: Viewer, plan: PlanCard, more: Partial<Omit<PageHead, 'title'>> = {}): PageHead {
  const summary = [plan.issuingBody, plan.adoptedOn, t('coverage.period', { from: plan.startsOn.slice(0, 4), to: plan.endsOn.slice(0, 4) })].filter((part) => part !== null).join(' · ');
  return pageHead(plan.shortTitle, { kicker: { label: t('nav.plans'), href: '/plans' }, tags: [tagView(t(`plans.status.${plan.status}`))], summary, ...more });
}
