/** Says as the last word of a run that the tests of several nodes were left out, and what to do about it. */
export default class NodesNotRunReporter {
  constructor(_config, { missing }) {
    this.missing = missing;
  }

  onRunComplete() {
    process.stderr.write(
      `\nNOT RUN: test/nodes, the tests of several nodes. This machine lacks ${this.missing.join(' and ')}.\n` +
        'On Debian: apt-get install redis-server postgresql; then npm run test:nodes.\n',
    );
  }
}
