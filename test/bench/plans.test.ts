import { describe, expect, test } from '@jest/globals';
import { readPlans } from '../../bench/growth/plans.ts';

const log = [
  '2026-11-22 01:02:05.250 UTC [12] LOG:  duration: 0.034 ms  plan:',
  '\tQuery Text: select *',
  '\t  from sessions',
  '\tLimit  (cost=0.1..0.2 rows=1 width=1) (actual rows=1 loops=1)',
  '\t  Buffers: shared hit=5 read=2 dirtied=1',
  '\t  ->  Seq Scan on sessions s  (cost=0.1..0.2 rows=1 width=1) (actual rows=1 loops=1)',
  '\t        Buffers: shared hit=4 read=2',
  '2026-11-22 01:02:05.251 UTC [13] LOG:  checkpoint starting: time',
  '2026-11-22 01:02:05.252 UTC [12] LOG:  duration: 0.010 ms  plan:',
  '\tQuery Text: select 1',
  '\tResult  (cost=0.1..0.2 rows=1 width=1) (actual rows=1 loops=1)',
  '',
].join('\n');

describe('the plans in a log of PostgreSQL', () => {
  const plans = readPlans(log);

  test('every plan is read with the whole of its statement, and nothing else is', () => {
    expect(plans.map(({ text }) => text.split('\n')[0])).toEqual([
      'Query Text: select *',
      'Query Text: select 1',
    ]);
    expect(plans[0]?.text).toContain('from sessions\nLimit');
  });

  test('pages are counted once, at the top, from memory and from the disk', () => {
    expect(plans.map(({ buffers }) => buffers)).toEqual([7, 0]);
  });

  test('sequential scans are told by table', () => {
    expect(plans.map(({ seqScans }) => seqScans)).toEqual([['sessions'], []]);
  });
});
