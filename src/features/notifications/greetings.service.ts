import type { Context } from '../../platform/context.ts';
import type { JobTurn } from '../../platform/jobs/job-turn.ts';
import { dayOf, daysBetween, type Day } from '../../platform/time/programme-day.rules.ts';
import { membersBornOn, membersWhoCameOn, type Celebrated, type CelebratedWanted } from '../members/index.ts';
import { programmeConfig, type ProgrammeRules } from '../programme/index.ts';
import { greetingDue, monthDaysWithin, nextCelebration } from './greetings.rules.ts';
import type { Notice } from './notify.service.ts';
import { tellAll } from './tell-all.service.ts';

const pageSize = 500;
type Greeting = Notice<'BIRTHDAY' | 'BIRTHDAY_COMING' | 'ANNIVERSARY'>;

/** Greets members on their birthday and before it, and on the day they came (M9). Each is told once a year. */
export async function greetMembers(ctx: Context, turn?: JobTurn): Promise<void> {
  const { birthday } = (await programmeConfig(ctx)).rules;
  const today = dayOf(ctx.clock.now());
  if (birthday.isOn)
    await eachOf(
      ctx,
      {
        list: membersBornOn,
        monthDays: monthDaysWithin(today, birthday.firstGreetingDays, birthday.leapDay),
        turn,
      },
      (member) => birthdayGreeting(member, today, birthday),
    );
  await eachOf(
    ctx,
    { list: membersWhoCameOn, monthDays: monthDaysWithin(today, 0, birthday.leapDay), turn },
    (member) => anniversaryGreeting(member, today),
  );
}

interface Celebration {
  readonly list: (ctx: Context, wanted: CelebratedWanted) => Promise<readonly Celebrated[]>;
  readonly monthDays: readonly string[];
  readonly turn: JobTurn | undefined;
}

async function eachOf(
  ctx: Context,
  { list, monthDays, turn }: Celebration,
  greetingFor: (member: Celebrated) => Greeting | null,
): Promise<void> {
  let after: string | null = null;
  do {
    const page: readonly Celebrated[] = await list(ctx, { monthDays, after, size: pageSize });
    await tellAll(
      ctx,
      page.map(greetingFor).filter((greeting) => greeting !== null),
    );
    after = page.length < pageSize ? null : (page.at(-1)?.memberId ?? null);
  } while (after !== null && !turn?.signal.aborted);
}

function birthdayGreeting(
  { memberId, day }: Celebrated,
  today: Day,
  birthday: ProgrammeRules['birthday'],
): Greeting | null {
  const celebration = nextCelebration(today, day, birthday.leapDay);
  const due = greetingDue(today, celebration, birthday);
  if (due === null) return null;
  // Once a year, whatever the birthday is said to be later on (lesson 13).
  const dedupeKey = `birthday:${celebration.slice(0, 4)}:${due}`;
  return due === 0
    ? { memberId, template: 'BIRTHDAY', values: {}, dedupeKey }
    : { memberId, template: 'BIRTHDAY_COMING', values: { days: daysBetween(today, celebration) }, dedupeKey };
}

function anniversaryGreeting({ memberId, day }: Celebrated, today: Day): Greeting | null {
  const years = Number(today.slice(0, 4)) - Number(day.slice(0, 4));
  if (years < 1) return null;
  return { memberId, template: 'ANNIVERSARY', values: { years }, dedupeKey: `anniversary:${years}` };
}
