import { existsSync } from 'node:fs';
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
  const page = (name: string) => (_request: unknown, reply: FastifyReply) =>
    reply.sendFile(name, { cacheControl: false });
  app.get('/', page('app.html'));
  app.get('/r/:shareCode', page('reader.html'));
  app.setNotFoundHandler((request, reply) => {
    const isPage =
      request.method === 'GET' &&
      !path.extname(request.url.split('?')[0] ?? '') &&
      request.headers.accept?.includes('text/html');
    // The client's own router says what is not there.
    return isPage
      ? reply.sendFile('app.html', { cacheControl: false })
      : reply.code(404).send({ status: 'not found' });
  });
}

function addMissingNotice(app: FastifyInstance): void {
  app.get('/', (_request, reply) =>
    reply.type('text/plain').send('The web client is not built. Run: npm run build\n'),
  );
}
