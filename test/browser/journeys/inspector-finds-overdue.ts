import { Clicks, expectThat, type JourneyTools } from '../journey.ts';

export const name = 'An inspector sees which tasks are overdue, whose turn it is, since when and the last order, and has the whole list in a file: at most three clicks';

export async function run({ open }: JourneyTools): Promise<void> {
  const page = await open('duchayuan');
  const clicks = new Clicks();
  await clicks.on(page.locator('nav.side a[href="/supervision"]'));
  await page.locator('.overdue-list tbody tr').first().waitFor();
  const rows = await page.locator('.overdue-list tbody tr').count();
  const told = await page.locator('.overdue-list tbody tr .turn').allInnerTexts();
  expectThat(rows > 0 && told.length === rows && told.every((words) => words.trim() !== ''), 'every line says whose turn it is');
  const nexts = await page.locator('.overdue-list tbody tr td.acts').allInnerTexts();
  expectThat(nexts.every((words) => words.trim() !== ''), 'every line says the next lawful act');
  const download = page.waitForEvent('download');
  await clicks.on(page.locator('a[href*="export.csv"]').first());
  expectThat((await (await download).failure()) === null, 'the list comes as a file');
  expectThat(clicks.count <= 3, `it took ${String(clicks.count)} clicks`);
}
