import { addDays } from '../../../src/kernel/days.ts';
import { createTask } from '../../../src/tasks/create-task.ts';
import { handOver } from './hand-overs.ts';
import type { Stage } from './stage.ts';

/** The story that the demonstration tells: an article on commerce becomes a monthly task of 市商务局 with 市发展改革委 and all nine districts. */
export async function tellArticle23({ agenda, people, units, ...rest }: Stage): Promise<void> {
  const stage = { agenda, people, units, ...rest };
  const sentence = await agenda.context.db.sentence.findFirst({ where: { planId: stage.planId, kind: 'body', cite: { startsWith: 'article:23/' }, text: { contains: '破除生产要素' } } });
  if (sentence === null) return;
  const id = (code: string): number => units.get(code)?.id ?? 0;
  const day = '2022-11-07';
  agenda.on(day, async () => {
    const task = await createTask(agenda.context, people.any('supervisor'), {
      title: '畅通生产、分配、流通、消费各环节', requirement: sentence.text, contact: '督查室 88667012', startOn: day, deadline: '2023-05-31', cycle: 'monthly',
      standard: '印发实施方案并完成年度清单；各区县市按清单落实到位；形成可核查的成果报告和佐证材料。',
      leadId: id('shangwu'), responsibleIds: [], supportIds: [id('fagai')], districtIds: [...units.values()].filter((u) => u.kind === 'district').map((u) => u.id), rollup: 'all', sentenceIds: [sentence.id],
    });
    stage.toldElsewhere.set(task.id, new Set()); // it is not closed: the inspector will find it overdue
    agenda.on(addDays(day, 1), () => handOver(stage, task.id));
  });
}
