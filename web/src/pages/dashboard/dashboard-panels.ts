import { signal, type ReadonlySignal, type Signal } from '@preact/signals';

import { ApiError, type Request } from '../../api/client.ts';
import {
  DashboardAnnouncementsDocument,
  DashboardBalanceDocument,
  DashboardCommentsDocument,
  DashboardDocument,
  DashboardTranscriptsDocument,
} from '../../api/generated/dashboard.ts';
import type {
  DashboardAnnouncementsQuery,
  DashboardBalanceQuery,
  DashboardCommentsQuery,
  DashboardTranscriptsQuery,
} from '../../api/generated/types.ts';
import { coalesce } from './coalesce.ts';

export type CardPoints = NonNullable<DashboardBalanceQuery['me']>['cardPoints'];
export type Received = NonNullable<DashboardCommentsQuery['me']>;
export type ReceivedComment = Received['receivedComments']['edges'][number]['node'];
export type LatestTranscripts = NonNullable<DashboardTranscriptsQuery['me']>['transcripts'];
export type LatestTranscript = LatestTranscripts['edges'][number]['node'];
export type Announcements = DashboardAnnouncementsQuery['announcements'];
export type Announcement = Announcements['edges'][number]['node'];

/** A panel keeps what it has when bringing it up to date fails. */
export interface PanelState<Content> {
  readonly content: Content | undefined;
  readonly error: unknown;
}

export interface Panel<Content> {
  readonly state: ReadonlySignal<PanelState<Content>>;
  /** Asks for this panel alone. Asked while it is asking, it asks once more afterwards. */
  readonly reload: () => void;
  readonly set: (content: Content) => void;
}

export interface DashboardPanels {
  readonly balance: Panel<CardPoints>;
  readonly comments: Panel<Received>;
  readonly transcripts: Panel<LatestTranscripts>;
  readonly announcements: Panel<Announcements>;
  /** Why nothing at all could be asked; undefined while something can. */
  readonly fault: ReadonlySignal<unknown>;
  readonly load: () => Promise<void>;
}

/** The dashboard's four panels, filled by one request; when that is refused each asks for itself, so that one failure stays one. */
export function createDashboardPanels(request: Request): DashboardPanels {
  const mine = <Me>(me: Me | null): Me => {
    if (me === null) throw new ApiError({ code: 'UNAUTHENTICATED', message: '' });
    return me;
  };
  const balance = createPanel(async () => mine((await request(DashboardBalanceDocument)).me).cardPoints);
  const comments = createPanel(async () => mine((await request(DashboardCommentsDocument)).me));
  const transcripts = createPanel(
    async () => mine((await request(DashboardTranscriptsDocument)).me).transcripts,
  );
  const announcements = createPanel(
    async () => (await request(DashboardAnnouncementsDocument)).announcements,
  );
  const fault: Signal<unknown> = signal(undefined);
  const load = async (): Promise<void> => {
    fault.value = undefined;
    try {
      const answer = await request(DashboardDocument);
      const me = mine(answer.me);
      balance.set(me.cardPoints);
      comments.set(me);
      transcripts.set(me.transcripts);
      announcements.set(answer.announcements);
    } catch (error) {
      // What never reached the server would fail four times as well.
      if (!(error instanceof ApiError)) fault.value = error;
      else for (const panel of [balance, comments, transcripts, announcements]) panel.reload();
    }
  };
  return { balance, comments, transcripts, announcements, fault, load };
}

function createPanel<Content>(ask: () => Promise<Content>): Panel<Content> {
  const state = signal<PanelState<Content>>({ content: undefined, error: undefined });
  const set = (content: Content): void => {
    state.value = { content, error: undefined };
  };
  const reload = coalesce(async () => {
    try {
      set(await ask());
    } catch (error) {
      state.value = { ...state.peek(), error };
    }
  });
  return { state, reload, set };
}
