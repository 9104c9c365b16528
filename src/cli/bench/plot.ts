/** A line plot as plain SVG, readable on light and dark pages. */

export type Line = { name: string; points: readonly (readonly number[])[] };
export type Plot = { title: string; x: string; y: string; logY: boolean; lines: readonly Line[] };

const WIDTH = 720;
const HEIGHT = 400;
const FRAME = { left: 64, right: 232, top: 40, bottom: 48 };
const COLOURS = ['#0b6bcb', '#6aa9e9', '#123f73', '#c4451c', '#8a8a8a', '#4f7f3a', '#8d5bb5'];
const Y_TICKS = 5;

/** x is logarithmic; y is linear from 0, or logarithmic. */
export function linePlot({ title, x, y, logY, lines }: Plot): string {
  const drawn = lines.filter(({ points }) => points.length > 0);
  const xs = drawn.flatMap(({ points }) => points.map(([at = 1]) => at));
  const ys = drawn.flatMap(({ points }) => points.map(([, value = 0]) => value));
  const across = scale(Math.min(...xs), Math.max(...xs), FRAME.left, WIDTH - FRAME.right, true);
  const floor = logY ? 10 ** Math.floor(Math.log10(Math.max(Math.min(...ys), 0.01))) : 0;
  const ceiling = logY
    ? 10 ** Math.ceil(Math.log10(Math.max(...ys, 1)))
    : Math.max(10, Math.ceil(Math.max(...ys) / 10) * 10);
  const up = scale(floor, ceiling, HEIGHT - FRAME.bottom, FRAME.top, logY);
  const ticks = logY
    ? powers(floor, ceiling)
    : Array.from({ length: Y_TICKS + 1 }, (_, at) => (ceiling * at) / Y_TICKS);
  const parts = [
    text(FRAME.left, 20, title, 'font-weight="600" font-size="14"'),
    ...ticks.map(
      (value) =>
        `<line x1="${FRAME.left}" x2="${WIDTH - FRAME.right}" y1="${up(value)}" y2="${up(value)}" stroke="#8884"/>` +
        text(FRAME.left - 8, up(value) + 4, short(value), 'text-anchor="end"'),
    ),
    ...[...new Set(xs)].map((value) =>
      text(across(value), HEIGHT - FRAME.bottom + 18, short(value), 'text-anchor="middle"'),
    ),
    text((FRAME.left + WIDTH - FRAME.right) / 2, HEIGHT - 10, x, 'text-anchor="middle"'),
    text(FRAME.left - 8, FRAME.top - 8, y, 'text-anchor="end"'),
    ...drawn.map(({ name, points }, at) => {
      const colour = COLOURS[at % COLOURS.length] as string;
      const path = points.map(([px = 1, value = 0]) => `${across(px)},${up(Math.max(value, floor))}`);
      const dots = path.map(
        (point) => `<circle cx="${point.split(',')[0]}" cy="${point.split(',')[1]}" r="3" fill="${colour}"/>`,
      );
      const row = FRAME.top + 8 + at * 20;
      const key = `<rect x="${WIDTH - FRAME.right + 16}" y="${row - 8}" width="10" height="10" fill="${colour}"/>`;
      return `<polyline points="${path.join(' ')}" fill="none" stroke="${colour}" stroke-width="2"/>${dots.join('')}${key}${text(WIDTH - FRAME.right + 32, row + 1, name)}`;
    }),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escaped(title)}" font-family="sans-serif" font-size="12">
<style>text{fill:#333}@media(prefers-color-scheme:dark){text{fill:#ddd}}</style>
${parts.join('\n')}
</svg>
`;
}

const scale = (low: number, high: number, from: number, to: number, isLog: boolean) => {
  const of = (value: number): number => (isLog ? Math.log10(value) : value);
  const span = of(high) - of(low) || 1;
  return (value: number): number => Math.round((from + ((of(value) - of(low)) / span) * (to - from)) * 10) / 10;
};

const powers = (low: number, high: number): number[] => {
  const found: number[] = [];
  for (let value = low; value <= high * 1.001; value *= 10) found.push(value);
  return found;
};

const short = (value: number): string =>
  value >= 1_000 ? `${Number((value / 1_000).toPrecision(3))}k` : String(Number(value.toPrecision(3)));
const escaped = (of: string): string => of.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const text = (x: number, y: number, of: string, more = ''): string =>
  `<text x="${x}" y="${y}" ${more}>${escaped(of)}</text>`;
