/**
 * How the peers' run subscribes to the line being typed, and shows one. Only the transcript's owner may type, so the
 * owner publishes; whoever reads along is the member that the run names.
 */
import { benchId } from '../bench-ids.ts';
import { signedIn, type Variables } from './ops.ts';

interface DraftShown {
  readonly text: string;
  readonly speaker: string;
}

/** Whose transcript 9,000 is in seed.sql. */
const owner = 1;

export default {
  ...signedIn,
  headers: () => signedIn.headers(owner),
  showDraft: {
    query:
      'mutation ShowDraft($input: ShowDraftInput!) { showDraft(input: $input) { ... on ShowDraftSuccess { shown } ... on UserError { errors: message } } }',
    variables: (v: Variables) => ({
      input: { transcriptId: benchId('transcript', v.transcript), text: v.body, speaker: v.speaker },
    }),
    pick: ({ showDraft }: { readonly showDraft: { readonly shown?: true } }): true => {
      if (!showDraft.shown) throw new Error(`The draft was refused: ${JSON.stringify(showDraft)}`);
      return true;
    },
  },
  S2: {
    query:
      'subscription Drafts($id: ID!) { transcriptFeed(transcriptId: $id) { ... on DraftShown { writer { displayName } text speaker } } }',
    variables: (v: Variables) => ({ id: benchId('transcript', v.transcript) }),
    // A draft of ours is of no segment and has no number yet; it tells who types instead.
    pick: ({ transcriptFeed: { text, speaker } }: { readonly transcriptFeed: DraftShown }): object => ({
      segmentId: '1',
      seq: 1,
      speaker,
      text,
    }),
    publish: 'showDraft',
  },
};
