import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { readableCodeFrom } from '../auth/tokens.ts';

const yearSeconds = 31_536_000;

export interface WebPagesParts {
  /** Where the built client is. */
  readonly webDir: string;
  /** The origins whose pages may frame the reader of this share code. */
  readonly framersOf: (shareCode: string) => Promise<readonly string[]>;
}

/** Serves the built client: hashed assets for ever, the two pages fresh each time. */
export async function addWebPages(app: FastifyInstance, { webDir, framersOf }: WebPagesParts): Promise<void> {
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
  const readerPage = page('reader.html');
  app.get<ReaderRoute>('/r/:shareCode', async (request, reply) => {
    const { shareCode } = request.params;
    if (request.query.embed === '1')
      letFrame(reply, await framersOf(readableCodeFrom(shareCode).slice(0, 32)));
    return readerPage(request, reply);
  });
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

interface ReaderRoute {
  readonly Params: { readonly shareCode: string };
  readonly Querystring: { readonly embed?: string };
}

/** Lets these origins, and nobody else, put the page into a frame; with none, nobody may, as on every page. */
function letFrame(reply: FastifyReply, origins: readonly string[]): void {
  const policy = reply.getHeader('content-security-policy');
  if (origins.length === 0 || typeof policy !== 'string') return;
  void reply.header(
    'content-security-policy',
    policy.replace("frame-ancestors 'none'", `frame-ancestors ${origins.join(' ')}`),
  );
  // The older header knows no list of origins; browsers that know the newer one heed that alone.
  void reply.removeHeader('x-frame-options');
}

function addMissingNotice(app: FastifyInstance): void {
  app.get('/', (_request, reply) =>
    reply.type('text/plain').send('The web client is not built. Run: npm run build\n'),
  );
}
