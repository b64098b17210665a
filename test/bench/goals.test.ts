import { describe, expect, test } from '@jest/globals';
import { compare, goalTable, readTables } from '../../bench/peers/goals.ts';

const printed = `# Peer benchmark results

### Q1 reader page

| target | req/s | × best peer | p99 ms |
|---|--:|--:|--:|
| limit | 2000 | 4.00 | 20 |
| yoga | 400 | 0.80 | 90 |
| mercurius | 500 | 1.00 | 80 |
| apollo-lean | 900 | 1.80 | 80 |
| scribecast | 1600 | 3.20 | 30 |

### S1 comment fan-out

| N | target | delivered | p99 ms | server CPU µs/msg | RSS KiB/conn |
|---|--:|--:|--:|--:|--:|
| 200 | limit | 100.0 % | 5.0 | 20.0 | 12.0 |
| 200 | scribecast | 100.0 % | 9.0 | 20.0 | 90.0 |
| 3000 | limit | 100.0 % | 50.0 | 10.0 | 11.0 |
| 3000 | yoga | 100.0 % | 9000.0 | 80.0 | 30.0 |
| 3000 | scribecast | 100.0 % | 101.0 | 14.0 | 15.0 |

failed: yoga S1 1000: socket closed
`;

describe('the goals', () => {
  const told = compare(readTables(printed), 'scribecast');
  const of = (work: string, unit: string) =>
    told.find((comparison) => comparison.work === work && comparison.unit === unit);

  test('the best peer is the fastest of the peers, without the prototypes and the limit', () => {
    expect(of('Q1', '/s')).toMatchObject({
      bestPeer: 500,
      ours: 1600,
      toPeer: 3.2,
      toLimit: 0.8,
      isMet: true,
    });
  });

  test('the largest room counts, and its own bound still holds', () => {
    expect(of('S1', 'µs a message')).toMatchObject({ bestPeer: 80, toLimit: 1.4, isMet: true });
    expect(of('S1', 'KiB a connection')).toMatchObject({ ours: 15, isMet: true });
  });

  test('a figure just beyond its bound misses the goal', () => {
    expect(of('S1', 'ms p99')).toMatchObject({ ours: 101, isMet: false });
    expect(goalTable(told)).toContain('| **not met** |');
  });

  test('a goal without what it is measured against is neither met nor missed', () => {
    const withoutPeers = printed.replaceAll(/^\| (yoga|mercurius) .*\n/gm, '');
    expect(compare(readTables(withoutPeers), 'scribecast')[0]).toMatchObject({ bestPeer: null, isMet: null });
  });

  test('what could not be measured of ours is missed, not left out', () => {
    const broken = printed.replace('| scribecast | 1600 |', '| scribecast | – |');
    expect(compare(readTables(broken), 'scribecast')[0]).toMatchObject({ ours: null, isMet: false });
  });

  test('works that were not run are left out', () => {
    expect(new Set(told.map(({ work }) => work))).toEqual(new Set(['Q1', 'S1']));
  });
});
