import { databases, furnishHouse } from './peers/house.ts';
import { preparePeers, type PeersFolder } from './peers/peers-folder.ts';
import { buildProduct, Cleanup, startProduct, type Product, type ProductOptions } from './product.ts';

export interface RoomOptions extends Omit<ProductOptions, 'databaseUrl'> {
  readonly peers: string | null;
  readonly isBuilt: boolean;
}

/** The product on the peers' rows with one live room, for as long as the work lasts. */
export async function inRoom(
  { peers: source, isBuilt, ...options }: RoomOptions,
  work: (peers: PeersFolder, product: Product) => Promise<void>,
): Promise<void> {
  const cleanup = new Cleanup();
  try {
    if (!isBuilt) buildProduct('--server');
    const peers = await preparePeers(source);
    cleanup.add(await peers.startPostgres());
    await furnishHouse(peers);
    const product = await startProduct({ ...options, databaseUrl: peers.databaseUrl(databases.room) });
    cleanup.add(() => product.stop());
    await work(peers, product);
  } finally {
    await cleanup.run();
  }
}
