// 机密★3年, 秘密★, 密级：机密 — the marks of GB/T 9704; "国家秘密" in running text is none.
const STARRED = /(?:绝密|机密|秘密)[ \u3000]?[★☆*＊]/;
const ALONE = /^(?:密[ \u3000]?级[:：][ \u3000]?)?(?:绝密|机密|秘密)(?:[ \u3000]?(?:[0-9]{1,2}年|长期))?$/;
const IN_A_NAME = /[（(【[](?:绝密|机密|秘密)[）)】\]]|^(?:绝密|机密|秘密)[★☆\-_ \u3000]/;
const LONGEST_LINE = 40;

/** Looks for a mark of secrecy, in the file's name or anywhere in its text: such a document must not enter this system (DOMAIN §5, SECURITY T30). */
export function hasClassifiedMark(text: string, fileName = ''): boolean {
  return IN_A_NAME.test(fileName) || STARRED.test(fileName) || text.split('\n').some((line) => STARRED.test(line) || (line.length < LONGEST_LINE && ALONE.test(line.trim())));
}
