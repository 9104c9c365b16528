/**
 * Draws the two icons of the Teams app: `node manifest/draw-icons.ts`. An arc over a tick: the cluster's family and the answer.
 * Shapes are distances (https://iquilezles.org/articles/distfunctions2d/ explains the idea), sampled several times a pixel.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';

/** Samples a pixel in each direction, for smooth edges. */
const SAMPLES = 4;
const COLOR_SIZE = 192;
const OUTLINE_SIZE = 32;

type Point = { x: number; y: number };
type Color = readonly [number, number, number, number];
const WHITE: Color = [255, 255, 255, 255];
const CLEAR: Color = [255, 255, 255, 0];
const TOP: Color = [43, 58, 140, 255];
const BOTTOM: Color = [91, 62, 168, 255];
const SUN: Color = [255, 200, 87, 255];

/** Distance from a point to a line between two others. */
function toLine(point: Point, from: Point, to: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const along = Math.max(0, Math.min(1, ((point.x - from.x) * dx + (point.y - from.y) * dy) / (dx * dx + dy * dy)));
  return Math.hypot(point.x - from.x - along * dx, point.y - from.y - along * dy);
}

/** Distance to the upper half of a ring. */
function toArc({ x, y }: Point, center: Point, radius: number): number {
  if (y <= center.y) return Math.abs(Math.hypot(x - center.x, y - center.y) - radius);
  return Math.min(Math.hypot(x - center.x - radius, y - center.y), Math.hypot(x - center.x + radius, y - center.y));
}

/** The drawing in a square of side 1: which stroke a point lies in. `bold` widens strokes for the small icon. */
function strokeAt(point: Point, bold: number): 'arc' | 'tick' | null {
  const center = { x: 0.5, y: 0.56 };
  if (toArc(point, center, 0.3) < 0.042 * bold) return 'arc';
  const [left, low, high] = [
    { x: 0.375, y: 0.6 },
    { x: 0.47, y: 0.7 },
    { x: 0.65, y: 0.48 },
  ];
  return Math.min(toLine(point, left, low), toLine(point, low, high)) < 0.042 * bold ? 'tick' : null;
}

const mixed = (from: Color, to: Color, share: number): Color =>
  from.map((value, index) => value + ((to[index] ?? 0) - value) * share) as unknown as Color;

function colorIcon(point: Point): Color {
  const stroke = strokeAt(point, 1);
  if (stroke === 'arc') return WHITE;
  return stroke === 'tick' ? SUN : mixed(TOP, BOTTOM, (point.x + point.y) / 2);
}

const outlineIcon = (point: Point): Color => {
  const inner = { x: (point.x - 0.5) * 0.82 + 0.5, y: (point.y - 0.5) * 0.82 + 0.53 };
  return strokeAt(inner, 1.25) ? WHITE : CLEAR;
};

/** All samples of a pixel, averaged; colours weigh by their opacity. */
function pixel(draw: (point: Point) => Color, size: number, x: number, y: number): number[] {
  const sum = [0, 0, 0, 0];
  for (let sample = 0; sample < SAMPLES * SAMPLES; sample++) {
    const across = (x + ((sample % SAMPLES) + 0.5) / SAMPLES) / size;
    const down = (y + (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES) / size;
    const [red, green, blue, alpha] = draw({ x: across, y: down });
    sum[0] = (sum[0] ?? 0) + red * alpha;
    sum[1] = (sum[1] ?? 0) + green * alpha;
    sum[2] = (sum[2] ?? 0) + blue * alpha;
    sum[3] = (sum[3] ?? 0) + alpha;
  }
  const alpha = sum[3] ?? 0;
  const channels = sum.slice(0, 3).map((value) => (alpha === 0 ? 255 : Math.round(value / alpha)));
  return [...channels, Math.round(alpha / (SAMPLES * SAMPLES))];
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** A PNG with 8 bits a channel and transparency (https://www.w3.org/TR/png/). */
function png(draw: (point: Point) => Color, size: number): Buffer {
  const rows = Array.from({ length: size }, (_, y) =>
    Buffer.from([0, ...Array.from({ length: size }, (_none, x) => pixel(draw, size, x, y)).flat()]),
  );
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

writeFileSync(join(import.meta.dirname, 'color.png'), png(colorIcon, COLOR_SIZE));
writeFileSync(join(import.meta.dirname, 'outline.png'), png(outlineIcon, OUTLINE_SIZE));
