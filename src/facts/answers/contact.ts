/** Replies about Azure: connection, last contact, subscription. */
import type { FactName } from '../../model/facts.ts';
import { type AnswerReader, firstTime, since, yesNo } from './reading.ts';

const OFF =
  /\b(?:no longer (?:connected|online)|disconnected|offline|not connected|no (?:internet|connection|uplink)|nicht verbunden|getrennt|deconnecte\w*|hors ligne|desconectad\w|red|down)\b/;
const ON = /\b(?:connected|online|green|ok|fine|synced|verbunden|connecte\w*|en ligne|conectad\w|works|up)\b/;
/** "Last connected 3 October" names a day, not how it is. */
const LAST = /\b(?:last|lastly|zuletzt|derniere\w*|ultima) (?:time )?(?:connected|online|seen|synced|sync|contact)\b/g;
/** "Connected again since Monday, was offline for 12 days". */
const ON_AGAIN =
  /\b(?:connected|online|green|synced|up) again\b|\bback (?:online|up|again)\b|\b(?:re-?connected|wieder (?:verbunden|online))\b/;
const NO_TROUBLE =
  /^(?:always (?:connected|online|green)\b|never (?:lost|offline|disconnected|down)\b|(?:never|no|nothing|none|not any)\b[^.;]{0,16}\b(?:issues?|problems?|trouble|wrong|gaps?|outages?)\b)/;
/** "Yes it is", "no": nothing but that. */
const BARE_REPLY =
  /^\W*(?:yes|no|yep|yup|yeah|nope|ja|nein|oui|non|si|never)(?: (?:it|they) (?:is|does|are|isn't|doesn't))?\W*$|^never was\b/;

const azure =
  (asked: 'state' | 'since'): AnswerReader =>
  (low, clock) => {
    const t = firstTime(low, clock);
    const yes = yesNo(low);
    if (ON_AGAIN.test(low) || (NO_TROUBLE.test(low) && !OFF.test(low))) return { azureConnected: { value: true } };
    if (yes !== undefined && BARE_REPLY.test(low)) return { azureConnected: { value: yes } };
    const isOff = OFF.test(low);
    const isOn = !isOff && (ON.test(low.replace(LAST, '')) || (yes === true && asked === 'state'));
    // "Not connected right now", "connected since Monday": neither tells the last contact.
    const isOfState =
      t !== undefined && ((isOff && t.days === 0 && t.lead !== 'since') || (isOn && t.lead === 'since'));
    const last = t && !isOfState ? since(t, clock, { day: 'lastAzureSync', days: 'lastAzureSyncDays' }) : {};
    if (isOff || (yes === false && asked === 'state')) return { azureConnected: { value: false }, ...last };
    return { ...(isOn ? { azureConnected: { value: true } } : {}), ...last };
  };

const STATES: readonly [RegExp, string][] = [
  [/\bdeleted\b[^.;]*\bnot (?:only|just) (?:suspended|disabled)\b/, 'deleted'],
  [
    /\b(?:reactivated|re-enabled|reinstated|active again|enabled again|restored|wieder aktiv|reactive\w*|reactivad\w)\b/,
    'reinstated',
  ],
  [
    /\b(?:suspended|disabled|blocked)\b.*\b(?:then|now|and|but) (?:it is |it's |was )?(?:back|active|ok|again)\b/,
    'reinstated',
  ],
  [
    /\b(?:not (?:suspended|disabled|deleted)|never (?:suspended|disabled|expires?|ends?)|same as (?:always|ever)|as always)\b/,
    'active',
  ],
  [/\b(?:deleted|geloscht|supprime\w*|eliminad\w)\b/, 'deleted'],
  [
    /\b(?:suspended|disabled|blocked|deactivated|not active|inactive|expired|gesperrt|deaktiviert|suspendu\w*|desactive\w*|suspendid\w)\b/,
    'suspended',
  ],
  [
    /\b(?:active|enabled|aktiv|actif|ok|fine|green|normal|paid|pay (?:our|all|the|every)|good|nothing wrong|no (?:problems?|issues?|trouble)|activee?|activ\w)\b/,
    'active',
  ],
];

/** A longer text that names no subscription tells of something else that expired or is fine. */
const REPLY_MAX = 48;

/** "We got a mail that it will be disabled": it is not yet. */
const AHEAD =
  /\b(?:will|going to|about to|shall|wird|werden) (?:(?:soon|then|be|get|is|it|dann|bald) )*(?:be |get )?(?:suspended|disabled|deleted|blocked|deactivated|cancell?ed|expire\w*|gesperrt|deaktiviert)\b/;

/** "It might be suspended" says neither. */
const MAYBE = /\b(?:would|could|might|may) (?:\w+ )?be\b/;

/** A day alone answers "since when?", not whether it is active. */
const subscription =
  (asked: 'state' | 'since'): AnswerReader =>
  (low, clock) => {
    const isStory = low.length > REPLY_MAX && !/\b(?:subs?\b|subscri\w*|abo\w*|azure|tenant|billing|invoice)/.test(low);
    const value = AHEAD.test(low)
      ? 'active'
      : isStory || MAYBE.test(low)
        ? undefined
        : STATES.find(([re]) => re.test(low))?.[1];
    const isSpan = value === undefined ? asked === 'since' : value === 'suspended' || value === 'deleted';
    const first = isSpan ? firstTime(low, clock) : undefined;
    // "Still suspended today" says how it is, not since when.
    const t = first?.days === 0 && first.lead !== 'since' && /\bstill\b/.test(low) ? undefined : first;
    const span = t ? since(t, clock, { day: 'subscriptionStateSince', days: 'subscriptionStateDays' }) : {};
    return { ...(value ? { subscriptionState: { value } } : {}), ...span };
  };

export const contactAnswers: { [N in FactName]?: AnswerReader } = {
  azureConnected: azure('state'),
  lastAzureSync: azure('since'),
  lastAzureSyncDays: azure('since'),
  subscriptionState: subscription('state'),
  subscriptionStateSince: subscription('since'),
  subscriptionStateDays: subscription('since'),
};
