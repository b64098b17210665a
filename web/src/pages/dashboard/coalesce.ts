/**
 * Runs `work` one at a time: called while it runs, it runs once more when it is done, however often it was called.
 * A burst of hints becomes two requests instead of a hundred. `work` must not reject.
 */
export function coalesce(work: () => Promise<void>): () => void {
  const turn = { isRunning: false, isWanted: false };
  return function run(): void {
    if (turn.isRunning) {
      turn.isWanted = true;
      return;
    }
    turn.isRunning = true;
    void work().finally(() => {
      turn.isRunning = false;
      if (!turn.isWanted) return;
      turn.isWanted = false;
      run();
    });
  };
}
