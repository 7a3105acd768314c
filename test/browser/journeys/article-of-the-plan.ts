import type { Page } from 'playwright-core';
import { expectThat, type JourneyTools } from '../journey.ts';

export const name = 'A sentence of the plan becomes a task of a bureau and nine districts, is signed, reported, returned, reported again, asked to close and closed';

const TITLE = '畅通城乡要素循环';

/** Opens the fold of an act on a task's page. */
const unfold = (page: Page, label: string): Promise<void> => page.locator('details.confirm > summary', { hasText: new RegExp(`^\\s*${label}\\s*$`) }).click();

async function handOver(page: Page): Promise<string> {
  await page.goto('/plans/1?filter=gaps');
  await page.locator('a.mark-gap').first().click();
  await page.locator('.reading-details a', { hasText: '建立任务' }).first().click();
  await page.fill('#field-title', TITLE);
  await page.fill('#field-standard', '年度清单完成，佐证材料齐全');
  await page.fill('#field-startOn', '2023-04-03');
  await page.fill('#field-deadline', '2023-12-29');
  await page.selectOption('#field-cycle', 'monthly');
  await chooseUnits(page);
  await page.locator('form.form button[type="submit"]').first().click();
  await page.waitForURL(/\/tasks\/\d+$/);
  await page.locator('.page-head-actions button', { hasText: '交办' }).click();
  await page.locator('.flash-success').waitFor();
  expectThat(await page.locator('tr[data-row]').count() === 9, 'nine districts have a task each');
  return new URL(page.url()).pathname;
}

/** 市商务局 leads, 市发展改革委 supports, all nine districts. */
async function chooseUnits(page: Page): Promise<void> {
  await page.selectOption('select[name="leadId"]', { label: '市商务局' }, { force: true });
  const proposed = page.locator('#field-responsibleIds input:checked, #field-supportIds input:checked');
  for (let left = await proposed.count(); left > 0; left -= 1) await proposed.first().uncheck();
  const folds = page.locator('.picks details:not([open]) > summary');
  for (let left = await folds.count(); left > 0; left -= 1) await folds.first().click();
  await page.locator('#field-supportIds label', { hasText: '市发展改革委' }).first().locator('input').check();
  for (const box of await page.locator('#field-districtIds input').all()) await box.check();
}

async function report(page: Page, task: string, period: string, progress: string, done: string): Promise<void> {
  await page.goto(`${task}/filings/${period}`);
  await page.fill('#field-progress', progress);
  await page.fill('#field-done', done);
  await page.locator('button', { hasText: '审签上报' }).click();
  await page.locator('.flash-success').waitFor();
}

async function review(page: Page, task: string, period: string, verdict: 'accepted' | 'returned'): Promise<void> {
  await page.goto(`${task}/filings/${period}`);
  if (verdict === 'accepted') for (const box of await page.locator('.filing-checklist input[name^="check_"]').all()) await box.check();
  else await page.fill('#field-reason', '请补充数据来源');
  await page.locator(`button[name="verdict"][value="${verdict}"]`).click();
  await page.locator('.flash-success').waitFor();
}

export async function run({ open }: JourneyTools): Promise<void> {
  const supervisor = await open('duchashi');
  const head = await open('shangwu-head');
  const task = await handOver(supervisor);
  await head.goto('/');
  expectThat((await head.locator('main').innerText()).includes(TITLE), 'the head finds the new task on the desk');
  await head.goto(task);
  await head.locator('.page-head-actions button', { hasText: '签收' }).click();
  await head.locator('.flash-success').waitFor();
  await report(head, task, '2023-04', '12', '四月：清单已印发');
  await review(supervisor, task, '2023-04', 'accepted');
  await report(head, task, '2023-05', '24', '五月：完成清单两成');
  await review(supervisor, task, '2023-05', 'returned');
  await report(head, task, '2023-05', '25', '五月：完成清单两成，数据来自商务统计直报');
  await review(supervisor, task, '2023-05', 'accepted');
  await head.goto(task);
  await unfold(head, '申请办结');
  await head.fill('#field-submit-completion', '清单全部完成');
  await head.locator('details[open] button', { hasText: '提交办结申请' }).click();
  await supervisor.goto(task);
  await unfold(supervisor, '办结');
  await supervisor.check('#field-close-standardMet');
  await supervisor.locator('details[open] button', { hasText: '确认办结' }).click();
  await supervisor.locator('.flash-success').waitFor();
  expectThat((await supervisor.locator('.page-head').innerText()).includes('已办结'), 'the task is closed');
}
