export const projectorZh = {
  label: '投影控制',
  fullScreen: '全屏',
  leaveFullScreen: '退出全屏',
  all: '全部',
  lines: (count: string) => `${count} 行`,
  leave: '结束投影',
};

export type ProjectorText = typeof projectorZh;
