/** A stretch of text that must not be shown, and what it is. Every finder answers with these; redact.ts cuts them out. */
export type Span = {
  start: number;
  end: number;
  /** What it is, in words a person knows: `kubeconfig client key`. */
  kind: string;
};

/**
 * A secret known by its form. The group `secret` is what goes; without one, the whole match.
 * Time stays linear because a pattern starts only where a run starts (look-behind) or has bounded parts.
 */
export type Shape = {
  kind: string;
  pattern: RegExp;
  unless?: (secret: string, text: string, start: number) => boolean;
};

/** Every place where one of the shapes stands. */
export function shapeSpans(text: string, shapes: readonly Shape[]): Span[] {
  const spans: Span[] = [];
  for (const { kind, pattern, unless } of shapes) {
    for (const match of text.matchAll(pattern)) {
      const [start, end] = match.indices?.groups?.secret ?? [match.index, match.index + match[0].length];
      if (end <= start || unless?.(text.slice(start, end), text, start)) continue;
      spans.push({ start, end, kind });
    }
  }
  return spans;
}

/** Spans in order, overlapping ones joined; of several names the one that was found first in `spans` stays. */
export function joined(spans: readonly Span[]): Span[] {
  const ranked = spans.map((span, rank) => ({ ...span, rank })).sort((a, b) => a.start - b.start || a.rank - b.rank);
  const out: (Span & { rank: number })[] = [];
  for (const span of ranked) {
    const last = out.at(-1);
    if (!last || span.start >= last.end) {
      out.push(span);
      continue;
    }
    if (span.rank < last.rank) Object.assign(last, { kind: span.kind, rank: span.rank });
    last.end = Math.max(last.end, span.end);
  }
  return out.map(({ start, end, kind }) => ({ start, end, kind }));
}

/** The text with each span written as `by` says. Spans are in order and do not overlap. */
export function replaced<S extends Span>(text: string, spans: readonly S[], by: (span: S) => string): string {
  let out = '';
  let at = 0;
  for (const span of spans) {
    out += text.slice(at, span.start) + by(span);
    at = span.end;
  }
  return out + text.slice(at);
}

/** Spans without what lies in a mark of an earlier run, so that a second run changes nothing. */
export function outsideMarks(text: string, spans: readonly Span[]): Span[] {
  const marks = [...text.matchAll(/\[masked: [\w #.()-]{1,60}\]/g)].map(
    ({ 0: mark, index }) => [index, index + mark.length] as const,
  );
  if (marks.length === 0) return [...spans];
  let next = 0;
  return spans.flatMap((span) => {
    const pieces: Span[] = [];
    let at = span.start;
    while (next < marks.length && (marks[next] as readonly [number, number])[1] <= span.start) next++;
    for (let n = next; n < marks.length && (marks[n] as readonly [number, number])[0] < span.end; n++) {
      const [start, end] = marks[n] as readonly [number, number];
      if (start > at) pieces.push({ ...span, start: at, end: start });
      at = Math.max(at, end);
    }
    if (at < span.end) pieces.push({ ...span, start: at });
    return pieces;
  });
}
