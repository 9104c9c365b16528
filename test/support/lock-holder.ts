// A process of its own that holds a lock of the store until it is killed, and says so.
import { openStore } from '../../src/store/open.ts';

const [url = '', name = ''] = process.argv.slice(2);
const store = await openStore(url);
await store.exclusive(name, async () => {
  process.stdout.write('held\n');
  await new Promise((wake) => setTimeout(wake, 60_000));
});
