import { sources, type Source } from './source.ts';
import { inlineParts, literalWords, rawValues } from './template-text.ts';

const templates = sources(['views'], '.hbs');
const each = (files: Source[], look: (file: Source) => string[]): string[] => files.flatMap((file) => look(file).map((what) => `${file.path}: ${what}`));

describe('templates', () => {
  test('put values in harmlessly; only a layout takes the finished page as it is', () => {
    expect(each(templates.filter((file) => !file.path.startsWith('views/layouts/')), rawValues)).toEqual([]);
  });

  test('have no script or style of their own, so that the policy can forbid all of them (X2)', () => {
    expect(each(templates, inlineParts)).toEqual([]);
  });

  test('have no word of their own: all come from the text files', () => {
    expect(each(templates, literalWords)).toEqual([]);
  });
});

const plant = (text: string): Source => ({ path: 'views/planted.hbs', text });

describe('a planted mistake in a template is noticed', () => {
  test.each(['{{{name}}}', '{{&name}}', '{{#if a}}{{else}}{{{b}}}{{/if}}'])('%s', (text) => {
    expect(rawValues(plant(text))).toHaveLength(1);
  });

  test.each(['<script>go()</script>', '<style>a{}</style>', '<p style="color:red">', '<a onclick="go()">', '<a href=" javascript:go()">', '{{#if a}}<svg onload="go()">{{/if}}'])('%s', (text) => {
    expect(inlineParts(plant(text))).toHaveLength(1);
  });

  test.each(['<p>Save</p>', '<p>{{#if a}}保存{{/if}}</p>', '<img alt="Photo">', '<input placeholder="请输入">', '<button title="Go" type="submit">', '<p>（{{n}}）</p>'])('%s', (text) => {
    expect(literalWords(plant(text))).toHaveLength(1);
  });

  test.each(['<p>{{t "shell.save"}} · {{n}}%</p>', '<script src="/a.js"></script>', '<input type="text" name="q" value="{{q}}">', '{{! a remark }}'])('while %s is let through', (text) => {
    expect([...rawValues(plant(text)), ...inlineParts(plant(text)), ...literalWords(plant(text))]).toEqual([]);
  });
});
