/**
 * What a message asks of the conversation itself, as opposed to what it tells about the problem. Only a message that is
 * nothing but such a phrase counts: "hi, the API server is down" is a problem, "hi" is a greeting.
 */

export type Move =
  | 'words'
  | 'empty'
  | 'greeting'
  | 'help'
  | 'restart'
  | 'new'
  | 'otherCluster'
  | 'same'
  | 'back'
  | 'continue'
  | 'forward'
  | 'cancel'
  | 'thanks'
  | 'bye'
  | 'wait'
  | 'ok'
  | 'why'
  | 'how'
  | 'yes'
  | 'no'
  | 'unknown'
  | 'person'
  | 'ticket'
  | 'editTicket'
  | 'send'
  | 'preview'
  | 'portal'
  | 'az'
  | 'powershell'
  | 'github'
  | 'text'
  | 'facts'
  | 'edit'
  | 'issues'
  | 'verdict'
  | 'soFar'
  | 'right'
  | 'wrong';

/** Phrases of each move, with `|` between them. */
const PHRASES: Record<Exclude<Move, 'words' | 'empty' | 'soFar'>, string> = {
  greeting: `
    hi | hello | hey | good morning | good afternoon | good evening | morning | hi there | hello there | hey
    there | hiya | hallo | servus | moin | guten tag | guten morgen | grüß gott | hola | buenos días | bonjour |
    salut | ciao | こんにちは | hello world | greetings | hi all | hello all | anybody there | are you there | ping |
    hi again | hello again | hey again
  `,
  help: `
    help | help me | i need help | need help | need some help | ? | ?? | what do you do | what are you | who are
    you | what is this | how does this work | how do you work | what can i do | what can you do | what can i ask
    | what can i say | commands | menu | options | hilfe | ayuda | aide | ヘルプ | usage | are you a bot | are you
    human | are you a person | how to use this
  `,
  restart: `
    restart | start over | start again | begin again | reset | start from scratch | start new | from the
    beginning | from the start | forget everything | clear | neu starten | von vorne
  `,
  new: `
    new | new triage | new problem | new issue | new case | new one | another problem | another issue | a
    different problem | different problem | start a new triage | start a new one | it is a new problem | its a
    new problem | separate | separate problem
  `,
  otherCluster: `
    other cluster | another cluster | different cluster | a different cluster | new cluster | it is another cluster | it is a
    different cluster | its another cluster | its a different cluster | that is another cluster | not the same cluster | not
    this cluster | on another cluster | on a different cluster
  `,
  same: `
    same | the same | same one | same problem | same triage | part of this | part of this one | this one | it
    belongs to this | belongs to this one | same cluster | add to this one
  `,
  back: `back | go back | undo | previous | one step back | step back | previous question | take me back | zurück`,
  forward: `forward | go forward | redo | the other one | to the other one | the newer one`,
  continue: `continue | resume | go on | carry on | where were we | go ahead | proceed | weiter`,
  cancel: `
    cancel | stop | abort | quit | exit | never mind | nevermind | forget it | leave it | drop it | end |
    abbrechen | cancel this | stop this | cancel triage
  `,
  thanks: `
    thanks | thank you | thx | ty | cheers | thanks a lot | thank you very much | many thanks | thanks so much |
    great thanks | ok thanks | perfect thanks | danke | merci | gracias | vielen dank | danke schön | that
    helped | very helpful | good bot | awesome | perfect | great | nice | that was helpful | thanks that helped
  `,
  bye: `
    bye | goodbye | good bye | see you | cu | that is all | thats all | done | im done | i am done | tschüss |
    ciao ciao | finished | no that is all | nothing else
  `,
  wait: `
    wait | one moment | moment | one second | a second | sec | one sec | hang on | hold on | hm | hmm | hmmm |
    let me check | let me look | i will check | ill check | checking | brb | give me a minute | one minute | a
    minute | a moment | wait a moment | wait a minute | let me see | i have to check | i have to look | i need
    to check | later
  `,
  ok: `
    ok | okay | k | alright | got it | i see | understood | fine | good | aha | interesting | i understand |
    makes sense
  `,
  why: `
    why | why do you ask | why do you want to know | why do you want to know this | why do you want to know that
    | why do you need this | why do you need that | why do you need to know | why do you need to know this | why
    is that important | why is this important | what for | why are you asking | why are you asking this | why
    this question | why these questions | is that important | is this important | why does it matter | why does
    that matter | why does this matter | does that matter | what is that for | what do you need that for | what
    do you need this for | warum | what do you mean | what do you mean by that | what does that mean | what is meant | what
    does this mean | i do not understand | i do not understand the question | i dont understand | i dont understand the
    question | explain | please explain | explain that | can you explain | can you explain that | meaning | come again |
    what are you asking | huh
  `,
  how: `
    how | how do i find out | how do i find that | how do i find this | how can i find out | how can i check |
    how do i check | how do i check that | how can i see that | where | where do i find that | where can i find
    that | where do i find this | where do i see that | where can i see that | how do i know | how should i know
    | how would i know | how to check | how to find out | which command | what command
  `,
  yes: `
    yes | y | yep | yeah | sure | yes do it | correct | ja | oui | si | of course | right yes
  `,
  no: `
    no | n | nope | nein | non | no i do not | none | none of these | none of them | none of those | neither |
    no to all | nothing of that | nothing of these | none of that | no none of these | all no | no none |
    nothing like that | no nothing | nothing | no nothing of that | nah | negative
  `,
  unknown: `
    i do not know | do not know | dont know | i dont know | idk | no idea | not sure | i am not sure | im not
    sure | unknown | dunno | no clue | i have no idea | i cannot say | i cant say | cannot say | i cannot tell |
    i cant tell | cant tell | skip | skip it | skip this | next | pass | weiß nicht | weiß ich nicht | ich weiß
    nicht | keine ahnung | n/a | no access | i do not know any of these | i dont know any of that
  `,
  person: `
    person | human | agent | a person | a human | operator | expert | talk to a person | talk to a human | talk
    to someone | speak to a person | speak to a human | talk to an expert | ask a person | ask an expert | i
    want a human | real person | get me a person | escalate | hand over | handoff | contact a person | connect
    me to a person | i want to talk to a person | can i talk to a person | can i talk to someone | can i speak
    to someone | somebody else
  `,
  ticket: `
    ticket | ticket text | create ticket | create a ticket | open ticket | open a ticket | support ticket | open
    a support ticket | create a support ticket | support request | open a support request | create a support
    request | show ticket | show the ticket | draft | draft ticket | write the ticket | ticket please | open a
    case | open case | file a ticket | make a ticket | raise a ticket | raise a case | yes ticket
  `,
  editTicket: `edit ticket | edit the ticket | change ticket | change the ticket | correct the ticket | review ticket | review the ticket`,
  send: `
    send | send it | send it now | send now | send ticket | send the ticket | send this | send to microsoft | send it to
    microsoft | send the ticket to microsoft | submit | submit it | submit ticket | submit the ticket | create | create it |
    create now | yes send | yes send it | yes submit
  `,
  preview: `preview | show preview | show the preview | preview ticket | preview the ticket | preview it`,
  portal: `portal | azure portal | portal link | open the portal`,
  az: `az | az command | azure cli | cli | az cli`,
  powershell: `powershell | pwsh | powershell command | az powershell`,
  github: `github | github issue | open a github issue | create a github issue`,
  text: `text | markdown | plain text | as text | copy text | full text`,
  facts: `
    facts | show facts | show the facts | what do you know | what have you got | what did you read | what have
    you read | which facts | show me the facts | what do you know so far | summary | status | where are we
  `,
  edit: `
    edit | edit facts | correct a fact | correct facts | change a fact | change facts | fix a fact | edit a fact
    | that is not right | something is wrong with the facts
  `,
  issues: `
    issues | known issues | show known issues | show issues | similar issues | known issue | any known issues |
    is this a known issue | is it a known issue | is this known | known bugs
  `,
  verdict: `
    verdict | what do i do now | what do i do | what should i do | what should i do now | what shall i do | show verdict | show the verdict | result | what is the verdict | what is the result | just tell me
    | give me the verdict | just give me the verdict | so what now | so | and | and now | what now | what next |
    what is next | verdict now | show the verdict with what is known | go on without | so is it supported | is
    it supported | am i supported | do i get support
  `,
  right: `
    verdict is right | right | that is right | the verdict is right | thumbs up | 👍 | the verdict is correct |
    verdict is correct | it is right | you are right | thats right
  `,
  wrong: `
    verdict is wrong | wrong | that is wrong | the verdict is wrong | thumbs down | 👎 | the verdict is incorrect
    | verdict is incorrect | it is wrong | you are wrong | thats wrong | not right | bad verdict
  `,
};

const FILLERS = new Set(
  'please pls plz bot now the just lets can could you would me i want to like ok okay hey hi bitte oh well so actually then and but um uh a an id need give show my'.split(
    ' ',
  ),
);

/** Longer messages are never mere phrases. */
const PHRASE_CHARS_MAX = 80;

/** Words without case, marks and spaces around them. */
export const squeeze = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[’'`]/g, '')
    .replace(/\bwhats\b/g, 'what is')
    .replace(/[^\p{L}\p{N}?/👍👎]+/gu, ' ')
    .trim();

const withoutMark = (text: string): string =>
  /^\?+$/.test(text) ? text : text.replace(/\?/g, ' ').replace(/\s+/g, ' ').trim();
const withoutFillers = (text: string): string =>
  text
    .split(' ')
    .filter((word) => !FILLERS.has(word))
    .join(' ');

const exact = new Map<string, Move>();
const loose = new Map<string, Move>();
for (const [move, phrases] of Object.entries(PHRASES) as [Move, string][]) {
  for (const phrase of phrases.split('|')) {
    const key = withoutMark(squeeze(phrase));
    exact.set(key, move);
    const short = withoutFillers(key);
    if (short && !loose.has(short)) loose.set(short, move);
  }
}

export function moveOf(text: string): Move {
  const trimmed = text.trim();
  if (!trimmed) return 'empty';
  if (trimmed.length > PHRASE_CHARS_MAX) return 'words';
  const whole = phraseOf(trimmed);
  return whole === 'words' ? (ofSeveral(trimmed) ?? ofWords(trimmed) ?? 'words') : whole;
}

/** "Thx bye", "yes new": a few words, each of them a phrase. */
const WORDS_MAX = 3;

function ofWords(text: string): Move | undefined {
  const words = squeeze(text).split(' ');
  return text.includes('\n') || words.length > WORDS_MAX ? undefined : ofSeveral(words.join(', '));
}

function phraseOf(text: string): Move {
  const key = withoutMark(squeeze(text));
  if (!/[\p{L}\p{N}?👍👎]/u.test(key)) return 'empty';
  return exact.get(key) ?? loose.get(withoutFillers(key)) ?? 'words';
}

/** Manners around what is asked for, least telling first; among equals the last word counts. */
const MANNERS: readonly Move[] = ['empty', 'greeting', 'ok', 'thanks', 'bye', 'yes', 'no'];

/** "Yes, a new one", "thanks, bye": several phrases in one message, all of them known. */
function ofSeveral(text: string): Move | undefined {
  if (text.includes('\n')) return undefined;
  const moves = text.split(/[,.;!:–—-]+|\band\b/i).flatMap((piece) => (piece.trim() ? [phraseOf(piece)] : []));
  if (moves.length < 2 || moves.includes('words')) return undefined;
  // "No, no, don't know" answers several questions.
  const answers = new Set(moves.filter((move) => move === 'yes' || move === 'no' || move === 'unknown'));
  if (answers.size > 1) return undefined;
  const weight = (move: Move): number => MANNERS.indexOf(move) + (MANNERS.includes(move) ? 0 : MANNERS.length + 1);
  return moves.reduce((best, move) => (weight(move) >= weight(best) ? move : best));
}

const UNKNOWN_WORDS =
  /\b(?:do ?n[o']?t know|dont know|no idea|not sure|no clue|unsure|can(?:no|')?t (?:say|tell|check|see)|have no access|no access|only (?:have )?read access|weiß (?:es |ich )?nicht|keine ahnung)\b/i;
/** "No idea, I only have read access": an answer, and the answer is "don't know". */
export const soundsUnknown = (text: string): boolean => UNKNOWN_WORDS.test(text.slice(0, 400).replace('’', "'"));

const CORRECTION =
  /^(?:no,|no wait|stop,|sorry|oops|ups|pardon|correction|correct that|actually|i meant|i mean|wrong,|my mistake|my bad|wait,|that was wrong|not (?:\S+), (?:but|it)|change|edit|update|just heard|i was wrong|falsch|korrektur)/i;
/** "Sorry, it is 1.27": the person takes something back or adds to it. */
export const soundsCorrecting = (text: string): boolean =>
  CORRECTION.test(text.trim()) || AFTERTHOUGHT.test(text.slice(0, 300));

const NEW_PROBLEM =
  /\b(?:(?:an)?other|different|new|second|separate|unrelated|next) (?:\S+ ){0,1}(?:problem|issue|question|topic|case|cluster|error|thing|incident|triage)\b|\bsomething (?:else|different|completely different)\b|\bdifferent (?:matter|story)\b|\bunrelated to (?:this|that|the)\b/i;
const NEW_FIRST =
  /^(?:(?:ok|okay|so|and|now|well|hi|hello|thanks|then)[,. ]+)*(?:an? |the |my |our |here is (?:my|a|the) |i have an? |we have an? )?(?:next|new|second|an?other|different|separate|unrelated) (?:problem|issue|topic|case|incident|question|thing)\b/i;
/** "New problem: …" says so first of all. */
export const saysNewFirst = (text: string): boolean => NEW_FIRST.test(text.trim());

const ADDITION = /\b(?:also|too|as well|besides|additionally|furthermore|by the way|btw|next|now)\b/i;
const AFTERTHOUGHT =
  /\b(?:should have (?:said|told|mentioned)|forgot to (?:say|tell|mention|add)|did(?: not|n't) (?:say|tell|mention)|to be (?:precise|exact|correct))\b/i;
/** "Now the disks hang, too": something is added to what was said, which is not the same as said better. */
export const soundsAdding = (text: string): boolean => ADDITION.test(text.slice(0, 300)) && !AFTERTHOUGHT.test(text);

const SAME_CLUSTER = /\b(?:same|this) cluster\b/i;
/** The new problem is on the cluster that was talked about. */
export const soundsSameCluster = (text: string): boolean =>
  SAME_CLUSTER.test(text.slice(0, 300)) && !soundsOtherCluster(text);

const OTHER_CLUSTER =
  /\b(?:an ?other|other|different|new|second|separate) (?:\S+ )?cluster\b|\bnot the same cluster\b/i;
/** The new problem is on a cluster of which nothing is known yet. */
export const soundsOtherCluster = (text: string): boolean => OTHER_CLUSTER.test(text.slice(0, 300));

/** The person says in words that another problem begins. */
export const soundsNew = (text: string): boolean => NEW_PROBLEM.test(text.slice(0, 300));

const QUESTION_START =
  /^(?:btw|by the way|and|but|ok|okay|hm+|quick question|one question|side question|just curious|question|sorry|so|wait)?[,:\s]*(?:what(?:'?s| is| are| does| do| would| happens| if)?|why|how|who|whom|whose|which|where|when|is|are|am|do|does|did|can|could|may|should|would|will|was|were|has|have)\b/i;
/** A question to the bot; whether it is also an answer is decided by the facts in it. */
export function soundsAsking(text: string): boolean {
  const line = text.trim();
  if (line.length > 400) return false;
  return (
    line.endsWith('?') ||
    (QUESTION_START.test(line) && line.includes('?')) ||
    /^(?:(?:and|so|but|ok|okay|hm+),? )?(?:what|why|how|who) /i.test(line)
  );
}

/** Words beside a question that are enough to tell something of their own. */
const STATEMENT_WORDS_MIN = 5;

/** "We took it out and the loss is gone. So it is the firewall?", or an answer on one line and a question on the next. */
export function tellsBeside(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim());
  if (lines.length > 1 && lines.some((line) => !soundsAsking(line) && moveOf(line) === 'words')) return true;
  const statements = text.split(/(?<=[.!?;:])\s+/).filter((sentence) => !sentence.trim().endsWith('?'));
  return (
    statements.join(' ').split(/\s+/).filter(Boolean).length >= STATEMENT_WORDS_MIN && lines.join(' ').includes('?')
  );
}

/** A message about the conversation is short; longer ones tell of the problem. */
const ASIDE_CHARS_MAX = 160;
/** What people put before a request. */
const POLITE = `^(?:(?:ok|okay|hm+|well|so|then|please|sure|hey|no|and|but|hi)[,. ]+)*(?:(?:can|could|would|will) (?:you|we|i) |i(?:'d| would) (?:like|rather|prefer|love)(?: you)? to |i(?:'d rather| would rather) |i (?:want|need|have)(?: you)? to |let'?s |you (?:can|should) )?(?:please |just )?`;
const request = (pattern: string): RegExp => new RegExp(POLITE + pattern, 'i');

const WHY =
  /\b(?:why|what for|for what)\b.*\b(?:ask|asking|need|know|matters?|important|relevant|want|tell|care|question|necessary)\b|\b(?:has|have|got) (?:this|that|it|these)? ?(?:got )?to do with\b|\b(?:is|are) (?:this|that|it|these|those)(?: questions?| infos?)? (?:really |even |actually )?(?:needed|necessary|relevant|important|required)\b|\bdoes (?:this|that|it) (?:really |even )?matter\b|\bdo you (?:really )?need (?:this|that|to know)\b/i;
const HOW =
  /\b(?:how|where|which command|what command)\b.*\b(?:find|check|see|look|figure)\b.*\b(?:that|this|it|these|those|out|version|one)\b/i;
/** "Which version do you mean?" asks how to tell it. */
const MEANT =
  /\b(?:which|what) (?:\w+ )?(?:do|did|would) you (?:mean|need|want)\b|\bwhat exactly\b|\b(?:which|what) (?:version|change|cluster|nodes?|vms?|labels?|subscription)\?$/i;
const WAIT =
  /^(?:(?:ok|okay|hm+|sure|well|so)[,. ]+)*(?:(?:just |give me |wait )?(?:one|a) (?:moment|second|minute|sec)\b|let me (?:first )?(?:check|look|ask|see|verify)\b|i(?:'ll| will| have to| need to| must) (?:first )?(?:check|look|ask|find out|verify)\b)/i;
const PERSON = request(
  String.raw`(?:(?:talk|speak|chat) (?:to|with)|connect me (?:to|with)|put me through to|transfer me to|hand (?:me|this|it) over to|escalate (?:this|it) to) (?:a |an |some |the |your )?(?:real |actual |live )?(?:human|person|someone|somebody|expert|engineer|operator|agent|colleague)\b|(?:want|need|get me|give me|have) (?:a |an )?(?:real |actual |live )?(?:human|person)\b|i (?:want|need) (?:a |an )?(?:real |actual |live )?(?:human|person)\b`,
);
const TICKET = request(
  String.raw`(?:open|create|file|raise|make|write|prepare|draft|log|show|give|get) (?:me |us )?(?:a |an |the |that |my )?(?:\w+ )?(?:ticket|support case|support request)\b`,
);
const RESTART = request(String.raw`(?:start|begin)(?: all)? (?:over|again|from scratch|from the beginning|anew)\b`);
/** Asked whether there is help at all, while questions are open: a first word, and the questions stay. */
const SO_FAR =
  /\b(?:so|then|and|but|well)?,? ?(?:do|will|would|can|could) (?:i|we) (?:now |then |really |still )?(?:get|have|expect|receive|ask for) (?:any |your |microsoft )?(?:support|help from microsoft)\b|\b(?:am i|are we|is (?:it|this|that)) (?:now |then )?(?:supported|covered|eligible|in support)(?: or not| now)?\?|\btell me (?:if|whether) (?:you|we|i|microsoft|it)\b|\bdo you help\b|\bis (?:this|that|it) (?:bad|a problem|ok|okay|allowed|fine|a reason)\b|\byes or no\b/i;
const VERDICT =
  /\b(?:just|simply) (?:tell|give|show) me\b|\b(?:skip|no more|enough) (?:the |of the )?questions\b|\bgo on without\b/i;

const ASIDES: [Move, RegExp][] = [
  ['person', PERSON],
  ['ticket', TICKET],
  ['restart', RESTART],
  ['soFar', SO_FAR],
  ['verdict', VERDICT],
  ['wait', WAIT],
  ['why', WHY],
  ['how', HOW],
  ['how', MEANT],
];

/** What a free sentence asks of the conversation; only to be used where it tells nothing of the cluster. */
export function asideOf(text: string): Move | undefined {
  const line = text.trim().replaceAll('’', "'");
  if (line.length > ASIDE_CHARS_MAX || line.includes('\n')) return undefined;
  const found = ASIDES.find(([, pattern]) => pattern.test(line))?.[0];
  // "Why" and "how" are questions to us, or they tell of something.
  const bare = line.replace(/^(?:(?:hm+|ok|okay|and|but|so|well|btw)[,. ]+)+/i, '');
  if ((found === 'why' || found === 'how') && !soundsAsking(bare) && !/\byou\b/i.test(bare)) return undefined;
  return found;
}
