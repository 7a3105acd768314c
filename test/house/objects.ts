import fs from 'node:fs';
import path from 'node:path';
import { DEFAULT_POINTS, NO_COUNTS } from '../../src/circulars/criteria.ts';
import { keptAt } from '../../src/filings/evidence-store.ts';
import { createTask } from '../../src/tasks/create-task.ts';
import { PDF } from '../filings/files.ts';
import { openDesk, type Desk } from '../filings/desk.ts';

/** One object of each kind, by its id; all of 市商务局's. */
export interface Objects {
  unit: number; task: number; child: number; draft: number; branch: number; sentFile: number; ownFile: number; milestone: number; slip: number;
  verification: number; verificationFile: number; problem: number; instruction: number; escalation: number; coordination: number; circular: number; delegation: number;
}

/** A file as the store keeps it. */
function keptFile({ context: { config } }: Desk, letter: string) {
  const storageName = letter.repeat(32);
  const place = keptAt(config.dataFolder, storageName);
  fs.mkdirSync(path.dirname(place), { recursive: true });
  fs.writeFileSync(place, PDF);
  return { fileName: '通知.pdf', mime: 'application/pdf', size: PDF.length, sha256: letter.repeat(64), storageName };
}

/** A report of the lead with a file, sent or still being written. */
async function reportWithFile(desk: Desk, period: string, letter: string): Promise<{ filing: number; file: number }> {
  await desk.save('shangwu', period);
  const filing = (await desk.row(period))?.id ?? 0;
  const by = { uploadedById: desk.person('shangwu').accountId, uploadedAt: desk.context.clock.now() };
  const { id } = await desk.context.db.evidence.create({ data: { taskId: desk.matter.taskId, unitId: desk.matter.unit('shangwu'), filingId: filing, ...keptFile(desk, letter), ...by } });
  return { filing, file: id };
}

/** What inspectors have said about the unit. */
async function pressed(desk: Desk) {
  const { context: { db, clock }, matter, person } = desk;
  const [at, by] = [clock.now(), person('duchayuan').accountId];
  const about = { taskId: matter.taskId, unitId: matter.unit('shangwu') };
  const slip = await db.slip.create({ data: { ...about, number: '催1号', kind: 'urge', ground: 'deadline', groundDay: '2023-05-31', reason: '逾期', requirement: '抓紧', issuedAt: at, issuedById: by, issuerUnitId: person('duchayuan').unitId, replyDueOn: '2023-06-20' } });
  const verification = await db.verification.create({ data: { ...about, number: '核1号', method: 'site', visitedOn: '2023-06-14', place: '五一商圈', people: '何立新', finding: '两条街区', verdict: 'partly_true', reportedProgress: 60, foundProgress: 40, recordedAt: at, recordedById: by } });
  const file = await db.verificationFile.create({ data: { verificationId: verification.id, ...keptFile(desk, 'c'), uploadedById: by, uploadedAt: at } });
  const problem = await db.problem.create({ data: { ...about, number: '问1号', verificationId: verification.id, description: '未开工', requirement: '开工', dueOn: '2023-07-01', status: 'open', raisedAt: at, raisedById: by } });
  const leader = person('shizhang').accountId;
  const instruction = await db.instruction.create({ data: { ...about, number: '批1号', leaderId: leader, givenOn: '2023-06-14', text: '请抓紧', dueOn: '2023-07-01', status: 'open', registeredById: leader, registeredAt: at } });
  const escalation = await db.escalation.create({ data: { ...about, number: '约1号', kind: 'talk', ground: 'deadline', groundDay: '2023-05-31', heldOn: '2023-06-14', place: '会议室', people: '王建国', matter: '逾期', result: '立即整改', recordedAt: at, recordedById: by } });
  return { slip: slip.id, verification: verification.id, verificationFile: file.id, problem: problem.id, instruction: instruction.id, escalation: escalation.id };
}

/** A circular in which the unit alone stands, and its head's post lent to the clerk. */
async function papers(desk: Desk) {
  const { context: { db, clock }, matter, person } = desk;
  const [at, by] = [clock.now(), person('duchashi').accountId];
  const rules = await db.ruleSet.create({ data: { status: 'adopted', fromMonth: '2023-05', points: JSON.stringify(DEFAULT_POINTS), reason: '年度', madeById: by, madeAt: at } });
  const circular = await db.circular.create({ data: {
    number: '通1号', month: '2023-05', ruleSetId: rules.id, status: 'shown', drawnUpById: by, drawnUpAt: at, objectUntil: '2023-06-20',
    entries: { create: { unitId: matter.unit('shangwu'), peers: 'city', items: 0, points: 0, counts: JSON.stringify(NO_COUNTS) } },
  } });
  const head = person('shangwu-head');
  const delegation = await db.delegation.create({ data: { postId: head.postId, fromId: head.accountId, toId: person('shangwu').accountId, startsOn: '2023-07-01', endsOn: '2023-07-05', reason: '出差', givenAt: at } });
  return { circular: circular.id, delegation: delegation.id };
}

/** The scene of the object matrix. */
export async function objectsOfOneUnit(): Promise<{ desk: Desk; there: Objects }> {
  const desk = await openDesk('sqlite');
  const { context, matter, person } = desk;
  const sent = await reportWithFile(desk, '2023-01', 'a');
  await desk.signOff('shangwu-head', '2023-01');
  const own = await reportWithFile(desk, '2023-02', 'b');
  const draft = await createTask(context, person('duchashi'), {
    title: '待交办事项', requirement: '制定方案', standard: '方案印发', contact: '', startOn: '2023-01-01', deadline: '2023-12-31', cycle: 'monthly',
    leadId: matter.unit('shangwu'), responsibleIds: [], supportIds: [], districtIds: [], rollup: 'all', sentenceIds: matter.sentenceIds.slice(0, 1),
  });
  const milestone = await context.db.milestone.create({ data: { taskId: matter.taskId, day: '2023-09-30', title: '主体完工', percent: 70 } });
  const coordination = await context.db.coordination.create({ data: {
    taskId: matter.taskId, filingId: sent.filing, unitId: matter.unit('shangwu'), period: '2023-01', matter: '商务用地', status: 'assigned', owner: 'unit', ownerUnitId: matter.unit('fagai'),
    dueOn: '2023-07-01', raisedAt: context.clock.now(), raisedById: person('shangwu-head').accountId, ownedSince: context.clock.now(),
  } });
  return { desk, there: {
    unit: matter.unit('shangwu'), task: matter.taskId, child: await matter.childOf('yuhua'), draft: draft.id, branch: await desk.branchOf('shangwu'),
    sentFile: sent.file, ownFile: own.file, milestone: milestone.id, coordination: coordination.id, ...await pressed(desk), ...await papers(desk),
  } };
}
