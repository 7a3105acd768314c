import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { freshFolder } from '../support/fresh-db.ts';
import { cruise, plantSources } from './cruise.ts';
import { root } from './source.ts';

const rules = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as { places: string[] };

test('every file imports only what it may', () => {
  const { violations, modules } = cruise();
  expect(violations).toEqual([]);
  expect(modules).toBeGreaterThan(100);
}, 60_000);

test('every folder has a place in the order', () => {
  const folders = fs.readdirSync(path.join(root, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  expect(folders.filter((name) => !rules.places.includes(name))).toEqual([]);
});

// rule, file that breaks it, what it imports
const PLANTED: [string, string, string][] = [
  ['order-of-domains', 'src/units/a.ts', '../tasks/task.ts'],
  ['order-of-domains', 'src/tasks/a.ts', '../filings/filing.ts'],
  ['order-of-domains', 'src/dashboards/a.ts', '../documents/document.ts'],
  ['routes-pages-forms-stay-inside', 'src/filings/a.ts', '../tasks/task-forms.ts'],
  ['nobody-imports-routes', 'src/tasks/a.ts', './task-routes.ts'],
  ['data-and-rules-know-no-pages', 'src/tasks/a-queries.ts', './task-pages.ts'],
  ['bodies-are-received-for-routes', 'src/tasks/a.ts', './receive-file.ts'],
  ['pages-read-no-data', 'src/tasks/a-pages.ts', './task-queries.ts'],
  ['queries-read-only', 'src/tasks/a-queries.ts', './task-forms.ts'],
  ['policy-is-pure', 'src/tasks/a-policy.ts', './task-queries.ts'],
  ['policy-is-pure', 'src/tasks/a-policy.ts', '../kernel/db/transaction.ts'],
  ['lifecycle-holds-facts', 'src/tasks/a-lifecycle.ts', './task-policy.ts'],
  ['forms-know-no-data', 'src/tasks/a-forms.ts', './task-queries.ts'],
  ['kernel-knows-no-domain', 'src/kernel/a.ts', '../tasks/task.ts'],
  ['config-knows-nothing', 'src/config.ts', './kernel/clock.ts'],
  ['audit-knows-no-domain', 'src/audit/a.ts', '../tasks/task.ts'],
  ['audit-shows-itself-through-web', 'src/audit/a-routes.ts', '../tasks/task.ts'],
  ['web-knows-no-domain', 'src/web/a.ts', '../tasks/task.ts'],
  ['the-top-is-nobodys', 'src/tasks/a.ts', '../app.ts'],
  ['commands-are-nobodys', 'src/tasks/a.ts', '../commands/command.ts'],
  ['domains-know-no-seeds', 'src/tasks/a.ts', '../../prisma/seed.ts'],
  ['http-stays-at-the-door', 'src/tasks/a.ts', 'express'],
  ['http-stays-at-the-door', 'src/tasks/a-pages.ts', 'handlebars'],
  ['http-stays-at-the-door', 'src/kernel/a.ts', 'passport'],
  ['generated-only-through-kernel-db', 'src/tasks/a.ts', '../generated/client.ts'],
  ['ours-is-loaded-at-the-start', 'src/units/later.ts', './unit.ts'],
  ['no-circles', 'src/lights/a.ts', './b.ts'],
];

describe('a planted import that breaks the order is noticed', () => {
  let violations: string[];
  beforeAll(() => {
    const folder = freshFolder('planted');
    const targets = PLANTED.filter(([, , to]) => to.startsWith('.')).map(([, from, to]) => path.posix.join(path.posix.dirname(from), to));
    const files = Object.fromEntries([...targets, 'src/plans/c.ts'].map((file) => [file, 'export const a = 1;\n']));
    for (const [, from, to] of PLANTED) files[from] = `${files[from] ?? ''}export * as n${Object.keys(files).length} from '${to}';\nimport '${to}';\n`;
    files['src/units/later.ts'] = "export const later = () => import('./unit.ts');\n";
    files['src/lights/b.ts'] = "import './a.ts';\n";
    files['src/plans/c-pages.ts'] = "import type { a } from './c-queries.ts';\nexport type B = typeof a;\n";
    files['src/plans/c-queries.ts'] = "import '../kernel/db/client.ts';\nexport const a = 1;\n";
    plantSources(folder, { ...files, 'src/kernel/db/client.ts': "import '../../generated/client.ts';\n" });
    ({ violations } = cruise(folder));
  }, 60_000);

  test.each(PLANTED)('%s: %s → %s', (rule, from) => {
    expect(violations.filter((line) => line.startsWith(`${rule}: ${from} → `))).not.toEqual([]);
  });

  test('while what is allowed is let through', () => {
    expect(violations.filter((line) => /: src\/(plans\/c|kernel\/db)/.test(line))).toEqual([]);
  });
});
