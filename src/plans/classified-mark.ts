const LEVELS = '绝密|机密|秘密';
// 机密★3年, 秘密★, 密级：机密 — the marks of GB/T 9704; "国家秘密" in running text is none.
const STARRED = new RegExp(`(?:${LEVELS})[ \\u3000]?[★☆*＊]`);
const ALONE = new RegExp(`^(?:密[ \\u3000]?级[:：][ \\u3000]?)?(?:${LEVELS})(?:[ \\u3000]?(?:[0-9]{1,2}年|长期))?$`);
const IN_A_NAME = new RegExp(`(?:[（(【\\[](?:${LEVELS})[）)】\\]])|^(?:${LEVELS})[★☆\\-_ 　]`);

/** Looks for a mark of secrecy, in the file's name or anywhere in its text: such a document must not enter this system (DOMAIN §5, SECURITY T30). */
export function hasClassifiedMark(text: string, fileName = ''): boolean {
  return IN_A_NAME.test(fileName) || STARRED.test(fileName) || text.split('\n').some((line) => STARRED.test(line) || (line.length < 40 && ALONE.test(line.trim())));
}
