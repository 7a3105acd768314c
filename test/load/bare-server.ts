import path from 'node:path';
import express from 'express';
import { readConfig, root } from '../../src/config.ts';
import { openContext } from '../../src/kernel/open-context.ts';
import { wordsIn } from '../../src/kernel/text.ts';
import type { Viewer } from '../../src/kernel/viewer.ts';
import { postsOf } from '../../src/accounts/account-queries.ts';
import { timelineOf } from '../../src/audit/audit-queries.ts';
import { navigation } from '../../src/navigation.ts';
import { chapterChoices } from '../../src/plans/plan-queries.ts';
import { readFilter } from '../../src/tasks/ledger-filter.ts';
import { ledgerPage } from '../../src/tasks/ledger-pages.ts';
import { countLedger, ledgerRows } from '../../src/tasks/ledger-queries.ts';
import { taskPage } from '../../src/tasks/task-pages.ts';
import { findTask, namesOf } from '../../src/tasks/task-queries.ts';
import { unitChoices } from '../../src/units/unit-queries.ts';
import { PAGE_SIZE } from '../../src/web/paging.ts';
import { useViews } from '../../src/web/views.ts';
import { LEDGER_PATH } from './paths.ts';

// The measure: Express and Handlebars alone, rendering the very same pages from memory. No session, no rights, no database.
const context = await openContext(readConfig());
const { id } = await context.db.account.findUniqueOrThrow({ where: { login: 'duchashi' } });
const [actor] = await postsOf(context, id);
if (actor === undefined) throw new Error('the supervisor has no post');
const t = wordsIn('zh-CN');
const viewer: Viewer = { actor, locale: 'zh-CN', t, now: context.clock.now(), today: context.config.demonstrationDay, calendar: context.calendar, parameters: context.parameters };
const shell = {
  t, locale: 'zh-CN', otherLocale: 'en', csrf: 'x'.repeat(256), path: '/', actor: { ...actor, postCount: 1 }, flash: null, demonstrationDay: '2023-06-15', waiting: { count: 12, href: '/' }, unread: { count: 1, href: '/messages' },
  nav: navigation.filter((n) => n.roles.includes(actor.role)).map((n) => ({ href: n.href, label: t(n.key), icon: n.icon, current: false })),
};
const filter = readFilter(Object.fromEntries(new URL(LEDGER_PATH, 'http://localhost').searchParams));
const ledger = ledgerPage(viewer, filter, {
  rows: await ledgerRows(context, actor, filter, PAGE_SIZE), total: await countLedger(context, actor, filter),
  choices: { units: await unitChoices(context), chapters: await chapterChoices(context) },
});
const task = await findTask(context, actor, 1);
const detail = taskPage(viewer, { task, events: await timelineOf(context, 'task:1'), names: await namesOf(context, [task.supervisorId]), summed: null, whole: null });

const app = express();
useViews(app, path.join(root, 'views'), true);
app.get('/ledger', (_req, res) => { res.type('html').render(ledger.view, { ...ledger.data, shell }); });
app.get('/detail', (_req, res) => { res.type('html').render(detail.view, { ...detail.data, shell }); });
app.listen(context.config.port, '127.0.0.1', () => { process.stdout.write('ready\n'); });
