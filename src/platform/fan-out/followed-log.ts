import type { Actor } from '../auth/actor.ts';
import type { Context } from '../context.ts';

/** What happened, and its number in its log: 1, 2, 3 … without a gap. */
export interface Numbered {
  readonly seq: number;
}

/** What a room tells: a numbered event, or something passing of which only the newest matters. */
export type Told<Event extends Numbered, Passing> = { readonly event: Event } | { readonly passing: Passing };

/** Where the messages about one log arrive. */
export interface Ear<Event extends Numbered, Passing> {
  event(event: Event): void;
  passing(passing: Passing): void;
  /** Who may follow may have changed. */
  accessChanged(): void;
}

/** Somebody who follows a log. */
export interface Reader {
  readonly id: string;
  readonly actor: Actor;
}

/** That somebody may follow: the number of the newest event, and until when if the right runs out by itself. */
export interface Standing {
  readonly newest: number;
  readonly until: Date | null;
}

/** Whoever wants to know who follows one log on this node. */
export interface Attendance {
  /** Somebody came or went; called often, so it must be quick. */
  changed(readers: ReadonlySet<Reader>, isSomebodyNew: boolean): void;
  /** Nobody follows any more. */
  stop(): void;
}

/** A kind of numbered log that many follow live, as its feature describes it. */
export interface FollowedLog<Event extends Numbered, Passing> {
  /** Begins to listen for messages about this log; returns how to stop. */
  listen(ctx: Context, id: string, ear: Ear<Event, Passing>): () => void;
  /** Begins to attend to who follows, for as long as anybody does; absent: nobody wants to know. */
  attend?(ctx: Context, id: string, ear: Ear<Event, Passing>): Attendance;
  /** The events after a number, in order; as many as one read brings. */
  read(ctx: Context, id: string, after: number): Promise<readonly Event[]>;
  /** The numbers of the newest events of many logs, by id, in one statement; a log that is gone has none. */
  newest(ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** For each reader how they stand, null for whoever may not follow; in one statement. */
  standingsFor(ctx: Context, readers: readonly Reader[]): Promise<readonly (Standing | null)[]>;
  /** What somebody is told who may not begin to follow, or whose log is not there. */
  refused(): Error;
  /** What readers are told who no longer may, each in the place of the reader. */
  revoked(ctx: Context, readers: readonly Reader[]): Promise<readonly Error[]>;
  /** Of passing things with the same key only the newest is told. */
  keyOf(passing: Passing): string;
}
