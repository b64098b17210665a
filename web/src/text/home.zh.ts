export const homeZh = {
  title: '速录 Scribecast',
  value: '现场说的每一句话，由人实时打成文字，受邀的人同步阅读。',
  valueMore: '会议、课堂、直播、采访：打字的人专心打字，看的人不用刷新，断线后自动补齐。',
  code: {
    title: '看别人分享的速录',
    label: '查看码',
    hint: '主办方发给你的查看码，或者整条链接。',
    open: '打开',
    missing: '请先填写查看码。',
  },
  join: {
    title: '自己来速录',
    gift: (points: number) => `注册即送 ${points} 点，马上就能开始第一场。`,
    price: (points: number) => `速录进行中每分钟 ${points} 点；正在进行的速录从不会被中断。`,
    register: '免费注册',
    logIn: '登录',
    office: '进入会员后台',
    transcribe: '进行速录',
  },
  steps: {
    title: '三步开始',
    list: [
      { title: '开一场', text: '起个标题，选择私密或公开，系统生成查看码和查看密码。' },
      { title: '发给要看的人', text: '手机、电脑、投影都能看，不用安装，也不用注册。' },
      { title: '边说边打', text: '每敲一下，看的人立刻看到；断线、合上电脑都不会丢字。' },
    ],
  },
  list: {
    title: '公开速录',
    search: '搜索标题和正文',
    searchButton: '搜索',
    by: (name: string) => `主办：${name}`,
    live: '正在直播',
    emptyTitle: '还没有公开的速录',
    emptyText: '会员把速录设为公开后，会出现在这里，所有注册会员都可以阅读和评论。',
    noneFound: (search: string) => `公开速录里没有找到“${search}”`,
    noneFoundText: '换个词，或清空搜索框看全部。',
    showAll: '显示全部',
  },
};

export type HomeText = typeof homeZh;
