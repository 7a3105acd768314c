import { wordsIn, type Locale } from '../kernel/text.ts';
import { chineseNumeral } from './chinese-numeral.ts';

const IN_CHINESE_NUMERALS = new Set(['part', 'chapter', 'section']);

/**
 * Words the place of a sentence: 第23条第2段第1句, 第三章导语第1句. Tasks and papers keep the Chinese one.
 * @param sentence its `cite`, as in "article:23/paragraph:2/sentence:1"
 */
export function citationOf(sentence: { cite: string }, locale: Locale = 'zh-CN'): string {
  const t = wordsIn(locale);
  return sentence.cite.split('/').map((piece) => {
    const [level = '', value = ''] = piece.split(':');
    if (value.startsWith('=')) return t('plans.cite.named', { title: value.slice(1) });
    const number = IN_CHINESE_NUMERALS.has(level) && locale === 'zh-CN' ? chineseNumeral(Number(value)) : value;
    return t(`plans.cite.${level}`, { number });
  }).join(t('plans.cite.joint'));
}
