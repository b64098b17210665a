export const settingsZh = {
  title: '系统设置',
  saved: '已保存。',
  profile: {
    title: '注册资料',
    username: '用户名（不能修改）',
    displayName: '显示名',
    displayNameHint: '别人看到的名字，1–40 个字。',
    email: '邮箱',
    emailHint: '只用来寄送重置密码的链接。',
    phone: '电话',
    birthday: '生日',
    locale: '邮件语言',
    timeZone: '时区',
    timeZoneHint: '页面上的日期和时间按这个时区显示。',
    save: '保存资料',
  },
  viewPassword: {
    title: '业务查看密码',
    what: '以后新建的速录默认用它作查看密码。已有的速录不变；要改某一份的密码，请到内容管理里分享它。',
    isSet: '已设置。',
    isNotSet: '还没有设置：新建速录时可以各自生成。',
    label: '新的默认查看密码',
    hint: '6–64 个字符。它会发给读者，不要和账户密码相同。',
    account: '账户密码',
    save: '保存查看密码',
    remove: '不再使用默认密码',
    removed: '已取消默认查看密码。',
  },
  look: { title: '外观与语言', hint: '只影响这台设备，改动立即生效。' },
  leave: {
    title: '还有没保存的改动',
    text: '离开本页，刚才填写的内容会丢失。',
    leave: '不保存，离开',
  },
};

export type SettingsText = typeof settingsZh;
