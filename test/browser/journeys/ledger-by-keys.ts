import { expectThat, type JourneyTools } from '../journey.ts';

export const name = 'An inspector goes down the ledger with j and opens the second task with Enter';

export async function run({ open }: JourneyTools): Promise<void> {
  const page = await open('duchayuan');
  await page.goto('/tasks');
  const second = await page.locator('[data-row] [data-open]').nth(1).getAttribute('href');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname === second);
  expectThat(await page.locator('h1').isVisible(), 'the task is open');
}
