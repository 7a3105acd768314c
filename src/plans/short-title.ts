import { wordsIn } from '../kernel/text.ts';

const LONGEST = 40;
const FIVE_YEARS = /国民经济和社会发展第([一二三四五六七八九十]{1,3})个五年规划/;
const PLACE = /([\u4e00-\u9fff]{1,6}[省市县区州盟])国民经济/;
const FORM = /(?:建议|纲要)$/;

/** A title for lists, to be corrected by a person: 长沙市“十四五”规划建议 for the long title that such documents have. */
export function shortTitleOf(title: string): string {
  const count = FIVE_YEARS.exec(title)?.[1];
  if (count === undefined) return title.slice(0, LONGEST);
  const place = PLACE.exec(title)?.[1]?.split(/制定|关于/).at(-1) ?? '';
  return wordsIn('zh-CN')('plans.short_title', { place, count, form: FORM.exec(title)?.[0] ?? '' });
}
