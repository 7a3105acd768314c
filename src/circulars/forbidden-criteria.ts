/** What must never be scored (R28): traces of activity instead of work. Kinds with the words by which they are asked for, in small letters and without spaces. */
const FORBIDDEN = {
  log_ins: ['登录', '登陆', '上线', '在线', '打卡', '签到', '活跃', '日活', '月活', '使用时长', '时长', '点击', '访问量', '浏览', 'login', 'logon', 'logins', 'signin', 'checkin', 'online', 'activity', 'active', 'click', 'visit'],
  messages: ['消息', '信息报送', '信息条数', '信息数', '信息量', '回复速度', '响应速度', '秒回', '已读', '接龙', '回复率', '发帖', '评论', '转发', 'message', 'replyspeed', 'responsetime', 'chat', 'repost'],
  praise: ['点赞', '赞数', '表扬', '好评', '积分', '投票', '满意度投票', 'like', 'praise', 'vote'],
  instructions: ['批示', '领导肯定', '肯定性', '圈阅', 'instruction', 'endorse'],
  articles: ['稿件', '投稿', '采用', '采稿', '文章', '简报', '信息稿', '报道', '宣传', '发稿', '经验交流', '媒体', 'article', 'press', 'news', 'publication'],
  photos: ['照片', '图片', '拍照', '影像', '留痕', '截图', '视频', '台账份数', '材料份数', 'photo', 'picture', 'screenshot', 'video'],
} as const;

export type ForbiddenKind = keyof typeof FORBIDDEN;

/** As it is compared: full width as half, traditional spelling left alone, small letters, no spaces, signs or invisible characters between. */
export const plainName = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Which forbidden kind a criterion's name asks for, and by which word; null where none is in it. */
export function forbiddenIn(name: string): { kind: ForbiddenKind; word: string } | null {
  const plain = plainName(name);
  for (const [kind, words] of Object.entries(FORBIDDEN) as [ForbiddenKind, readonly string[]][]) {
    const word = words.find((w) => plain.includes(w));
    if (word !== undefined) return { kind, word };
  }
  return null;
}
