import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';

import { firstPaint } from './first-paint.plugin.ts';

const folder = import.meta.dirname;
const { version } = JSON.parse(readFileSync(join(folder, '../package.json'), 'utf8')) as {
  readonly version: string;
};

const core =
  /node_modules\/@?preact\/|src\/(mount|api\/(client|server|socket)|live\/uuid7|text\/(text|format|common\.text|reader\.text)|ui\/(button|states|connection|toasts|network|lazily|use-query))\.tsx?$/;

export default defineConfig({
  root: folder,
  base: '/',
  // What the page says it is; the server says what it is itself.
  define: { __VERSION__: JSON.stringify(version) },
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
      output: {
        codeSplitting: {
          groups: [
            { name: 'pages', test: /src\/pages\/.*\.css$/ },
            // What every first view needs, and what every form needs: in pieces it would weigh a kilobyte more.
            { name: 'core', test: core, priority: 2 },
            { name: 'forms', test: /src\/ui\/(field|form-|use-action).*\.tsx?$/, priority: 1 },
          ],
        },
      },
    },
  },
});
