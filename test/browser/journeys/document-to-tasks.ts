import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { wordFile } from '../../plans/import/make-documents.ts';
import { expectThat, type JourneyTools } from '../journey.ts';

export const name = 'A supervisor uploads a Word document, corrects two commitments, publishes it, hands 30 commitments out in one go by keyboard, sees coverage rise and takes the list of gaps along';

const WANTED = 30;
const MOST_KEYS_EACH = 3;
const TOPICS = ['特色商业街区', '跨境电子商务', '夜间消费集聚区', '农贸市场改造', '会展场馆', '外贸综合服务', '家政服务培训', '老字号传承', '再生资源回收', '便民生活圈', '汽车消费', '餐饮品牌'];
const VERBS = ['加快建设', '全面推进', '大力发展'];

/** A plan of one chapter with more commitments than are handed out; new each time, so that the journey can be repeated where it was made before. */
const lines = (): string[] => [
  '长沙市商务流通发展三年行动计划', '（2022年3月1日）', `编号${String(Date.now())}`, '一、总体要求', '坚持以人民为中心，到2025年，社会消费品零售总额达到7000亿元。', '二、主要任务',
  ...VERBS.flatMap((verb, v) => TOPICS.map((topic, i) => `${v * TOPICS.length + i + 1}.${verb}${topic}。${verb}${topic}，制定年度工作方案并按季度推进。`)),
];

/** @returns the address of the draft */
async function upload(page: Page): Promise<string> {
  await page.goto('/plans/import');
  await page.setInputFiles('input[type="file"]', { name: '商务流通行动计划.docx', mimeType: 'application/octet-stream', buffer: Buffer.from(await wordFile(lines())) });
  await page.locator('form.form button[type="submit"]').click();
  await page.waitForURL(/\/plans\/drafts\/\d+$/);
  expectThat((await page.locator('main').innerText()).includes('主要任务'), 'the outline is shown before anything is a plan');
  return new URL(page.url()).pathname;
}

async function correct(page: Page): Promise<void> {
  await page.locator('a[href*="/commitments?chapter="]').last().click();
  const rows = page.locator('tbody tr');
  const before = await rows.count();
  await rows.first().locator('select[name="kind"]').selectOption('policy');
  await rows.first().locator('button[value="kind"]').click();
  await page.waitForLoadState();
  await rows.last().locator('button[value="statement"]').click();
  await page.waitForLoadState();
  expectThat(await rows.count() === before - 1, 'what is no commitment is none any more');
  expectThat(await rows.first().locator('select[name="kind"]').inputValue() === 'policy', 'the kind is what was chosen');
}

/** @returns the address of the plan */
async function publish(page: Page, draft: string): Promise<string> {
  await page.goto(draft);
  await page.fill('#field-startsOn', '2022-01-01');
  await page.fill('#field-endsOn', '2025-12-31');
  await page.locator('form[action$="/publication"] button[type="submit"]').click();
  await page.waitForURL(/\/plans\/\d+$/);
  return new URL(page.url()).pathname;
}

const shareOf = async (page: Page, plan: string): Promise<number> => {
  await page.goto(`${plan}/overview`);
  return Number(await page.locator('.metric .metric-value').first().innerText().then((text) => text.replace(/\D/g, '')));
};

/** Every row whose lead is right is accepted as it is. @returns keys pressed for each commitment */
async function handOut(page: Page, plan: string): Promise<number> {
  let keys = 0;
  const press = async (key: string): Promise<void> => { keys += 1; await page.keyboard.press(key); };
  await page.goto(`${plan}/desk`);
  await page.selectOption('#desk-chapter', { index: 1 });
  await page.waitForURL(/chapter=/);
  await page.locator('.desk-count').waitFor();
  await page.locator('input[name^="lead-"]').first().fill('swj');
  await page.keyboard.press('Enter');
  expectThat(await page.locator('input[name^="lead-"]').first().inputValue() === '市商务局', 'swj is 市商务局');
  await acceptAndUndo(page);
  for (const lead of await page.locator('input[name^="lead-"]').all()) if (await lead.inputValue() === '') await lead.fill('市商务局');
  await page.locator('input[name^="take-"]').first().focus();
  for (let i = 0; i < WANTED; i += 1) await press('Enter');
  expectThat(await page.locator('input[name^="take-"]:checked').count() === WANTED, `${String(WANTED)} rows are accepted`);
  keys += 1;
  await page.locator('.desk-bar button[value="issue"]').click();
  // All thirty are one bureau's: more than its share of the month takes a reason, and nothing that was accepted is lost.
  await page.locator('#field-capReason').fill('三年行动计划集中分解交办');
  keys += 1;
  await page.locator('.desk-bar button[value="issue"]').click();
  await page.locator('.flash-success').waitFor();
  return keys / WANTED;
}

async function acceptAndUndo(page: Page): Promise<void> {
  await page.keyboard.press('Enter');
  expectThat(await page.locator('input[name^="take-"]:checked').count() === 1, 'Enter accepts the row');
  await page.keyboard.press('Control+z');
  expectThat(await page.locator('input[name^="take-"]:checked').count() === 0, 'Ctrl+Z takes it back');
}

async function gapList(page: Page, plan: string): Promise<string> {
  await page.goto(`${plan}/commitments?state=gap`);
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('a[href*="commitments.csv"]').click()]);
  return readFileSync(await download.path(), 'utf8');
}

export async function run({ open }: JourneyTools): Promise<void> {
  const page = await open('duchashi');
  const draft = await upload(page);
  await correct(page);
  const plan = await publish(page, draft);
  const before = await shareOf(page, plan);
  const keys = await handOut(page, plan);
  expectThat(keys <= MOST_KEYS_EACH, `at most ${String(MOST_KEYS_EACH)} keys for a commitment, it took ${keys.toFixed(2)}`);
  const after = await shareOf(page, plan);
  expectThat(before === 0 && after > 0, `coverage rises, it went from ${String(before)} to ${String(after)} %`);
  const list = await gapList(page, plan);
  expectThat(list.includes('未分解') && !list.includes('已覆盖'), 'the list of gaps holds gaps alone');
}
