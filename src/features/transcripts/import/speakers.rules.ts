import { speakerCharactersMax } from '../transcript-limits.rules.ts';

/** What the whole file tells about who speaks in it. */
export interface SpeakerEvidence {
  /** How often each name stands in front of a colon or a time at the start of a line. */
  readonly labelCounts: ReadonlyMap<string, number>;
  /** Names that the front matter lists, in lower case. */
  readonly listed: ReadonlySet<string>;
}

/** Words that stand before a colon in minutes and prose and are nobody's name, in lower case. */
const neverNames: ReadonlySet<string> = new Set(
  [
    'note notes nb warning caution remember example update edit re fw fwd subject date time when where what why how',
    'place location venue present absent apologies attendees participants agenda topic title summary minutes decision',
    'decisions action actions todo source link tip important first second third firstly secondly finally also however',
    'so well yes no ok okay anyway look listen see result results conclusion step http https ftp mailto',
    '注 备注 注意 附注 附 提示 说明 时间 日期 地点 主题 题目 标题 议题 议程 会议议程 会议时间 会议地点 会议主题 出席 缺席',
    '列席 参会 参会人员 参会人 与会人员 出席人员 例如 比如 譬如 举例 例 即 另 另外 此外 首先 其次 再次 最后 其一 其二 总之',
    '结论 总结 小结 摘要 结果 决议 原因 因此 所以 但是 不过 现在 问题 来源 链接 待办 行动项 关键词 电话 邮箱 网址 地址',
  ].flatMap((row) => row.split(' ')),
);

const titles = /^(?:Dr|Mr|Mrs|Ms|Prof|Sen|Rep|Rev|Hon|St|Jr|Sr|Gov|Gen|Capt|Lt|Sgt|\p{Lu})\.$/u;
const particle =
  /^(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|al|bin|ibn|ben|el|y|of|the|and|from|&|[-–])$/u;
const role =
  /^(?:member|speaker|host|moderator|interviewer|interviewee|voice|guest|chair|clerk|judge|witness|man|woman|student|teacher|resident|caller|reporter|counsel|officer|floor|audience)$/iu;
const number = /^[#＃]?\d+$/u;
const wideScript = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Signs that belong to sentences, code and links, and to no name. */
const neverInNames = /[。，；！？、,;!?“”"「」『』《》<>{}[\]|\\=~^`$%*…]|\.{2}|—{2}/u;
const nameStart = /^[\p{L}\p{N}@【]/u;
const clauseStarts =
  /^(?:根据|按照|关于|对于|至于|由于|为了|因为|如果|虽然|但|所以|因此|而|或者|以及|通过|随着|除了|总的|一般|事实上|简单|具体|也|就|还|又|再|只|都|以[下上]|[下上]面|综上|接下来|大家)/u;
const clauseSigns = /[是的了我你您他她它们这那吗呢吧么把被很不没]/u;
const clauseEnds =
  /(?:.说|说道|问道|写道|喊道|讲道|答道|笑道|知道|是|因为|认为|称为|名为|分为|表示|指出|强调|觉得|意味着|如下|例如|比如|来看|来说|来讲|而言|在于|包括|叫做|简称|俗称|点|方面)$/u;
const ordinal = /^(?:第?[一二三四五六七八九十百\d]+|其[一二三四五])[点条项章节步天个]?$/u;
const withAlias = /^(.*\S)\s*[(（]\s*([^()（）]*\S)\s*[)）]$/su;

/** Whether a text contains characters of a script that is written without spaces between words. */
export function isWide(text: string): boolean {
  return wideScript.test(text);
}

/**
 * Whether a label at the start of a line names a speaker. `isMarked` says that the file sets it apart by more than
 * a colon (a time, bold type). In doubt the line stays text, because text is where nothing is lost.
 */
export function isSpeakerName(name: string, isMarked: boolean, evidence: SpeakerEvidence): boolean {
  if ([...name].length > speakerCharactersMax || !/\p{L}/u.test(name)) return false;
  const lower = name.toLowerCase();
  if (evidence.listed.has(lower)) return true;
  if (!nameStart.test(name) || neverInNames.test(name) || neverNames.has(lower) || ordinal.test(name))
    return false;
  if (isMarked) return true;
  const count = evidence.labelCounts.get(name) ?? 0;
  const { base } = splitAlias(name);
  return isWide(base) ? isWideName(base, count) : isSpacedName(base, count);
}

function isWideName(name: string, count: number): boolean {
  const length = [...name].length;
  if (length === 1) return true;
  if (length > 12 || clauseEnds.test(name)) return false;
  return count > 1 || !(clauseSigns.test(name) || clauseStarts.test(name) || /^\d/u.test(name));
}

function isSpacedName(name: string, count: number): boolean {
  const words = name.split(/\s+/u);
  if (words.length > 6) return false;
  if (words.some((word, index) => word.endsWith('.') && index < words.length - 1 && !titles.test(word)))
    return false;
  if (words.length === 1 || words.every(isNameWord)) return true;
  const startsLarge = /^\p{Lu}/u.test(name);
  const lastWord = words.findLast((word) => !number.test(word)) ?? '';
  return startsLarge && words.length <= 4 && (role.test(lastWord) || count > 2);
}

function isNameWord(word: string, index: number): boolean {
  if (/^[@'’"]?[\p{Lu}\p{Lt}\p{Lo}]/u.test(word)) return true;
  return index > 0 && (particle.test(word) || number.test(word) || role.test(word));
}

function splitAlias(name: string): { readonly base: string; readonly alias: string | null } {
  const match = withAlias.exec(name);
  return { base: match?.[1] ?? name, alias: match?.[2] ?? null };
}

/**
 * Maps every short form to the one long form that introduces it: once `Shaun Apps（SA）` has spoken, `SA` and
 * `Shaun Apps` are that same speaker, shown as first written, so that both name and alias stay readable. Brackets
 * whose content never speaks (`Ann (laughing)`) and short forms of two people are left as they are.
 */
export function resolveAliases(names: readonly string[]): ReadonlyMap<string, string> {
  const spoken = new Set(names);
  const longForms = new Map<string, Set<string>>();
  for (const name of spoken) {
    const { base, alias } = splitAlias(name);
    if (alias === null || !spoken.has(alias)) continue;
    for (const short of [base, alias]) longForms.set(short, (longForms.get(short) ?? new Set()).add(name));
  }
  const single = [...longForms].filter(([, forms]) => forms.size === 1);
  return new Map(single.flatMap(([short, forms]) => [...forms].map((form) => [short, form] as const)));
}
