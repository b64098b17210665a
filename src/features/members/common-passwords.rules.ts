/**
 * Whether a password, folded (text.rules.ts), is among those that are tried first: the most common ones of the
 * published lists, names and words with a habitual ending, keyboard walks, dates in a row and repetitions, as they
 * are chosen in English and in Chinese.
 */
export function isCommonPassword(key: string): boolean {
  return listed.has(key) || isRepetition(key) || isRun(key) || isWordWithEnding(key);
}

/** One short piece again and again: aaaaaaaa, 12121212, abcabcabc. */
const isRepetition = (key: string): boolean => /^(.{1,3}?)\1{2,}.?$/u.test(key) || /^(.{4})\1+$/u.test(key);

const rows = [
  '01234567890123456789',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop[]',
  'asdfghjkl;',
  'zxcvbnm,./',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
  'qazwsxedcrfvtgbyhnujm',
  'q1w2e3r4t5y6u7i8o9p0',
  '1q2w3e4r5t6y7u8i9o0p',
  'qweasdzxcrtyfghvbn',
  '!@#$%^&*()_+',
  '一二三四五六七八九十',
];
const runs = rows.flatMap((row) => [row, Array.from(row).reverse().join('')]);

/** A walk along the keyboard, the digits or the alphabet, in either direction. */
const isRun = (key: string): boolean => runs.some((run) => run.includes(key));

function isWordWithEnding(key: string): boolean {
  return words.has(key) || isKnownWord(key.replace(endingPattern, ''));
}

function isKnownWord(word: string): boolean {
  const plain = word
    .replace(/[@4]/g, 'a')
    .replace(/0/g, 'o')
    .replace(/3/g, 'e')
    .replace(/[$5]/g, 's')
    .replace(/1/g, 'i');
  return words.has(word) || words.has(plain);
}

/** What people put behind a word when a form asks for more: a few digits, a year, a mark. */
const endingPattern =
  /(?:\d{1,4}|12345\d{0,5}|11111\d*|5201314|1314520|520520|13141314|66666+|88888+|123123|112233|abc|abcd|qwe|asd|aa|a)?[!@#$.*?~_-]{0,3}$/u;

const words: ReadonlySet<string> = new Set(
  `password passw0rd passwort pass passwd pswd secret letmein welcome login logon admin administrator root user guest
  test testing tester default changeme change master manager system server service support computer internet
  qwerty qwert azerty asdf asdfgh asdfghjkl zxcvbn zxcvbnm qazwsx qaz wsx qwe qweasd qweasdzxc qwer qwerasdf asdasd
  zxczxc qweqwe abc abcd abcde abcdef abcdefg abc123 a1b2c3 a1b2c3d4 q1w2e3 q1w2e3r4 1qaz2wsx 1q2w3e4r zaq12wsx aa
  iloveyou iloveu loveyou lovely love lover loveme loverboy forever always sweet sweety sweetheart honey baby babygirl
  angel princess prince queen king kitty cookie chocolate candy sugar cherry orange banana apple strawberry butterfly
  flower rose lily daisy jasmine sunshine summer winter spring autumn rainbow star stars moon sun sky blue red green
  purple pink black white silver golden diamond dragon tiger lion panda monkey dog cat horse wolf eagle dolphin bear
  football baseball basketball soccer hockey tennis golf liverpool arsenal chelsea barcelona juventus manchester
  yankees lakers cowboys steelers eagles redsox ferrari porsche mercedes corvette mustang harley yamaha honda toyota
  superman batman spiderman ironman pokemon naruto starwars startrek matrix gandalf hobbit zelda mario nintendo
  playstation xbox minecraft roblox fortnite warcraft starcraft counter strike hunter killer ninja shadow phantom
  ghost hello helloworld hi world whatever nothing something anything everything nobody someone freedom peace
  america canada england london paris china chinese beijing shanghai guangzhou shenzhen hongkong taiwan japan korea
  michael michelle jennifer jessica ashley amanda daniel david joshua matthew andrew anthony william robert richard
  thomas charles joseph christopher nicholas jonathan brandon justin jordan maggie samantha elizabeth nicole stephanie
  victoria vanessa alexander alexandra charlie george jackson benjamin harry peter patrick steven taylor hannah sophie
  google facebook twitter linkedin microsoft windows linux ubuntu android iphone samsung huawei xiaomi tencent alibaba
  taobao alipay weixin wechat weibo baidu qqqq qq163 netease douyin zhihu mima wodemima yonghu guanliyuan ceshi
  woaini woaiwo woaiwojia woaiwoziji woaibaba woaimama woaimm woaigege woaizhongguo woshishui woshiwo woshini woshi
  woaiyou wojiushiwo wobuaini xiangni wodeai wodezuiai aini ainima ainiyiwannian ainiyibeizi ai520 laopo laogong
  baobao baobei baobeier qinaide tianshi meinv shuaige mama baba mamababa babamama jiejie gege didi meimei laoshi
  xiaoming xiaohong xiaoxiao xiaoyu xiaolong xiaobai xiaohei xiaogou xiaomao xiaozhu tianya tiantian kaixin kuaile
  xingfu pingan jiankang facai gongxi gongxifacai nihao nihaoma zaijian xiexie zhongguo zhonghua beijing shanghai
  guangdong sichuan hunan hubei zhejiang jiangsu shandong henan hebei fujian liaoning dongbei chengdu chongqing wuhan
  hangzhou nanjing xian tianjin dalian qingdao wang wangwei wangfang wangjing zhang zhangwei zhangjing zhangli liwei
  lina lijing lili liuwei liujing chenwei chenjing yang yangyang zhao zhou zhouwei huang wuwei xuxu sunsun linlin
  longlong feifei yuanyuan tingting lingling mingming jingjing fangfang dandan weiwei qianqian haohao yaoyao lele
  caonima nimabi wocao tamade shabi sb250 dashabi hunzhang mlgb zhendeaini buzhidao meiyoumima wangjimima
  scribecast sulu suluyuan shorthand transcript stenographer 我爱你 密码 我的密码 中国 你好 老婆 老公 宝贝`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Common as they are, without being a word with an ending. */
const listed: ReadonlySet<string> = new Set(
  `1314520520 5201314 52013140 520131400 5201314520 5211314 52113140 13145200 1314520 13145201 13141314 1314521 01314520 14725836
  147258369 1472583690 159753258 159357258 159357123 123456789a 12345678a 1234567a 123456aa 123456ab 123456abc 123456qq
  123456as 123456qwe 123456asd 1234qwer 12345qwert 123qweasd 123qweasdzxc 123abc123 123qwe123 123asd123 1a2b3c4d
  1a2s3d4f 1z2x3c4v a1234567 a12345678 a123456789 a1s2d3f4 a1a2a3a4 aa123456 aa123456789 aaa123456 aaaa1234 aaa111222
  ab123456 abc12345 abc123456 abc123456789 abcd1234 abcd123456 as123456 asd12345 asd123456 asdf1234 asdf12345 asdf;lkj
  q1234567 q12345678 q123456789 qq123456 qq123456789 qq5201314 qqq123456 qw123456 qwe12345 qwe123456 qwe123qwe
  qwe123asd qwer1234 qwer12345 qwer123456 qwertyui qwerty12 qwert12345 w123456789 wasd1234 z123456789 z1234567 zx123456
  zxc12345 zxc123456 zxcv1234 zz123456 s123456789 l123456789 x123456789 h123456789 w5201314 l5201314 z5201314 x5201314
  c5201314 y5201314 a5201314 q5201314 s5201314 aini1314 aini5201314 ai5201314 ilove520 iloveyou520 wo5201314
  woaini1314 woaini520 woaini5201314 woaini521 woaini1314520 520woaini 1314woaini 5201314woaini 123woaini woaini123
  110110110 119119119 12301230 12311231 12312312 12312345 123123aa 123123qq 123123abc 123321123 1233211234567
  123321aa 123454321 123456123 1234561234 12345612 1234567899 12345678910 1234567891 123456788 123456780 123456987
  12344321 12341234 123698745 1236987450 12369874 123789456 123654789 123654987 12365478 125125125 131452013 135792468
  1357924680 13579246 135791113 147852369 1478963250 147896325 14789632 147963258 19491001 19880808 20080808 20000101
  19900101 19800101 19841010 19850101 19861010 19870101 19871010 19880101 19881010 19890101 19911010 19920101 20202020
  20212021 20222022 20232023 20242024 20252025 20262026 22223333 23456789 234567890 258456258 25802580 2580258025
  31415926 314159265 3141592653 321321321 321654987 36925814 456123789 456456456 4561230 456789123 520520520 521521521
  55667788 56785678 584131421 584201314 58451201314 5845201314 5841314520 66668888 68686868 77889900 741852963
  7418529630 753951852 784512963 789456123 7894561230 789456123a 78945612 789789789 7758258 77582580 7758521 77585210
  77585211314 775852100 8520741 852456852 87654321a 88886666 88889999 963852741 96385274 987654321a 98765432 987456321
  99998888 9876543210 11223344 1122334455 112233445566 11112222 111222333 11111111a 11112345 111222tianya 11235813
  00001111 00112233 000111222 01010101 010203040506 01020304 0102030405 0123456a 10203040 1020304050 102030405060
  100200300 101010101 aaaaaaaa1 a123123123 aa112233 p@ssw0rd p@ssword p@$$w0rd pa$$word passw0rd1 correcthorsebatterystaple
  trustno1 trustnoone letmein1 letmeinnow nopassword mypassword mypass123 thisisme thisismypassword iamwhoiam jesuschrist
  jesus123 ihateyou fuckyou1 fuckyou2 fuckyou123 asshole1 bullshit bigdaddy blink182 ncc1701d thx11380 computer1 homework
  sexygirl playboy1 password1234567890 adminadmin rootroot testtest useruser guestguest changeit changethis temp1234
  tempass1 pass1234 pass12345 passpass password! administrator1 welcome1 welcome123 qwerty123 qwerty1234 qwertyuiop123
  1qazxsw2 1qaz2wsx3edc zaq1xsw2 zaq1zaq1 zaq12wsx xsw2zaq1 qazxsw21 qazwsx123 qazwsxedc123 !qaz2wsx !qaz1qaz 1qaz!qaz
  我爱你我爱你 密码密码密码密码 我爱你一生一世 我爱你一辈子 一生一世我爱你 生日快乐生日快乐 芝麻开门芝麻开门 芝麻开门吧芝麻
  天王盖地虎宝塔镇河妖 床前明月光疑是地上霜 好好学习天天向上 恭喜发财万事如意 身体健康万事如意 我是中国人我爱中国`
    .split(/\s+/)
    .filter((word) => word !== ''),
);
