import { appendFileSync } from 'node:fs';

/**
 * Says at the end of a Jest run what was counted, in one plain line: `N passed, N failed`.
 * With TEST_COUNTS_FILE set, the line goes to the end of that file instead, so that whoever starts several
 * runs can print one sum. A test file that could not be run at all counts as one failed test.
 */
export default class PlainSummaryReporter {
  onRunComplete(_contexts, results) {
    const passed = results.numPassedTests;
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const skipped = results.numPendingTests + results.numTodoTests;
    const line = `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`;

    const countsFile = process.env.TEST_COUNTS_FILE;
    if (countsFile) appendFileSync(countsFile, line);
    else process.stdout.write(line);
  }
}
