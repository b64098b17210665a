import { formatNumber } from './format.ts';

export const contentZh = {
  title: '内容管理',
  bin: '回收站',
  import: '导入文字稿',
  transcribe: '进行速录',
  search: '搜索标题和正文',
  searchButton: '搜索',
  filterVisibility: '公开范围',
  filterStatus: '状态',
  any: '全部',
  clear: '清除条件',
  count: (count: number) => `共 ${formatNumber(count)} 份`,
  table: '我的速录',
  columns: {
    select: '选择',
    title: '标题',
    status: '状态',
    isPublic: '公开会议内容',
    characters: '字数',
    comments: '评论',
    updated: '最近更新',
    actions: '操作',
  },
  selectAll: '选择已显示的全部',
  select: (title: string) => `选择《${title}》`,
  isPublicOf: (title: string) => `公开会议内容：${title}`,
  comments: (count: number) => `${formatNumber(count)} 条评论`,
  rename: '重命名',
  renameOf: (title: string) => `新标题（原标题：${title}）`,
  share: '分享',
  shareOf: (title: string) => `分享《${title}》`,
  continueOf: (title: string) => `继续速录《${title}》`,
  actionsOf: (title: string) => `《${title}》的更多操作`,
  delete: '删除',
  bar: {
    label: '所选内容',
    selected: (count: number) => `已选 ${formatNumber(count)} 份`,
    clear: '取消选择',
    tip: '按住 Shift 可连选',
  },
  deleteDialog: {
    title: (count: number) => `删除 ${formatNumber(count)} 份速录？`,
    more: (count: number) => `……以及另外 ${formatNumber(count)} 份`,
    what: (days: number) => `它们会移到回收站，${days} 天内可以恢复；正在进行的速录会先结束。`,
    confirm: (count: number) => `删除 ${formatNumber(count)} 份`,
  },
  deleted: (count: number) => `已把 ${formatNumber(count)} 份速录移到回收站`,
  restored: (count: number) => `已恢复 ${formatNumber(count)} 份速录`,
  purged: (count: number) => `已永久删除 ${formatNumber(count)} 份速录`,
  undo: '撤销',
  failures: (count: number) => `${formatNumber(count)} 份没有成功：`,
  empty: '还没有内容',
  emptyText: '开一场速录，或导入已有的文字稿，保存后都会列在这里。',
  noneFound: '没有符合条件的内容',
  noneFoundText: '换个词，或清除条件看全部。',
  shareDialog: {
    title: (title: string) => `分享《${title}》`,
    link: '链接',
    code: '查看码',
    password: '查看密码',
    passwordKept: '查看密码只保存了校验值，这里显示不了；忘了可以换一个新的。',
    passwordNone: '还没有查看密码：设一个，别人才能凭链接进入。',
    renew: '生成新的查看密码',
    renewWarning: '换新以后，用旧密码进入的人需要重新输入。',
    renewed: (count: number) =>
      count === 0
        ? '新密码只显示这一次，请现在就发给读者。'
        : `新密码只显示这一次；${formatNumber(count)} 位读者需要重新进入。`,
    copyInvitation: '复制邀请',
    invitation: ({ title, link, code, password }: Invitation) =>
      `邀请你同步阅读速录《${title}》\n链接：${link}\n查看码：${code}\n查看密码：${password ?? '（另行告知）'}`,
  },
  binPage: {
    title: '回收站',
    intro: (days: number) => `删除的速录在这里保留 ${days} 天，之后自动永久删除。`,
    back: '返回内容管理',
    table: '回收站里的速录',
    deletedAt: '删除时间',
    left: '剩余',
    daysLeft: (days: number) => (days <= 0 ? '今天' : `${days} 天`),
    restore: '恢复',
    purge: '永久删除',
    purgeTitle: (count: number) => `永久删除 ${formatNumber(count)} 份速录？`,
    purgeWhat: '正文、评论和分享链接都会消失，无法恢复。',
    empty: '回收站是空的',
    emptyText: '删除的速录会先放到这里。',
  },
};

/** What an invitation tells; without a password the host sends it apart. */
export interface Invitation {
  readonly title: string;
  readonly link: string;
  readonly code: string;
  readonly password: string | undefined;
}

export type ContentText = typeof contentZh;
