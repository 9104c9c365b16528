/** Worker thread: builds the base files from the store, so that the bot answers meanwhile. */
import { parentPort, workerData } from 'node:worker_threads';
import { openStore } from '../store/open.ts';
import { writeBases } from './build-base.ts';

const { url, folder } = workerData as { url: string; folder: string };
const store = await openStore(url);
try {
  parentPort?.postMessage(await writeBases(store, folder));
} finally {
  await store.close();
}
