import { join } from 'node:path';

import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';

import { firstPaint } from './first-paint.plugin.ts';

const folder = import.meta.dirname;

export default defineConfig({
  root: folder,
  base: '/',
  plugins: [preact({ devToolsEnabled: false, prefreshEnabled: false }), firstPaint(folder)],
  build: {
    outDir: join(folder, '../dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    manifest: true,
    // No asset as a data: address: what stands in a page itself is first-paint.plugin.ts's to say.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { app: join(folder, 'app.html'), reader: join(folder, 'reader.html') },
      // The lazy pages' styles in one file: apart, they cost a kilobyte more on the wire.
      output: { codeSplitting: { groups: [{ name: 'pages', test: /src\/pages\/.*\.css$/ }] } },
    },
  },
});
