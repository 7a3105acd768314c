import { expectThat, type JourneyTools } from '../journey.ts';

export const name = 'A clerk signs in, finds the content, the search and the list of keys with the keyboard alone';

export async function run({ open }: JourneyTools): Promise<void> {
  const page = await open('shangwu');
  await page.goto('/');
  await page.keyboard.press('Tab');
  expectThat((await page.evaluate<string>('document.activeElement.getAttribute("href")')) === '#content', 'the first Tab reaches the link to the content');
  await page.locator('body').click({ position: { x: 2, y: 300 } });
  await page.keyboard.press('?');
  expectThat(await page.locator('dialog.keys').isVisible(), '? opens the list of keys');
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  expectThat((await page.evaluate<string>('document.activeElement.id')) === 'top-search', '/ goes to the search');
}
