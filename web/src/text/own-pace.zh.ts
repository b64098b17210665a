export const ownPaceZh = {
  label: '当前一行',
  help: '↓ 或回车：下一行；↑：上一行；Ctrl+Home：开头；Ctrl+End：最新。新内容不会移动这一行。',
  previous: '上一行',
  next: '下一行',
  beginning: '到开头',
  newest: '到最新',
  behind: (lines: number) => (lines === 0 ? '已是最新' : `后面还有 ${lines} 行`),
  cells: '每行字符数',
  nothing: '还没有内容',
};

export type OwnPaceText = typeof ownPaceZh;
