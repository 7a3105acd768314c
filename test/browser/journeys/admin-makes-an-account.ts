import { expectThat, type JourneyTools } from '../journey.ts';

export const name = 'An administrator makes an account, and its owner can do nothing before choosing a password';

const LOGIN = 'xinlly';
const OWN = 'Qingfeng-8846-Yuelu';

export async function run({ open }: JourneyTools): Promise<void> {
  const admin = await open('admin');
  await admin.goto('/accounts/new');
  await admin.fill('#field-name', '新任联络员');
  await admin.fill('#field-login', LOGIN);
  await admin.locator('#field-unit').pressSequentially('swj');
  await admin.press('#field-unit', 'Enter');
  await admin.selectOption('select[name="role"]', 'clerk');
  await admin.fill('#field-title', '联络员');
  await admin.locator('form.form button[type="submit"]').click();
  const password = await admin.locator('dl.facts code').nth(1).innerText();
  const page = await open(null);
  await page.fill('#field-login', LOGIN);
  await page.fill('#field-password', password);
  await page.press('#field-password', 'Enter');
  await page.goto('/tasks');
  expectThat(new URL(page.url()).pathname === '/me/password', 'everything leads to the page of the password');
  await page.fill('#field-current', password);
  await page.fill('#field-password', OWN);
  await page.fill('#field-again', OWN);
  await page.locator('form.form button[type="submit"]').click();
  await page.waitForURL((url) => url.pathname === '/me');
  await page.goto('/tasks');
  expectThat(new URL(page.url()).pathname === '/tasks', 'and then the ledger opens');
}
