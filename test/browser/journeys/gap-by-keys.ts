import { expectThat, type JourneyTools } from '../journey.ts';

export const name = 'A supervisor finds the next gap with g, types the initials of a bureau and is asked before the half-filled task is lost';

export async function run({ open }: JourneyTools): Promise<void> {
  const page = await open('duchashi');
  await page.goto('/plans');
  await page.locator('.panel-title a').first().click();
  await page.waitForSelector('[data-gap]');
  await page.keyboard.press('g');
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.search !== '');
  expectThat((await page.locator('.mark-gap[aria-current="true"]').count()) === 1, 'one gap is chosen');
  await page.locator('.reading-details a.btn-primary').first().click();
  const lead = page.locator('[role="combobox"]').first();
  await lead.fill('sswj');
  await page.keyboard.press('Enter');
  expectThat((await lead.inputValue()) === '市商务局', 'sswj is 市商务局');
  await page.fill('#field-requirement', '只写了一半'); // the unit may be the one that was suggested already
  const asked = page.waitForEvent('dialog', { timeout: 20_000 });
  const leaving = page.goto('/').catch(() => null);
  const dialog = await asked;
  expectThat(dialog.type() === 'beforeunload', 'the browser asks before the page is left');
  await dialog.accept();
  await leaving;
}
