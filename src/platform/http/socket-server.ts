import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { handleProtocols, type Server as ProtocolServer } from 'graphql-ws';
import { WebSocketServer } from 'ws';
import { addressKey } from '../auth/address.ts';
import type { House } from '../context.ts';
import { MemberSockets, type KeepSessions } from './member-sockets.ts';
import { OpenSocket } from './open-socket.ts';
import { addressOf, isOriginAllowed } from './origin.ts';
import { closeCodes } from './socket-codes.ts';
import { SocketCounts } from './socket-limits.ts';
import { socketProtocol, type ProtocolParts } from './socket-protocol.ts';
import { SocketWatch } from './socket-watch.ts';

export interface SocketServerParts extends ProtocolParts {
  readonly keepSessions: KeepSessions;
}

/** GraphQL over sockets: the same schema, access, limits and errors as over HTTP. */
export function addSockets(server: Server, parts: SocketServerParts): { dispose(): Promise<void> } {
  const { house } = parts;
  const { limits } = house.config;
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: limits.socketFrameBytesMax,
    // Compressed frames could not be written once for many, and would be held back while others overtake them.
    perMessageDeflate: false,
    handleProtocols,
  });
  const counts = new SocketCounts(limits);
  const members = new MemberSockets(house, parts.keepSessions);
  const watch = new SocketWatch(members, house.bus);
  const attendants = { counts, watch, members, protocol: socketProtocol(parts, members) };
  server.on('upgrade', (request, stream: Duplex, head) => {
    const address = addressOf(request, house.config.trustedProxies);
    const refusal = refusalOf(request, house, counts.hasRoomFor(addressKey(address)));
    if (refusal)
      return void stream.end(`HTTP/1.1 ${refusal}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
    sockets.handleUpgrade(request, stream, head, (socket) =>
      attend(new OpenSocket({ socket, stream, request, address, limits, log: house.log }), attendants),
    );
  });
  return {
    dispose: () => {
      watch.stop();
      return closeAll(sockets);
    },
  };
}

interface Attendants {
  readonly counts: SocketCounts;
  readonly watch: SocketWatch;
  readonly members: MemberSockets;
  readonly protocol: ProtocolServer<OpenSocket>;
}

/** From now until it closes a socket is counted, watched and spoken with. */
function attend(socket: OpenSocket, { counts, watch, members, protocol }: Attendants): void {
  const key = addressKey(socket.address);
  counts.enter(key);
  watch.add(socket);
  const closed = protocol.opened(socket, socket);
  socket.onceClosed((code, reason) => {
    watch.remove(socket);
    counts.leave(key);
    members.leave(socket);
    void closed(code, reason.toString());
  });
}

function refusalOf(request: IncomingMessage, { config }: House, hasRoom: boolean): string | null {
  if (request.url?.split('?')[0] !== '/graphql') return '404 Not Found';
  if (!isOriginAllowed(request.headers, config)) return '403 Forbidden';
  return hasRoom ? null : '429 Too Many Requests';
}

/** How long clients may take to say goodbye; one that reads nothing never does. */
const goodbyeMs = 1_000;

async function closeAll(sockets: WebSocketServer): Promise<void> {
  for (const socket of sockets.clients) socket.close(closeCodes.goingAway, 'Going away');
  const cutOff = setTimeout(() => {
    for (const socket of sockets.clients) socket.terminate();
  }, goodbyeMs);
  await new Promise<void>((resolve) => sockets.close(() => resolve()));
  clearTimeout(cutOff);
}
