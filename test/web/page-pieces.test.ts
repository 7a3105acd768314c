import Handlebars from 'handlebars';
import { each } from '../../src/web/helpers/each.ts';
import { kept } from '../../src/web/helpers/kept.ts';
import { bytesOf, withPieces } from '../../src/web/page-pieces.ts';

const handlebars = Handlebars.create();
handlebars.registerHelper({ each, kept });
const long = (word: string): string => word.repeat(600);
const lists = [{ name: long('长'), words: ['短', long('沙')] }, { name: '𠮷', words: [] }];
const TEMPLATE = '{{#each lists}}{{@index}}{{#if @last}}末{{/if}}{{name}}{{#each words}}<b>{{this}}</b>{{else}}无{{/each}};{{/each}}';

/** @returns the text before its pieces are put in, and the whole */
function draw(template: string, data: object): { page: string; whole: string } {
  const root = withPieces(data);
  const page = handlebars.compile(template)(root);
  return { page, whole: bytesOf(page, root).toString() };
}

it('a page with long items in its lists, and lists in them, is what Handlebars makes of it alone', () => {
  const { page, whole } = draw(TEMPLATE, { lists });
  expect(whole).toBe(Handlebars.compile(TEMPLATE)({ lists }));
  expect(page.length).toBeLessThan(100);
});

it('without pieces the list is drawn as it is', () => {
  expect(handlebars.compile(TEMPLATE)({ lists })).toBe(Handlebars.compile(TEMPLATE)({ lists }));
});

it('what is drawn once for many pages is whole in each', () => {
  const template = '{{#kept lists}}{{#each lists}}{{name}}{{/each}}{{/kept}}';
  const pages = [1, 2].map(() => draw(template, { lists }).whole);
  expect(pages).toEqual([long('长') + '𠮷', long('长') + '𠮷']);
});

it('a text that looks like a mark of no piece hides nothing but itself', () => {
  expect(draw('{{name}}', { name: '前\uDC007\uDC01后' }).whole).toBe('前后');
});
