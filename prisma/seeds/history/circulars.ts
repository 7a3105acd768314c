import { adoptRuleSet } from '../../../src/circulars/adopt-rule-set.ts';
import { DEFAULT_POINTS } from '../../../src/circulars/criteria.ts';
import { draftRuleSet } from '../../../src/circulars/draft-rule-set.ts';
import { drawUpCircular } from '../../../src/circulars/draw-up-circular.ts';
import { publishCircular } from '../../../src/circulars/move-circular.ts';
import type { Stage } from './stage.ts';

/** Rules since April; the circular of April went out, that of May lies with the units. */
export function tellCirculars({ agenda, people }: Stage): void {
  const { context } = agenda;
  const supervisor = people.any('supervisor');
  const leader = people.any('leader');
  agenda.on('2023-03-20', async () => {
    const id = await draftRuleSet(context, supervisor, { points: DEFAULT_POINTS, custom: '', reason: '按月通报工作实绩' });
    await adoptRuleSet(context, leader, id, { version: 1 });
  });
  agenda.on('2023-05-06', async () => {
    const id = await drawUpCircular(context, supervisor, '2023-04');
    agenda.on('2023-05-12', () => publishCircular(context, leader, id, { version: 1 }));
  });
  agenda.on('2023-06-14', async () => { await drawUpCircular(context, supervisor, '2023-05'); });
}
