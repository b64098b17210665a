// Runs before everything else, on whatever Node there is, so that an old one is told what to do.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `Scribecast needs Node 22.18 or newer to run, and this is ${process.versions.node}.\n` +
      'On Linux (x64, arm64) `npm ci` brings a newer one with it, which `npm run` then uses: run `npm ci` without --omit=optional.\n' +
      'Elsewhere install Node 24 from your package manager.',
  );
  process.exit(1);
}
