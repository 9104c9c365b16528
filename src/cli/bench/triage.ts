/** What one triage costs beside natural's own classifier alone, on the same messages in the same run. */
import { readLexiconSource } from '../../../knowledge/lexicon.ts';
import { loadKnowledge } from '../../knowledge.ts';
import { naturalAlone } from '../../text/natural-alone.ts';
import { triage } from '../../triage/triage.ts';
import { table } from '../eval/figures.ts';

export const title = "Triage beside natural's classifier alone";

const MESSAGE_BYTES = [500, 2000, 8000];
const ROUNDS = 60;
const WARM_UP = 15;
const TODAY = '2026-11-20';

/** Median and 95th percentile of the time of one call, in milliseconds of one core. */
function timed(work: (round: number) => void): { p50: number; p95: number } {
  for (let round = 0; round < WARM_UP; round += 1) work(round);
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = performance.now();
    work(WARM_UP + round);
    times.push(performance.now() - before);
  }
  times.sort((a, b) => a - b);
  return { p50: times[Math.floor(ROUNDS * 0.5)] ?? 0, p95: times[Math.floor(ROUNDS * 0.95)] ?? 0 };
}

export async function run(): Promise<string> {
  const knowledge = loadKnowledge();
  const texts = readLexiconSource().phrases.flatMap((file) =>
    file.phrases.flatMap(({ topic, texts }) => texts.map((text) => ({ topic, text }))),
  );
  const peer = naturalAlone(texts.map(({ topic, text }) => ({ label: topic, text })));
  const phrases = texts.map(({ text }) => text);
  const rows = MESSAGE_BYTES.map((bytes) => {
    // Every call gets words of its own: what was read once is remembered, and remembering is not what is measured.
    const messages = Array.from({ length: WARM_UP + ROUNDS }, (_, round) => messageOf(bytes, round, phrases));
    const ours = timed((round) =>
      triage({ messages: [messages[round] ?? ''], given: {}, edition: null, today: TODAY, asked: [] }, knowledge),
    );
    const theirs = timed((round) => peer(messages[round] ?? ''));
    return [`${bytes} bytes`, ms(ours.p50), ms(ours.p95), ms(theirs.p50), (ours.p50 / theirs.p50).toFixed(2)];
  });
  return [
    `One triage reads facts, understands, weighs all editions and chooses questions; natural's classifier only names a topic.`,
    `Trained on ${texts.length} phrases.`,
    table(['message', 'triage p50', 'triage p95', "natural's classifier p50", 'ratio'], rows),
  ].join('\n');
}

const ms = (value: number): string => `${value.toFixed(2)} ms`;

/** A message of the wanted length made of phrases, so that both sides meet words they know. */
function messageOf(bytes: number, round: number, phrases: readonly string[]): string {
  const parts: string[] = [`AKS Arc on Windows Server 2022, kubernetes 1.33.5, stopped ${round} days ago.`];
  let length = parts[0]?.length ?? 0;
  for (let at = round; length < bytes; at = (at + 37) % phrases.length) {
    const phrase = phrases[at % phrases.length] ?? '';
    parts.push(phrase);
    length += phrase.length + 1;
  }
  return parts.join('\n').slice(0, bytes);
}
