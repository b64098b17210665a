import type { Text } from '../../platform/text/text.ts';
import type { LiveRoom, SessionBill } from './room.ts';

/** `npm run replay -- --help`. */
export const helpText: Text = {
  zh: `用法：npm run replay -- --file 文件 [选项]

把一份会议记录（纯文本或 Markdown）通过公开接口逐字打进一间直播室，读者可以即时看到。

  --file 文件             要回放的会议记录
  --speed 倍数            1 为原速，20 为二十倍速（默认 1，最高 1000）
  --url 地址              服务器地址（默认 http://127.0.0.1:4000）
  --username 用户名       以该会员身份登录，须同时使用 --password-stdin
  --password-stdin        从标准输入的第一行读取密码
  --token 令牌            使用已有的登录令牌
                          以上都不给时，自动注册一个新会员并显示其密码
  --transcript 编号       接着打自己已有的一份速录，不另建
  --title 标题            新建速录的标题（默认取文件中的标题）
  --visibility PRIVATE    或 PUBLIC：新建的速录私密或公开（默认私密）
  --loop                  打完后从头再来，直到按 Ctrl-C
  --help                  显示本说明`,
  en: `Usage: npm run replay -- --file FILE [options]

Types a meeting (plain text or Markdown) into a live room through the public API, as readers watch.

  --file FILE             the meeting to replay
  --speed FACTOR          1 is the meeting's own pace, 20 is twenty times as fast (default 1, at most 1000)
  --url ADDRESS           the server (default http://127.0.0.1:4000)
  --username NAME         log in as this member; needs --password-stdin
  --password-stdin        read the password from the first line of standard input
  --token TOKEN           use a session that exists
                          with none of these, a new member is registered and the password shown
  --transcript ID         go on with a transcript of your own instead of making one
  --title TITLE           the new transcript's title (default: the file's)
  --visibility PRIVATE    or PUBLIC, for a new transcript (default PRIVATE)
  --loop                  begin again at the end, until Ctrl-C
  --help                  show this`,
};

/** Shown below every fault of the command line. */
export const seeHelpText: Text = {
  zh: '用法见 npm run replay -- --help',
  en: 'See npm run replay -- --help',
};

/** The file is there, and nobody says anything in it. */
export const emptyFileText = (file: string): Text => ({
  zh: `${file} 里没有可以打的文字。`,
  en: `${file} holds no text to type.`,
});

/** The file is in another encoding; reading it on would alter characters. */
export const notUtf8Text = (file: string): Text => ({
  zh: `${file} 不是 UTF-8 编码。请先转换编码，否则文字会被改动。`,
  en: `${file} is not in UTF-8. Convert it first, or its characters would be altered.`,
});

/** The member that was registered for this replay; the password is shown this once. */
export const newcomerText = (username: string, password: string): Text => ({
  zh: `已注册新会员：${username}　密码：${password}`,
  en: `Registered a new member: ${username}   password: ${password}`,
});

/** Where to read along; the password of an existing transcript is not known here. */
export const roomText = (room: LiveRoom, address: string, viewPassword: string | null): Text => ({
  zh: [
    `正在直播：${room.title}`,
    `  分享码　${room.shareCode}`,
    ...(viewPassword === null ? [] : [`  查看密码　${viewPassword}`]),
    `  阅读地址　${address}`,
    '按 Ctrl-C 结束。',
  ].join('\n'),
  en: [
    `Live now: ${room.title}`,
    `  share code     ${room.shareCode}`,
    ...(viewPassword === null ? [] : [`  view password  ${viewPassword}`]),
    `  read along at  ${address}`,
    'Ctrl-C ends it.',
  ].join('\n'),
});

/** The same segment is sent again. */
export const retryText = (attempt: number, waitMs: number, reason: string): Text => ({
  zh: `未送达（${reason}），${waitMs / 1000} 秒后第 ${attempt + 1} 次发送。`,
  en: `Not delivered (${reason}); attempt ${attempt + 1} in ${waitMs / 1000} s.`,
});

/** How it ended, with the bill. */
export const endedText = (segmentCount: number, bill: SessionBill): Text => ({
  zh: `直播已结束：共 ${segmentCount} 段，${bill.minutes} 分钟，用去 ${bill.pointsSpent} 点。`,
  en: `Ended: ${segmentCount} segment(s), ${bill.minutes} minute(s), ${bill.pointsSpent} card point(s).`,
});

/** The session could not be ended from here. */
export const notEndedText = (reason: string): Text => ({
  zh: `未能结束直播（${reason}），请到网页上结束。`,
  en: `Could not end the session (${reason}). Please end it on the web page.`,
});
