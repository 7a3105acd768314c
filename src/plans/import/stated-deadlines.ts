const STATED = /(?:20[0-9]{2}年)?(?:(?:[0-9]{1,2}月(?:[0-9]{1,2}日|底|末|份)?|[一二三四]季度末?|上半年|年)?(?:底|末|之)?(?:以)?前|年内)|20[0-9]{2}年(?:内|年内|底|[0-9]{1,2}月底(?=完成))/g;

/** Deadlines as the text words them: 2020年底前, 2021年6月底前, 2025年6月30日前, 年底前, 2025年内. */
export function statedDeadlines(text: string): string[] {
  return [...text.matchAll(STATED)].map((match) => match[0]).filter((one) => /^20[0-9]{2}年/.test(one) || /^(?:年底|[0-9]{1,2}月底?|年末|上半年)前$/.test(one));
}
