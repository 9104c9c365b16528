/**
 * Prints the constants of confidence.ts, fitted on held-out phrases: `node test/triage/understand-calibrate.ts`. Platt's curve is fitted
 * to "was the scope right?".
 */

import { scopeProbability } from '../../src/triage/understanding/decide.ts';
import { scopeGroup } from '../../src/triage/understanding/scope-group.ts';
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

platt();
