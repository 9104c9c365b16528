/**
 * Prints the constants of decide.ts and confidence.ts, fitted on held-out phrases: `node test/triage/understand-calibrate.ts`.
 * The weights are those with the highest likelihood of the right topic; Platt's curve is fitted to "was the scope right?".
 */

import { classifierScores, scopeProbability } from '../../src/triage/understanding/decide.ts';
import { topicIds } from '../../src/triage/understanding/evidence.ts';
import { scopeGroup } from '../../src/triage/understanding/scope-group.ts';
import { heldOut, likelyOf } from './understand-held-out.ts';

const FOLDS = 5;
const EVIDENCE_MAX = 12;
const STEPS = 4000;
const RATE = 0.5;

const held = heldOut(FOLDS);

function weights(): void {
  const rows = held.map(({ example, lexicon }) => {
    const topics = topicIds(lexicon);
    const scores = classifierScores(example.reading, lexicon);
    return topics.map((topic) => ({
      right: topic === example.label,
      evidence: Math.min(example.evidence.get(topic) ?? 0, EVIDENCE_MAX),
      classifier: scores.get(topic) ?? 0,
    }));
  });
  const table = [];
  for (const evidence of [0.8, 1, 1.2, 1.4]) {
    for (const classifier of [0.8, 1, 1.3, 1.6, 2]) {
      const likelihood = rows.reduce((sum, row) => {
        const z = row.map((t) => evidence * t.evidence + classifier * t.classifier);
        const top = Math.max(...z);
        const all = z.reduce((total, value) => total + Math.exp(value - top), 0);
        return sum + (z[row.findIndex((t) => t.right)] ?? 0) - top - Math.log(all);
      }, 0);
      table.push({ evidence, classifier, likelihood: likelihood / rows.length });
    }
  }
  console.table(table.sort((a, b) => b.likelihood - a.likelihood).slice(0, 5));
}

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

weights();
platt();
