import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';

const yearSeconds = 31_536_000;

/** Serves the built client: hashed assets for ever, the two pages fresh each time. */
export async function addWebPages(app: FastifyInstance, webDir: string): Promise<void> {
  if (!existsSync(path.join(webDir, 'app.html'))) return addMissingNotice(app);
  await app.register(fastifyStatic, {
    root: webDir,
    preCompressed: true,
    wildcard: true,
    index: false,
    setHeaders: (reply, file) => {
      const isHashed = file.includes(`${path.sep}assets${path.sep}`);
      void reply.header('cache-control', isHashed ? `public, max-age=${yearSeconds}, immutable` : 'no-cache');
    },
  });
  const page = (name: string) => {
    const inline = inlineHashes(readFileSync(path.join(webDir, name), 'utf8'));
    return (_request: unknown, reply: FastifyReply) => {
      allowInline(reply, inline);
      return reply.sendFile(name, { cacheControl: false });
    };
  };
  const appPage = page('app.html');
  app.get('/', appPage);
  app.get('/r/:shareCode', page('reader.html'));
  app.setNotFoundHandler((request, reply) => {
    const isPage =
      request.method === 'GET' &&
      !path.extname(request.url.split('?')[0] ?? '') &&
      request.headers.accept?.includes('text/html');
    // The client's own router says what is not there.
    return isPage ? appPage(request, reply) : reply.code(404).send({ status: 'not found' });
  });
}

interface InlineHashes {
  readonly script: readonly string[];
  readonly style: readonly string[];
}

/** The hashes of what stands in a page itself: its build put it there, so that the first paint waits for one answer. */
function inlineHashes(html: string): InlineHashes {
  const of = (tag: string): readonly string[] =>
    [...html.matchAll(new RegExp(`<${tag}>([^]*?)</${tag}>`, 'g'))].map(
      ([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
    );
  return { script: of('script'), style: of('style') };
}

/** Allows a page what was built into it, by hash, and nothing else: the policy stays as strict as everywhere. */
function allowInline(reply: FastifyReply, { script, style }: InlineHashes): void {
  const policy = String(reply.getHeader('content-security-policy') ?? '')
    .replace("script-src 'self'", (rule) => [rule, ...script].join(' '))
    .replace("style-src 'self'", (rule) => [rule, ...style].join(' '));
  if (policy !== '') void reply.header('content-security-policy', policy);
}

function addMissingNotice(app: FastifyInstance): void {
  app.get('/', (_request, reply) =>
    reply.type('text/plain').send('The web client is not built. Run: npm run build\n'),
  );
}
