import fs from 'node:fs';
import path from 'node:path';
import Handlebars from 'handlebars';
import { root } from '../../src/config.ts';
import { wordsIn } from '../../src/kernel/text.ts';
import { t } from '../../src/web/helpers/t.ts';
import { componentSamples } from './component-samples.ts';

const folder = path.join(root, 'views/components');
/** Parts of the frame around every page: they take the shell, not data of their own, and every page test renders them. */
const FRAME = ['banner', 'flash', 'header', 'keys', 'navigation', 'navigation-list', 'post-menu'];

const handlebars = Handlebars.create();
handlebars.registerHelper('t', t);
for (const file of fs.readdirSync(folder)) handlebars.registerPartial(`components/${file.replace('.hbs', '')}`, fs.readFileSync(path.join(folder, file), 'utf8'));

/** Draws a partial with its sample as strictly as the application does. */
function draw(name: string): string {
  const template = handlebars.compile(`{{> components/${name} sample}}`, { strict: true, preventIndent: true });
  return template({ sample: componentSamples[name], shell: { t: wordsIn('zh-CN'), csrf: 'token' } });
}

const names = fs.readdirSync(folder).map((file) => file.replace('.hbs', '')).filter((name) => !FRAME.includes(name));

it.each(names)('the partial %s can be drawn from the data that its functions make', (name) => {
  expect(componentSamples).toHaveProperty([name]);
  expect(draw(name)).not.toMatch(/undefined|\[object/);
});

it.each(names)('the partial %s needs no inline style and no inline script', (name) => {
  expect(draw(name)).not.toMatch(/\sstyle=|\son[a-z]+=|<script/);
});

it('a light says its word, never colour alone, and says that an extension is pending', () => {
  expect(draw('light')).toMatch(/#light-yellow-pending.*滞后.*延期待批/s);
});

it('an act that is not to be done now says why', () => {
  const head = draw('page-head');
  expect(head).toContain('disabled');
  expect(head).toContain('先由牵头单位申请办结');
});

it('every number of a distribution opens its list', () => {
  expect(draw('figures')).toMatch(/href="\/tasks\?light&#x3D;red".*逾期.*<b>4<\/b>/s);
});

it('every icon that a partial or a page asks for is drawn', () => {
  const symbols = new Set([...fs.readFileSync(path.join(root, 'public/img/icons.svg'), 'utf8').matchAll(/symbol id="([a-z-]+)"/g)].map((m) => m[1]));
  const templates = fs.readdirSync(path.join(root, 'views'), { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.hbs'));
  const asked = templates.flatMap((f) => [...fs.readFileSync(path.join(root, 'views', f), 'utf8').matchAll(/components\/icon name="([a-z-]+)"/g)].map((m) => m[1] ?? ''));
  expect(asked.filter((name) => !symbols.has(name))).toEqual([]);
});
