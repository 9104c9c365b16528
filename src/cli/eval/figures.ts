/** Shares with their confidence interval, and the tables they are printed in. */

/** z of a 95 % interval. */
const Z = 1.96;

export type Share = { right: number; of: number };

export const share = (right: number, of: number): Share => ({ right, of });

/** Wilson's interval of a share, in per cent. */
export function interval({ right, of }: Share): [number, number] {
  if (of === 0) return [0, 100];
  const p = right / of;
  const centre = (p + (Z * Z) / (2 * of)) / (1 + (Z * Z) / of);
  const half = (Z / (1 + (Z * Z) / of)) * Math.sqrt((p * (1 - p)) / of + (Z * Z) / (4 * of * of));
  return [Math.max(0, 100 * (centre - half)), Math.min(100, 100 * (centre + half))];
}

/** `94.6 % (123 of 130, 89–97)` */
export function shown(value: Share): string {
  if (value.of === 0) return '– (0 of 0)';
  const [low, high] = interval(value);
  return `${((100 * value.right) / value.of).toFixed(1)} % (${value.right} of ${value.of}, ${low.toFixed(0)}–${high.toFixed(0)})`;
}

/** Rows of words under a head, columns as wide as their widest cell. */
export function table(head: string[], rows: string[][]): string {
  const widths = head.map((title, at) => Math.max(title.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const line = (cells: string[]) =>
    cells
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd();
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

/** Shares by key, e.g. by class. */
export class Tally {
  readonly #shares = new Map<string, Share>();

  add(key: string, right: boolean): void {
    const before = this.#shares.get(key) ?? share(0, 0);
    this.#shares.set(key, share(before.right + (right ? 1 : 0), before.of + 1));
  }

  entries(): [string, Share][] {
    return [...this.#shares].sort(([a], [b]) => a.localeCompare(b));
  }

  toJSON(): Record<string, Share> {
    return Object.fromEntries(this.entries());
  }
}
