import type { Logger } from 'pino';

/**
 * Ends the process in good order on the first SIGINT or SIGTERM. A later one changes nothing: the terminal and the
 * init system may both send it to every process of the group.
 */
export function stopOnSignals(
  signals: readonly NodeJS.Signals[],
  log: Logger,
  stop: () => Promise<void>,
): void {
  let isStopping = false;
  for (const signal of signals) {
    process.on(signal, () => {
      if (isStopping) return;
      isStopping = true;
      log.info({ signal }, 'stopping');
      stop().then(
        () => process.exit(0),
        (error: unknown) => {
          log.error({ err: error }, 'stopping failed');
          process.exit(1);
        },
      );
    });
  }
}
