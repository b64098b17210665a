import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** One device's line to the server, which can be cut in any place. */
export interface Line {
  readonly url: string;
  /** Connections that stand now. */
  readonly count: () => number;
  /** Tears what stands now. */
  readonly cut: () => void;
  /** Lets so many more bytes come from the server, then tears: an answer, or an event, arrives in half or not at all. */
  readonly tearAfter: (bytes: number) => void;
  /** Nothing gets through until `mend`. */
  readonly block: () => void;
  readonly mend: () => void;
  readonly close: () => Promise<void>;
}

interface Wire {
  readonly near: Socket;
  readonly far: Socket;
  /** How many bytes may still come from the server; null: as many as there are. */
  allowance: number | null;
}

/** Opens a line of its own to the server at this address. */
export async function openLine(serverUrl: string): Promise<Line> {
  const { port, hostname } = new URL(serverUrl);
  const wires = new Set<Wire>();
  const state = { isBlocked: false };
  const server = createServer((near) => {
    near.on('error', () => near.destroy());
    if (state.isBlocked) return void near.destroy();
    const wire: Wire = { near, far: connect(Number(port), hostname), allowance: null };
    wires.add(wire);
    join(wire);
    near.on('close', () => wires.delete(wire));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const cut = (): void => wires.forEach(tear);
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    count: () => wires.size,
    cut,
    tearAfter: (bytes) => wires.forEach((wire) => (wire.allowance = bytes)),
    block: () => {
      state.isBlocked = true;
      cut();
    },
    mend: () => void (state.isBlocked = false),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        cut();
      }),
  };
}

function join(wire: Wire): void {
  const { near, far } = wire;
  far.on('error', () => far.destroy());
  near.on('close', () => far.destroy());
  far.on('close', () => near.destroy());
  near.pipe(far);
  far.on('data', (chunk: Buffer) => {
    if (wire.allowance === null) return void near.write(chunk);
    near.write(chunk.subarray(0, wire.allowance));
    wire.allowance -= chunk.length;
    if (wire.allowance < 0) near.end(() => tear(wire));
  });
}

function tear({ near, far }: Wire): void {
  near.destroy();
  far.destroy();
}
