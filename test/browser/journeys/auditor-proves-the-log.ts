import { expectThat, type JourneyTools } from '../journey.ts';

export const name = 'An auditor has the whole log proved and sees who did what';

export async function run({ open }: JourneyTools): Promise<void> {
  const page = await open('shenji');
  await page.goto('/audit');
  expectThat(await page.locator('tr[data-row]').count() > 10, 'the log has lines');
  await page.locator('form[action="/audit/verification"] button').click();
  await page.locator('main h1').waitFor();
  expectThat(/完整|一致|未被改动/.test(await page.locator('main').innerText()), 'the proof says that nothing was changed');
}
