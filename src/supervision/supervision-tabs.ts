import type { Viewer } from '../kernel/viewer.ts';
import { chipView, type Chips } from '../web/view-parts.ts';
import { isOverseer } from './slip-policy.ts';

const TABS = {
  overdue: '/supervision',
  slips: '/supervision/slips',
  verifications: '/supervision/verifications',
  problems: '/supervision/problems',
  escalations: '/supervision/escalations',
  samples: '/supervision/samples',
  instructions: '/supervision/instructions',
  holders: '/supervision/holders',
  burden: '/supervision/burden',
} as const;
export type SupervisionTab = keyof typeof TABS;

/** What everybody may open; the rest is the overseers'. */
const FOR_UNITS: readonly SupervisionTab[] = ['slips', 'verifications', 'problems', 'escalations', 'instructions'];

export function supervisionTabs({ t, actor }: Viewer, current: SupervisionTab): Chips {
  const open = (Object.keys(TABS) as SupervisionTab[]).filter((tab) => isOverseer(actor) || FOR_UNITS.includes(tab));
  return { label: t('supervision.tabs'), items: open.map((tab) => chipView(t(`supervision.tab.${tab}`), TABS[tab], { current: tab === current })) };
}
