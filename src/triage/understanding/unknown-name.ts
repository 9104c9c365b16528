/** A product name that no list knows: "the NetSentry agent pods crash". Who made it has to be asked. */
import type { Word } from '../../text/words.ts';
import type { Evidence } from './evidence.ts';
import type { Reading } from './reading.ts';
import { causes, says } from './turn.ts';

/** Evidence for a topic that makes an unknown name a bystander. */
const BYSTANDER_EVIDENCE_MIN = 2;
/** The same for a name that opens the message: its own errors speak of names, nodes and certificates. */
const SUBJECT_EVIDENCE_MIN = 6;
/** Evidence for these says who made it. */
const MADE_BY = ['closed-source', 'oss-tool', 'own-workload', 'arc-extension', 'other-product'];
const MADE_BY_EVIDENCE_MIN = 2;
const OPENING_CHARS = 24;

/** The message is about a product that no list knows, and about nothing else: only its class can tell the scope. */
export function isUnknownProduct(reading: Reading, evidence: Evidence): boolean {
  const name = unknownName(reading);
  if (name === null) return false;
  if (MADE_BY.some((topic) => (evidence.get(topic) ?? 0) >= MADE_BY_EVIDENCE_MIN && !isPackaging(topic, reading)))
    return false;
  const opens = reading.text.indexOf(name) < OPENING_CHARS;
  // "… crash loop, everything else is happy": what else is named is told to be well.
  if (opens && says(reading, 'cluster-fine')) return true;
  return Math.max(0, ...evidence.values()) < (opens ? SUBJECT_EVIDENCE_MIN : BYSTANDER_EVIDENCE_MIN);
}

/** Both open and closed source come as charts: Helm alone says nothing of who made the thing. */
function isPackaging(topic: string, reading: Reading): boolean {
  const tools = causes(reading).filter(({ component }) => component.topic === topic);
  return topic === 'oss-tool' && tools.length > 0 && tools.every(({ component }) => component.id === 'helm');
}

/** Nouns that stand behind the name of a thing that runs in a cluster. */
const THINGS = new Set(
  'agent operator sensor collector controller pod chart scanner connector driver plugin exporter daemon enforcer probe webhook forwarder proxy tool product software suite platform addon sidecar gateway appliance daemonset server client module monitor dashboard manager provider'.split(
    ' ',
  ),
);
/** Words that may stand between a name and such a noun: "Acme CSI driver". */
const KINDS = new Set('csi cni ingress backup storage security monitoring license licence mesh log metrics'.split(' '));
/** Capitalised words that are no product names. */
const ORDINARY = new Set(
  'which what whose how why when where who can could should would does did is are the our my your this that all some many these those windows linux azure microsoft aks arc kubernetes k8s kube cluster prod production test dev server hi hello please hey dear some one two worker master node system user admin application business monday tuesday wednesday thursday friday saturday sunday private public own custom new old crashing running failed failing pending several few every each any no other both more app apps web job data service backend frontend api sql database storage network ingress load balancer cni csi dns vm gpu'.split(
    ' ',
  ),
);
const NAME = /^(?:[A-Z][a-z0-9]+(?:[A-Z][a-z0-9]*)+|[A-Z][a-z]{3,}[a-z0-9]*|[A-Z]{3,}[a-z]+\w*)$/;

/** The name as typed, where one stands right before such a noun and belongs to no known term; else null. */
export function unknownName({ text, words, layout, mentions }: Reading): string | null {
  const known = new Set(
    mentions.flatMap(({ occurrences }) => occurrences.flatMap(({ first, last }) => range(first, last))),
  );
  for (let i = 0; i + 1 < words.length; i++) {
    const word = words[i];
    const next = words[i + 1];
    if (!word || !next) continue;
    if (isCalled(words, i, text, known) && !ORDINARY.has(next.text)) return text.slice(next.start, next.end);
    const thing = singular(KINDS.has(next.text) ? (words[i + 2]?.text ?? '') : next.text);
    if (!THINGS.has(thing) || known.has(i) || layout.pasted[i] === 1) continue;
    const between = text.slice(word.end, next.start);
    if (ORDINARY.has(word.text) || KINDS_OF.has(word.text) || !/^['"”»`]?[ -]$/.test(between)) continue;
    if (isPlace(words, i, thing) || isPath(words, i + 1)) continue;
    const typed = text.slice(word.start, word.end);
    if (NAME.test(typed) || (RUNNING.has(thing) && isWrittenLow(typed, words[i - 1], between))) return typed;
  }
  return null;
}

/** Of these, the capital at the start of a sentence makes no name: "Factory server room.", "Trading platform." */
const PLACES = new Set('platform server product system suite'.split(' '));
const ROOMS = new Set('room hall site rack farm park plant station'.split(' '));

/** What the cluster is for or where it stands, said in a word or two before anything is told of it. */
function isPlace(words: readonly Word[], at: number, thing: string): boolean {
  if (!PLACES.has(thing) || (at > 0 && !words[at]?.breaks)) return false;
  const end = ROOMS.has(words[at + 2]?.text ?? '') ? at + 3 : at + 2;
  return words[end]?.breaks === true;
}

const TOWARDS = new Set('to zu nach and und a vers et hacia y'.split(' '));

/** "Losses pod to pod": the two ends of a path, whatever capital stands before them. */
const isPath = (words: readonly Word[], at: number): boolean =>
  TOWARDS.has(words[at + 1]?.text ?? '') && words[at + 2]?.text === words[at]?.text;

const CALLED = new Set('called named genannt namens appele appelee llamado llamada'.split(' '));
const CALLED_THINGS = new Set(
  'thing tool product software app application system solution component operator agent service something ding outil producto programm program suite'.split(
    ' ',
  ),
);

/** "A thing called Flowmill": what follows is its name. */
function isCalled(words: readonly Word[], at: number, text: string, known: ReadonlySet<number>): boolean {
  const [thing, called, name] = [words[at - 1], words[at], words[at + 1]];
  if (!thing || !called || !name || !CALLED.has(called.text) || known.has(at + 1)) return false;
  const written = text.slice(name.start, name.end);
  return CALLED_THINGS.has(thing.text) && (NAME.test(written) || LOW_NAME.test(written));
}

/** Of these, names are written in lower case as often as not: "the acmeq operator", "acmeq-agent". */
const RUNNING = new Set('agent operator collector controller sensor exporter sidecar connector daemon'.split(' '));
const LOW_NAME = /^[a-z][a-z0-9]{4,}$/;
const LED_BY = new Set('the our a an that this der die das unser le la notre el nuestro'.split(' '));
/** Everyday words in front of such nouns, in German compounds with their joining s. */
const KINDS_OF = new Set(
  'admission abrechnungs abrechnung uberwachungs uberwachung sicherungs datensicherungs speicher netzwerk netz protokoll verwaltungs anmelde datenbank rechnungs treiber windows linux arc azure build deploy deployment cloud guest remote local legacy internal external backup monitoring monitor logging security network cluster device policy ingress storage volume metrics telemetry service vendor default existing second another wrong missing crashed broken failing whole entire shipped installed delivered managed provided official support connected config extension admin release version domain state event replica custom resource snapshot certificate access management inventory update patch compliance database message queue cache proxy license licence billing edge power temperature humidity pressure motion smoke pipeline runner'.split(
    ' ',
  ),
);

const singular = (word: string): string => word.replace(/s$/, '');

const isWrittenLow = (typed: string, before: Word | undefined, between: string): boolean =>
  LOW_NAME.test(typed) && !KINDS_OF.has(typed) && (between === '-' || LED_BY.has(before?.text ?? ''));

const range = (first: number, last: number): number[] => Array.from({ length: last - first + 1 }, (_, i) => first + i);
