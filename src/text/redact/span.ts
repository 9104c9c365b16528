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
    pattern.lastIndex = 0;
    // `matchAll` would make a copy of each pattern, which costs more than the search in a short text.
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      if (match[0] === '') pattern.lastIndex++;
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

const MARK = /\[masked: [\w #.()-]{1,60}\]/g;
/** Stands for each letter of a mark while rules look at a text: no word, no blank, no sign of any language. */
const BLANK = '\ue000';

/** The text with the marks of an earlier run made invisible to every rule, so that a second run changes nothing. */
export const withoutMarks = (text: string): string => text.replace(MARK, (mark) => BLANK.repeat(mark.length));

/** Spans cut at the marks of an earlier run; `blanked` is what `withoutMarks` made. */
export function outsideMarks(blanked: string, spans: readonly Span[]): Span[] {
  return spans.flatMap((span) =>
    [...blanked.slice(span.start, span.end).matchAll(/[^\ue000]+/g)]
      .filter(({ 0: piece }) => piece.trim() !== '')
      .map(({ 0: piece, index }) => ({ ...span, start: span.start + index, end: span.start + index + piece.length })),
  );
}
