import { describe, expect, it } from 'vitest';
import { evalExtraction } from '../../src/cli/eval/extraction.ts';
import { ExtractionRow, readRows } from '../../src/cli/eval/rows.ts';

const TODAY = '2026-11-20';

describe('messages of many people', () => {
  /**
   * Share of the messages with every fact right, about two points below what is reached. Some labels are open to argument,
   * and a few of the first file ask for the class of a component, which the topic decides: none need reach one.
   */
  it.each([
    { file: 'people.jsonl', min: 300, share: 0.92 },
    { file: 'voices.jsonl', min: 1000, share: 0.97 },
  ])('reads most of $file without a fault', async ({ file, min, share }) => {
    const rows = await readRows(new URL(`./cases/${file}`, import.meta.url).pathname, ExtractionRow);
    const { right, of } = evalExtraction(rows, TODAY);
    expect(of).toBeGreaterThan(min);
    expect(right / of).toBeGreaterThanOrEqual(share);
  });
});
