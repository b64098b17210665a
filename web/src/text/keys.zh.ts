import { formatNumber } from './format.ts';

export const keysZh = {
  change: '改键',
  changeRow: (name: string) => `改键：${name}`,
  press: '请按下新的键……',
  pressHint: '直接按下想用的组合键；按 Esc 不改。',
  reset: '还原',
  resetRow: (name: string) => `还原：${name}`,
  changed: '已改',
  refused: {
    browser: (keys: string) => `${keys} 归浏览器使用，网页收不到。`,
    loss: (keys: string) => `${keys} 会刷新或离开页面，误按就要中断工作，所以不能用。`,
    editing: (keys: string) => `${keys} 是输入框里编辑文字要用的键。`,
    types: (keys: string) => `${keys} 会打出文字。请加上 Alt 或 Ctrl，或者用功能键。`,
    digits: () => '这一项管九个键：请按下修饰键加一个数字，例如 Alt+1。',
  },
  conflict: (keys: string, other: string) => `${keys} 已经用于“${other}”。请先改那一项。`,
  resetAll: '全部还原',
  export: '导出按键（JSON）',
  import: '导入按键',
  fileName: '速录按键.json',
  unreadable: '这不是从这里导出的按键文件。',
  imported: (count: number) => `已导入：${formatNumber(count)} 项与默认不同。`,
  leftOut: '下面这些没有采用，仍用默认的键：',
  print: '打印这张表',
  printTitle: '速录 Scribecast 键盘快捷键',
  neverBound: 'F1、F5 以及浏览器自己要用的键从不占用。',
};

export type KeysText = typeof keysZh;
