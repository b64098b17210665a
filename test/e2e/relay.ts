import { createServer, connect, type AddressInfo, type Socket } from 'node:net';

/** A wire to the server that can be cut: what the browser sees then is a network that is gone. */
export interface Relay {
  /** Where the browser finds the server. */
  readonly url: string;
  /** Tears every connection and lets no new one through. */
  cut(): void;
  mend(): void;
  close(): Promise<void>;
}

/** Opens a wire of its own to the server at this address. */
export async function openRelay(serverUrl: string): Promise<Relay> {
  const target = new URL(serverUrl);
  const ends = new Set<Socket>();
  const line = { isCut: false };
  const keep = (end: Socket): void => {
    ends.add(end);
    end.on('error', () => end.destroy());
    end.on('close', () => ends.delete(end));
  };
  const server = createServer((near) => {
    keep(near);
    if (line.isCut) return void near.destroy();
    const far = connect(Number(target.port), target.hostname);
    keep(far);
    near.pipe(far).pipe(near);
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const tear = (): void => ends.forEach((end) => end.destroy());
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut: () => {
      line.isCut = true;
      tear();
    },
    mend: () => void (line.isCut = false),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        tear();
      }),
  };
}
