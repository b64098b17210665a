/** How the peers' run subscribes to the product's comments, and makes one. */
import { benchId } from '../bench-ids.ts';
import { addComment, canonicalComment, signedIn, type Comment, type Variables } from './ops.ts';

export default {
  ...signedIn,
  addComment,
  S1: {
    query:
      'subscription CommentAdded($id: ID!) { commentAdded(transcriptId: $id) { id body author { displayName } createdAt } }',
    variables: (v: Variables) => ({ id: benchId('transcript', v.transcript) }),
    pick: ({ commentAdded }: { readonly commentAdded: Comment }): object => canonicalComment(commentAdded),
    publish: 'addComment',
  },
};
