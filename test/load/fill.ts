import type { Context } from '../../src/kernel/context.ts';
import { addDays } from '../../src/kernel/days.ts';
import { Chance } from '../../prisma/seeds/history/chance.ts';

const TASKS = 10_000;
const UNITS = 300;
const FILINGS_PER_TASK = 10;
const BATCH = 500;

async function inBatches<T>(rows: T[], write: (batch: T[]) => Promise<unknown>): Promise<void> {
  for (let i = 0; i < rows.length; i += BATCH) await write(rows.slice(i, i + BATCH));
}

/** A large city: 10,000 tasks, 300 units, 100,000 reports; rows written directly into SQLite, since only reading is measured. */
export async function fillLargeCity({ db, clock }: Context, planId: number): Promise<void> {
  const chance = new Chance(1);
  const now = clock.now();
  const have = await db.unit.count();
  await db.unit.createMany({ data: Array.from({ length: UNITS - have }, (_, i) => ({ code: `extra${i}`, name: `第${i}直属单位全称`, shortName: `第${i}单位`, kind: 'government', sort: 1000 + i, pinyin: `di ${i} dan wei`, initials: `d${i}dw` })) });
  const units = (await db.unit.findMany({ select: { id: true } })).map((u) => u.id);
  const nodes = await db.planNode.findMany({ where: { planId, level: 'article' }, select: { id: true, chapterId: true } });
  await inBatches(Array.from({ length: TASKS }, (_, i) => i + 1), (batch) => db.task.createMany({ data: batch.map((i) => taskRow(i, planId, chance, units, nodes, now)) }));
  const tasks = await db.task.findMany({ select: { id: true, leadUnitId: true, deadline: true } });
  await inBatches(tasks, (batch) => db.assignment.createMany({ data: batch.flatMap((t) => [
    { taskId: t.id, unitId: t.leadUnitId ?? 1, role: 'lead', dueOn: t.deadline, signedAt: now },
    { taskId: t.id, unitId: units[(units.indexOf(t.leadUnitId ?? 1) + 7) % units.length] ?? 1, role: 'support', dueOn: t.deadline },
  ]) }));
  await db.$executeRaw`WITH RECURSIVE "month"("k") AS (SELECT 1 UNION ALL SELECT "k" + 1 FROM "month" WHERE "k" < ${FILINGS_PER_TASK})
    INSERT INTO "Filing" ("taskId", "assignmentId", "period", "dueOn", "originalDueOn", "status", "progress", "done", "problems", "nextSteps", "coordination", "draftedById", "draftedAt", "sentAt", "firstSentAt", "round")
    SELECT a."taskId", a."id", printf('2022-%02d', "k"), printf('2022-%02d-28', "k"), printf('2022-%02d-28', "k"), 'accepted', "k" * 8, '本期完成若干工作', '', '', '', 1, ${now}, ${now}, ${now}, 1
    FROM "Assignment" a, "month" WHERE a."role" = 'lead'`;
}

function taskRow(i: number, planId: number, chance: Chance, units: number[], nodes: { id: number; chapterId: number | null }[], now: Date) {
  const node = chance.pick(nodes);
  const deadline = addDays('2023-06-15', chance.between(-200, 900));
  const lead = chance.pick(units);
  return {
    number: `长督交〔2022〕${i}号`, planId, articleId: node.id, chapterId: node.chapterId, title: `推进第${i}号重点项目建设和商务领域改革`, quote: '原文', citation: '第23条第1段第2句',
    requirement: '按计划推进', standard: '验收合格', contact: '', status: chance.pick(['issued', 'underway', 'underway', 'underway', 'closed']), cycle: 'monthly', startOn: '2022-01-01',
    originalDeadline: deadline, deadline, createdById: 1, supervisorId: 1, createdAt: now, issuedAt: now, leadUnitId: lead, progress: chance.between(0, 100),
    yellowFrom: addDays(deadline, -chance.between(0, 300)), redFrom: addDays(deadline, 1 - chance.between(0, 100)), turn: 'lead', turnUnitId: lead, turnSince: now, lastAct: 'assignment.signed', lastActAt: now,
    searchText: `长督交〔2022〕${i}号 推进第${i}号重点项目建设和商务领域改革 第23条`,
  };
}
