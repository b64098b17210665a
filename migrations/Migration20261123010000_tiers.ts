import { Migration } from '@mikro-orm/migrations';

/** The programme's rules in versions; members' tiers, how each was decided, and the days on which they came. */
export class Migration20261123010000_tiers extends Migration {
  override up(): void {
    this.addSql(`
create table programme_versions (
  version int primary key check (version > 0),
  rules jsonb not null,
  note text not null,
  effective_from timestamptz(3) not null,
  saved_at timestamptz(3) not null,
  saved_by uuid null references members
);

-- What a decision was made by must be there to make it again: a version is never changed.
create function refuse_change_of_programme_versions() returns trigger language plpgsql as $$
begin
  raise exception 'A saved version of the programme is never changed or deleted.';
end $$;
create trigger programme_versions_stand before update or delete on programme_versions
  for each row execute function refuse_change_of_programme_versions();

-- The rules that a house begins with, as they were when this was written.
insert into programme_versions (version, rules, note, effective_from, saved_at, saved_by) values (1, '
{"tiers":{"T0":{"isUsed":true,"nameZh":"注册会员","nameEn":"Registered","spendFen":0,"orders":0,"points":0,
"payBp":10000,"timesBp":10000,"privileges":["BIRTHDAY_GIFT","EARLY_ACCESS","MEMBER_PRICE"]},
"T1":{"isUsed":true,"nameZh":"普通会员","nameEn":"Regular","spendFen":100000,"orders":0,"points":0,"payBp":10000,
"timesBp":10000,"privileges":["BIRTHDAY_GIFT","EARLY_ACCESS","MEMBER_PRICE"]},"T2":{"isUsed":true,
"nameZh":"银卡会员","nameEn":"Silver","spendFen":500000,"orders":0,"points":2000,"payBp":9000,"timesBp":12000,
"privileges":["BIRTHDAY_GIFT","EARLY_ACCESS","MEMBER_PRICE","MEMBER_DAY_OFFER"]},"T3":{"isUsed":true,
"nameZh":"金卡会员","nameEn":"Gold","spendFen":1000000,"orders":0,"points":4000,"payBp":8500,"timesBp":15000,
"privileges":["BIRTHDAY_GIFT","EARLY_ACCESS","MEMBER_PRICE","MEMBER_DAY_OFFER","PRIORITY_BOOKING",
"LIMITED_FIRST","DEDICATED_SERVICE"]},"T4":{"isUsed":true,"nameZh":"钻石会员","nameEn":"Diamond",
"spendFen":2000000,"orders":0,"points":8000,"payBp":8000,"timesBp":20000,"privileges":["BIRTHDAY_GIFT",
"EARLY_ACCESS","MEMBER_PRICE","MEMBER_DAY_OFFER","PRIORITY_BOOKING","LIMITED_FIRST","DEDICATED_SERVICE",
"REBATE_UPGRADE","CUSTOM_EVENTS"]}},"qualifying":{"windowMonths":12,"review":"ANNIVERSARY","graceDays":30,
"stepsDownMax":1},"frequency":{"middle":5,"high":10},"activity":{"isOn":true,"loginDays":10,"campaignJoins":6,
"paidOrders":1,"cap":"T3"},"fastTrack":{"one":{"isOn":false,"days":1,"amountFen":80000,"tier":"T3"},
"two":{"isOn":false,"days":30,"amountFen":200000,"tier":"T3"}},"threeByThree":{"isOn":true,"from":"T0",
"invitees":3,"first":"T2","second":"T3"},"earn":{"pointsPerYuan":1,"combine":"HIGHEST",
"registration":{"isOn":true,"points":50},"profile":{"isOn":true,"points":20},"birthdayMonth":{"isOn":true,
"points":100},"invitation":{"isOn":false,"points":50},"checkIn":{"isOn":true,"points":1},
"campaign":{"isOn":true,"points":20,"perDayMax":3},"share":{"isOn":true,"points":5,"perDayMax":3},
"feedback":{"isOn":true,"points":10,"perDayMax":1},"hoursOne":{"isOn":false,"weekdays":["SAT","SUN"],
"fromHour":0,"toHour":24,"timesBp":15000},"hoursTwo":{"isOn":false,"weekdays":["MON"],"fromHour":9,
"toHour":12,"timesBp":15000}},"expiry":{"kind":"ROLLING","months":12,"firstReminderDays":30,
"secondReminderDays":7,"lastReminderDays":1,"giftedCardPointMonths":12},"pricing":{"offsetPointsPerYuan":100,
"offsetMaxBp":5000,"floorFen":1,"orderMaxFen":500000,"bigSpender":{"isOn":false,"spendFen":3000000,
"payBp":9500}},"refund":{"windowDays":7},"memberDay":{"isOn":true,"dayOfMonth":8,"timesBp":20000,"payBp":9500,
"stacking":"STACKABLE"},"birthday":{"isOn":true,"couponFen":1000,"dayPayBp":9000,"firstGreetingDays":30,
"secondGreetingDays":7,"leapDay":"FEB_28"},"referral":{"isOn":true,"inviterPoints":200,"inviteePoints":100,
"holdDays":7,"perYearMax":50},"care":{"dormantDays":90},"notifications":{"quietFromHour":22,"quietToHour":8,
"perDayMax":3},"quotas":{"themesPerYear":10,"interactivePerMonth":2,"crossIndustryPerYear":3,
"jointPromotionsPerYear":5,"salonsPerYear":4,"launchesPerYear":2,"tripsPerYear":2,"offersPerMonth":2}}
'::jsonb, '出厂设置 · As the house began', '1970-01-01T00:00:00Z', now(), null);

-- On which days (in Asia/Shanghai) a member was here, with a new session or one that they had.
create table login_days (
  member_id uuid not null references members on delete cascade,
  day date not null,
  primary key (member_id, day)
);
create function note_login_day() returns trigger language plpgsql as $$
begin
  insert into login_days (member_id, day)
    values (new.member_id, (new.last_seen_at at time zone 'Asia/Shanghai')::date) on conflict do nothing;
  return null;
end $$;
create trigger sessions_begin_a_day after insert on sessions for each row execute function note_login_day();
-- Once a day for each session; the other updates cost a comparison.
create trigger sessions_come_on_a_day after update of last_seen_at on sessions for each row
  when ((old.last_seen_at at time zone 'Asia/Shanghai')::date <> (new.last_seen_at at time zone 'Asia/Shanghai')::date)
  execute function note_login_day();
insert into login_days (member_id, day)
  select member_id, (created_at at time zone 'Asia/Shanghai')::date from sessions
  union select member_id, (last_seen_at at time zone 'Asia/Shanghai')::date from sessions;

create index orders_paid_index on orders (member_id, completed_at) where status = 'COMPLETED';

-- What somebody earned within a window.
create index lots_earned_index on lots (member_id, available_at) where currency = 'REWARD' and kind = 'EARNED';

create table tier_decisions (
  id uuid primary key,
  member_id uuid not null references members on delete cascade,
  decided_at timestamptz(3) not null,
  -- The day that was decided for, in Asia/Shanghai.
  as_of date not null,
  config_version int not null references programme_versions,
  rule text not null,
  tier_before text not null,
  tier_after text not null,
  -- All that the decision was made of, and the state that it left: with the version's rules it can be made again.
  inputs jsonb not null,
  outcome jsonb not null
);
create index tier_decisions_member_index on tier_decisions (member_id, decided_at desc, id desc);

-- A member without a row is at the lowest level: nothing has been decided about them yet.
create table member_tiers (
  member_id uuid primary key references members on delete cascade,
  tier text not null check (tier in ('T0', 'T1', 'T2', 'T3', 'T4')),
  state jsonb not null,
  decision_id uuid not null references tier_decisions,
  decided_at timestamptz(3) not null
);
create index member_tiers_tier_index on member_tiers (tier);

create table tier_runs (
  id uuid primary key,
  config_version int not null references programme_versions,
  as_of date not null,
  total int not null,
  done int not null,
  changed int not null,
  last_member_id uuid null,
  started_at timestamptz(3) not null,
  moved_at timestamptz(3) not null,
  finished_at timestamptz(3) null,
  started_by uuid null references members
);
create unique index tier_runs_open_index on tier_runs ((true)) where finished_at is null;

-- I19: a member's tier is what was decided last, and each decision began where the one before it ended.
create view invariant_tier_as_decided as
  select t.member_id, t.decision_id from member_tiers t left join tier_decisions d on d.id = t.decision_id
  where d.id is null or d.member_id <> t.member_id or d.outcome <> t.state or d.tier_after <> t.tier
  union all
  select member_id, id from (
    select member_id, id, inputs -> 'state' as began,
      lag(outcome) over (partition by member_id order by decided_at, id) as ended
    from tier_decisions) steps
  where ended is not null and began <> ended;
`);
  }
}
