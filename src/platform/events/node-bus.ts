import { decodeMessage, encodeMessage } from './bus-message.rules.ts';
import { memoryBus, type Bus, type Listener, type Topic } from './bus.ts';
import type { Transport } from './transport.ts';

/** However often any messages may have been lost, listeners are asked to look no more often than this. */
const doubtEveryMs = 1_000;

/**
 * The bus of one node among several: listeners here are told at once, as without other nodes; listeners elsewhere
 * by the transport, which is asked only for channels to which somebody here listens.
 */
export function nodeBus(transport: Transport, onError: (error: unknown) => void): Bus {
  const local = memoryBus(onError);
  const listening = new Map<string, number>();
  const doubting = new Set<(topic: Topic | null) => void>();
  const tell = (topic: Topic | null): void => {
    for (const listener of doubting) guarded(() => listener(topic), onError);
  };
  const doubtAll = atMostEvery(doubtEveryMs, () => tell(null));
  transport.start({
    message: (channel, text) =>
      guarded(() => local.publish(topicOf(channel), decodeMessage(text) as never), onError),
    doubt: (channel) => (channel === null ? doubtAll() : tell(topicOf(channel))),
  });
  return {
    publish(topic, message) {
      local.publish(topic, message);
      guarded(() => transport.send(channelOf(topic), encodeMessage(message)), onError);
    },
    listen: (topic, listener) =>
      listenAlsoElsewhere({ local, transport, listening }, topic, listener as Listener<unknown>),
    onDoubt(listener) {
      doubting.add(listener);
      return () => void doubting.delete(listener);
    },
  };
}

interface Ears {
  readonly local: Bus;
  readonly transport: Transport;
  /** How many listen here, by channel. */
  readonly listening: Map<string, number>;
}

function listenAlsoElsewhere(
  { local, transport, listening }: Ears,
  topic: Topic,
  listener: Listener<unknown>,
): () => void {
  const channel = channelOf(topic);
  const stop = local.listen(topic, listener);
  const before = listening.get(channel) ?? 0;
  listening.set(channel, before + 1);
  if (before === 0) transport.want(channel);
  let isListening = true;
  return () => {
    if (!isListening) return;
    isListening = false;
    stop();
    const left = (listening.get(channel) ?? 1) - 1;
    if (left > 0) return void listening.set(channel, left);
    listening.delete(channel);
    transport.unwant(channel);
  };
}

const channelOf = (topic: Topic): string => `${String(topic.name)}:${topic.id}`;

function topicOf(channel: string): Topic {
  const end = channel.indexOf(':');
  return { name: channel.slice(0, end) as never, id: channel.slice(end + 1) };
}

function guarded(act: () => void, onError: (error: unknown) => void): void {
  try {
    act();
  } catch (error) {
    onError(error);
  }
}

/** Calls at once, and what is asked for within the interval once more at its end. */
function atMostEvery(intervalMs: number, act: () => void): () => void {
  let timer: NodeJS.Timeout | null = null;
  let isAsked = false;
  const run = (): void => {
    isAsked = false;
    timer = setTimeout(() => {
      timer = null;
      if (isAsked) run();
    }, intervalMs).unref();
    act();
  };
  return () => {
    if (timer) isAsked = true;
    else run();
  };
}
