import { createHash } from 'node:crypto';

/**
 * By what readers tell the writers of one transcript apart: the same for all that one of them types in it, and nothing
 * that leads to who they are or to what they write elsewhere.
 */
export const writerKeyOf = (transcriptId: string, memberId: string): string =>
  createHash('sha256').update(`${transcriptId}:${memberId}`).digest('base64url').slice(0, 8);
