import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import preact from '@preact/preset-vite';
import { defineConfig, type Plugin } from 'vite';

const folder = import.meta.dirname;

export default defineConfig({
  root: folder,
  base: '/',
  plugins: [preact({ devToolsEnabled: false, prefreshEnabled: false }), hashedThemeScript()],
  build: {
    outDir: join(folder, '../dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    manifest: true,
    // Nothing may be inlined: the Content-Security-Policy allows 'self' alone.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { app: join(folder, 'app.html'), reader: join(folder, 'reader.html') },
      // The lazy pages' styles in one file: apart, they cost a kilobyte more on the wire.
      output: { codeSplitting: { groups: [{ name: 'pages', test: /src\/pages\/.*\.css$/ }] } },
    },
  },
});

/** theme.js blocks the first paint, so it stays a classic script; here it gets its hash like everything else. */
function hashedThemeScript(): Plugin {
  let reference = '';
  return {
    name: 'hashed-theme-script',
    apply: 'build',
    buildStart() {
      const source = readFileSync(join(folder, 'theme.js'), 'utf8');
      reference = this.emitFile({ type: 'asset', name: 'theme.js', source });
    },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const asset of Object.values(bundle)) {
          if (asset.type !== 'asset' || !asset.fileName.endsWith('.html')) continue;
          const tag = `<script src="/${this.getFileName(reference)}"></script>`;
          asset.source = String(asset.source).replace('<!-- theme.js -->', tag);
        }
      },
    },
  };
}
