import { describe, expect, test } from '@jest/globals';
import type { Bus, Topic } from './bus.ts';
import { nodeBus } from './node-bus.ts';
import type { Transport, TransportListeners } from './transport.ts';

declare module './bus.ts' {
  interface BusMessages {
    tried: { readonly at: Date; readonly n: number };
  }
}

const topic: Topic<'tried'> = { name: 'tried', id: 'a:b' };
const message = (n: number): { readonly at: Date; readonly n: number } => ({ at: new Date(n), n });

/** The other nodes, in one array. */
class Elsewhere implements Transport {
  readonly sent: [string, string][] = [];
  readonly wanted: string[] = [];
  listeners: TransportListeners | null = null;
  start(listeners: TransportListeners): void {
    this.listeners = listeners;
  }
  send(channel: string, text: string): void {
    this.sent.push([channel, text]);
  }
  want(channel: string): void {
    this.wanted.push(`+${channel}`);
  }
  unwant(channel: string): void {
    this.wanted.push(`-${channel}`);
  }
  close(): Promise<void> {
    return Promise.resolve();
  }
}

const made = (): { readonly elsewhere: Elsewhere; readonly bus: Bus; readonly errors: unknown[] } => {
  const elsewhere = new Elsewhere();
  const errors: unknown[] = [];
  return { elsewhere, errors, bus: nodeBus(elsewhere, (error) => errors.push(error)) };
};

describe('the bus of one node among several', () => {
  test('tells listeners here at once, and the others what it told', () => {
    const { elsewhere, bus } = made();
    const heard: number[] = [];
    bus.listen(topic, ({ n }) => heard.push(n));
    bus.publish(topic, message(1));
    expect(heard).toEqual([1]);
    expect(elsewhere.sent).toHaveLength(1);
    elsewhere.listeners?.message(...(elsewhere.sent[0] as [string, string]));
    expect(heard).toEqual([1, 1]);
  });

  test('brings a message from elsewhere as it was sent', () => {
    const { elsewhere, bus } = made();
    const heard: unknown[] = [];
    bus.publish(topic, message(7));
    bus.listen(topic, (each) => heard.push(each));
    elsewhere.listeners?.message(...(elsewhere.sent[0] as [string, string]));
    expect(heard).toEqual([message(7)]);
    expect(elsewhere.sent).toHaveLength(1);
  });

  test('wants a channel from the first listener to the last', () => {
    const { elsewhere, bus } = made();
    const stops = [bus.listen(topic, () => undefined), bus.listen(topic, () => undefined)];
    expect(elsewhere.wanted).toEqual(['+tried:a:b']);
    stops[0]?.();
    stops[0]?.();
    expect(elsewhere.wanted).toEqual(['+tried:a:b']);
    stops[1]?.();
    expect(elsewhere.wanted).toEqual(['+tried:a:b', '-tried:a:b']);
    bus.listen(topic, () => undefined);
    expect(elsewhere.wanted).toHaveLength(3);
  });

  test('asks to look at once when in doubt, and not for each doubt that follows', () => {
    const { elsewhere, bus } = made();
    let looks = 0;
    const stop = bus.onDoubt(() => (looks += 1));
    for (let i = 0; i < 100; i += 1) elsewhere.listeners?.doubt(null);
    expect(looks).toBe(1);
    stop();
  });

  test('names the topic that alone is in doubt', () => {
    const { elsewhere, bus } = made();
    const doubted: unknown[] = [];
    bus.onDoubt((which) => doubted.push(which));
    bus.listen(topic, () => undefined);
    elsewhere.listeners?.doubt('tried:a:b');
    expect(doubted).toEqual([topic]);
  });

  test('lives on when a listener throws or another node sends nonsense', () => {
    const { elsewhere, bus, errors } = made();
    const heard: number[] = [];
    bus.listen(topic, () => {
      throw new Error('listener');
    });
    bus.listen(topic, ({ n }) => heard.push(n));
    bus.onDoubt(() => {
      throw new Error('doubter');
    });
    bus.publish(topic, message(1));
    elsewhere.listeners?.message('tried:a:b', 'half a mess');
    elsewhere.listeners?.doubt(null);
    expect(heard).toEqual([1]);
    expect(errors).toHaveLength(3);
  });
});
