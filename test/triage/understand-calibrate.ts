/**
 * Prints the constants of confidence.ts, fitted on held-out phrases: `node test/triage/understand-calibrate.ts`. Platt's curve is fitted
 * to "was the scope right?"; the threshold of the side is where errors and questions together cost least.
 */

import { scopeProbability, sideProbability } from '../../src/triage/understanding/decide.ts';
import { isTurnedAway, scopeGroup } from '../../src/triage/understanding/scope-group.ts';
import { heldOut, likelyOf } from './understand-held-out.ts';

const FOLDS = 5;
const STEPS = 4000;
const RATE = 0.5;

const held = heldOut(FOLDS);

function platt(): void {
  const points = held.map((one) => {
    const likely = likelyOf(one);
    const raw = Math.min(Math.max(scopeProbability(likely), 0.001), 0.999);
    const right = scopeGroup(likely[0]?.topic ?? '') === scopeGroup(one.example.label);
    return { x: Math.log(raw / (1 - raw)), y: right ? 1 : 0 };
  });
  let slope = 1;
  let offset = 0;
  for (let step = 0; step < STEPS; step++) {
    let bySlope = 0;
    let byOffset = 0;
    for (const { x, y } of points) {
      const miss = 1 / (1 + Math.exp(-(slope * x + offset))) - y;
      bySlope += miss * x;
      byOffset += miss;
    }
    slope -= (RATE * bySlope) / points.length;
    offset -= (RATE * byOffset) / points.length;
  }
  const right = points.reduce((sum, { y }) => sum + y, 0) / points.length;
  console.log({ phrases: points.length, scopeRight: right, slope, offset });
}

/** What each threshold of the side costs: a question 1, a wrong side 3, another wrong scope 1.5, per hundred phrases. */
function sides(): void {
  const rows = held.map((one) => {
    const likely = likelyOf(one);
    const topic = likely[0]?.topic ?? '';
    const right = scopeGroup(topic) === scopeGroup(one.example.label);
    const rightSide = isTurnedAway(topic) === isTurnedAway(one.example.label);
    return { side: sideProbability(likely), cost: right ? 0 : rightSide ? 1.5 : 3 };
  });
  console.table(
    [0.5, 0.55, 0.6, 0.65, 0.7, 0.75].map((min) => {
      const cost = rows.reduce((sum, row) => sum + (row.side < min ? 1 : row.cost), 0);
      const asked = rows.filter(({ side }) => side < min).length;
      const harm = rows.filter(({ side, cost }) => side >= min && cost === 3).length;
      const percent = (n: number) => Number(((100 * n) / rows.length).toFixed(2));
      return { min, cost: percent(cost), asked: percent(asked), wrongSide: percent(harm) };
    }),
  );
}

platt();
sides();
