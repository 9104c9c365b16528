/** The store, put together over either database. */
import { activityStore } from './activities.ts';
import type { Engine } from './engine.ts';
import { issueStore } from './issues.ts';
import { itemStore } from './items.ts';
import { locks } from './locks.ts';
import { draftStore, recordStore } from './records.ts';
import type { Store } from './store.ts';
import { units as unitsOf } from './unit.ts';

export function sqlStore(engine: Engine): Store {
  const { exclusive, fence, close } = locks(engine);
  const units = unitsOf(engine, fence);
  return {
    name: engine.name,
    items: itemStore(engine, units),
    records: recordStore(engine, units),
    drafts: draftStore(engine, units),
    issues: issueStore(engine),
    activities: activityStore(engine, units),
    atomically: units.atomically,
    exclusive,
    async ping() {
      await engine.query('SELECT 1 AS one');
    },
    async close() {
      await close();
      await engine.close();
    },
  };
}
