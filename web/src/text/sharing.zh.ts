import { formatNumber } from './format.ts';

export const sharingZh = {
  status: { READY: '未开始', LIVE: '正在进行', ENDED: '已结束' },
  visibility: { PRIVATE: '私密', PUBLIC: '公开' },
  characters: (count: number) => `${formatNumber(count)} 字`,
  continue: '继续速录',
  copyLink: '复制链接',
  makePublic: '设为公开',
  makePrivate: '设为私密',
  publicDialog: {
    title: (title: string) => `公开《${title}》？`,
    who: '公开后，任何注册会员都能在“公开速录”里找到它，阅读全文并发表评论。',
    viewers: '凭查看密码进入的人照旧可以看。',
    back: '随时可以改回私密，改回后其他会员立刻看不到。',
    confirm: '公开',
  },
  madePublic: (title: string) => `《${title}》已公开`,
  madePrivate: (title: string) => `《${title}》已改为私密`,
  undo: '撤销',
};

export type SharingText = typeof sharingZh;
