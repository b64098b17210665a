/** As many ids as the server takes in one batch. */
const batchItemsMax = 100;

export interface Failure {
  readonly id: string;
  readonly message: string;
}

/** What a batch did, item by item. */
export interface BatchResult {
  readonly doneIds: readonly string[];
  readonly failures: readonly Failure[];
}

/** Works through any number of ids, a hundred at a time and in order; what was done before a failure stays done. */
export async function inBatches(
  ids: readonly string[],
  act: (ids: string[]) => Promise<BatchResult>,
): Promise<BatchResult> {
  const results: BatchResult[] = [];
  for (let start = 0; start < ids.length; start += batchItemsMax) {
    results.push(await act(ids.slice(start, start + batchItemsMax)));
  }
  return {
    doneIds: results.flatMap(({ doneIds }) => doneIds),
    failures: results.flatMap(({ failures }) => failures),
  };
}
