// No test reaches the network: whatever is not declared through test/support/http.ts fails with its address.
import nock from 'nock';
import { afterEach } from 'vitest';

nock.disableNetConnect();
// Loopback servers of ours are real in end-to-end tests.
nock.enableNetConnect(/^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/);

afterEach(() => {
  const open = nock.pendingMocks();
  nock.cleanAll();
  if (open.length > 0) throw new Error(`Declared requests that were never made: ${open.join(', ')}`);
});
