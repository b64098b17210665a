export const typingZh = {
  holdBack: '暂留',
  holdBackHint: '最近打的字先留在自己这里，改好了读者才看到。暂留的部分在输入框里用虚线标出。',
  unit: '怎样暂留',
  units: {
    none: '不暂留，打一个字读者就看到',
    characters: '暂留最近几个字',
    words: '暂留最近几个词（一个汉字算一个）',
    seconds: '暂留最近几秒',
  },
  count: { characters: '字数', words: '词数', seconds: '秒数' },
  heldKeys: (flush: string, takeBack: string) => `${flush} 立刻全部上屏 · ${takeBack} 收回还没上屏的`,
  caret: '光标',
  atEnd: '光标锁定在末尾',
  atEndHint: (keys: string) => `打的字总是接在末尾，不管光标在哪里。要在句中修改时按 ${keys}，再按一次回来。`,
  speakers: '快捷发言人',
  speakersHint: (keys: string, other: string, guest: string) =>
    `${keys} 换发言人 · ${other} 在最近两位之间切换 · ${guest} 不明发言人。改动只影响以后的段落。`,
  speakerName: (digit: number) => `第 ${digit} 位发言人`,
  earlier: (name: string) => `${name} 上移`,
  later: (name: string) => `${name} 下移`,
  remove: (name: string) => `移除 ${name}`,
  add: '添加发言人',
  addLabel: '新发言人的名字',
  none: '还没有快捷发言人。提交过的发言人会自动记在这里。',
  tags: '非语音标记',
  tagsHint: (keys: string) => `一行一个，最多九个，按 ${keys} 插入。`,
  tagsReset: '用默认的标记',
  keys: '键盘快捷键',
  allKeys: '查看、更改、打印全部按键',
};

export type TypingText = typeof typingZh;
