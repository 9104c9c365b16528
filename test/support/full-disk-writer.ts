// A process of its own that writes until the disk takes no more, then tells what it was told and whether it still reads.
import { openStore } from '../../src/store/open.ts';
import { StoreUnavailable } from '../../src/store/store.ts';

const MEGABYTE = 'x'.repeat(1_000_000);
// The limit on file sizes sends this signal first; a full disk does not.
process.on('SIGXFSZ', () => {});

const store = await openStore(process.argv[2] ?? '');
await store.items.write(new Map([['first', { value: 'kept' }]]));
for (let count = 0; count < 20; count++) {
  try {
    await store.items.write(new Map([[`k${count}`, { value: MEGABYTE }]]));
  } catch (error) {
    const still = (await store.items.read(['first'])).get('first')?.value;
    console.log(
      JSON.stringify({ unavailable: error instanceof StoreUnavailable, message: (error as Error).message, still }),
    );
    break;
  }
}
