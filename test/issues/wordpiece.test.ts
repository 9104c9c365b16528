import { describe, expect, it } from 'vitest';
import { cosine, quantized } from '../../src/issues/embedder.ts';
import { loadMiniLm } from '../../src/issues/minilm.ts';
import { WordPiece } from '../../src/issues/wordpiece.ts';

const pieces = new WordPiece({
  '[PAD]': 0,
  '[UNK]': 1,
  '[CLS]': 2,
  '[SEP]': 3,
  up: 4,
  '##date': 5,
  '##s': 6,
  fails: 7,
  '.': 8,
  cafe: 9,
});

describe('WordPiece', () => {
  it.each([
    ['takes the longest piece first', 'updates', [2, 4, 5, 6, 3]],
    ['lower-cases and drops accents', 'FAILS Café', [2, 7, 9, 3]],
    ['keeps punctuation apart', 'fails.up', [2, 7, 8, 4, 3]],
    ['knows when it does not know', 'fails xyz', [2, 7, 1, 3]],
    ['gives the marks alone for nothing', '', [2, 3]],
  ])('%s', (_name, text, ids) => expect(pieces.encode(text, 16)).toEqual(ids));

  it('cuts to what the model reads', () => {
    expect(pieces.encode('fails '.repeat(100), 8)).toEqual([2, 7, 7, 7, 7, 7, 7, 3]);
  });
});

it('a quantized unit vector keeps its cosine', () => {
  const a = quantized(Float32Array.from([0.6, 0.8]));
  expect(cosine(a, a, 0)).toBeCloseTo(1, 1);
  expect(cosine(a, quantized(Float32Array.from([-0.8, 0.6])), 0)).toBeCloseTo(0, 1);
});

it('there is no model where none is installed, and a wrong file is refused', async () => {
  expect(await loadMiniLm('/nowhere/model')).toEqual({});
  expect((await loadMiniLm(import.meta.dirname)).trouble).toMatch(/cannot be used/);
});
