import {
  DeleteTranscriptsDocument,
  PurgeTranscriptsDocument,
  RestoreTranscriptsDocument,
} from '../../api/generated/content.ts';
import { request } from '../../api/server.ts';
import { inBatches, type BatchResult } from './batches.ts';
import { refused } from './refused.ts';

/** Moves transcripts into the bin; a live one is ended first. */
export const deleteTranscripts = (ids: readonly string[]): Promise<BatchResult> =>
  inBatches(ids, async (batch) => {
    const { deleteTranscripts: result } = await request(DeleteTranscriptsDocument, { input: { ids: batch } });
    if (result.__typename !== 'DeleteTranscriptsSuccess') throw refused(result.message);
    return { doneIds: result.deletedIds, failures: result.failures };
  });

/** Takes transcripts out of the bin again. */
export const restoreTranscripts = (ids: readonly string[]): Promise<BatchResult> =>
  inBatches(ids, async (batch) => {
    const { restoreTranscripts: result } = await request(RestoreTranscriptsDocument, {
      input: { ids: batch },
    });
    if (result.__typename !== 'RestoreTranscriptsSuccess') throw refused(result.message);
    return { doneIds: result.restoredIds, failures: result.failures };
  });

/** Deletes what is in the bin for ever. */
export const purgeTranscripts = (ids: readonly string[]): Promise<BatchResult> =>
  inBatches(ids, async (batch) => {
    const { purgeTranscripts: result } = await request(PurgeTranscriptsDocument, { input: { ids: batch } });
    if (result.__typename !== 'PurgeTranscriptsSuccess') throw refused(result.message);
    return { doneIds: result.purgedIds, failures: result.failures };
  });
