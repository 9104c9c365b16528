/**
 * Who may talk to us, and whom we talk to. Tokens are checked by Bot Framework's own code; tenant and address by lists of ours,
 * because a valid token only says that the channel sent it, not that this bot was meant for that tenant.
 */
import { type Activity, ConfigurationBotFrameworkAuthentication, DeliveryModes } from 'botbuilder';
import { isAllowedHost, type Settings } from '../settings.ts';
import { connectorHttp } from './connector-http.ts';
import { OutboxAdapter, type Sender } from './outbox-adapter.ts';

/** The discard port of this machine: nobody listens. */
const NO_ADDRESS = 'http://127.0.0.1:9';
const LOOPBACK = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

/** Bot Framework's values for the public cloud; it wants all of them as soon as one is given. */
const PUBLIC_CLOUD = {
  ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
  ToChannelFromBotOAuthScope: 'https://api.botframework.com',
  ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
  OAuthUrl: 'https://api.botframework.com',
  ToBotFromChannelOpenIdMetadataUrl: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
  ToBotFromEmulatorOpenIdMetadataUrl:
    'https://login.microsoftonline.com/botframework.com/v2.0/.well-known/openid-configuration',
};
const OTHER_CLOUD = [
  'ToChannelFromBotLoginUrl',
  'ToChannelFromBotOAuthScope',
  'ToBotFromChannelTokenIssuer',
  'ToBotFromChannelOpenIdMetadataUrl',
] as const;

export type Channel = {
  adapter: OutboxAdapter;
  /** The sender where token, tenant and address are right, else undefined; nobody is told which of them was wrong. */
  check(activity: Activity, authorization: string): Promise<Sender | undefined>;
};

export function createChannel(settings: Settings): Channel {
  const given = OTHER_CLOUD.filter((name) => settings[name] !== undefined);
  const cloud =
    given.length > 0 ? { ...PUBLIC_CLOUD, ...Object.fromEntries(given.map((name) => [name, settings[name]])) } : {};
  const credentials = settings.authenticated
    ? {
        MicrosoftAppId: settings.MicrosoftAppId,
        MicrosoftAppPassword: settings.MicrosoftAppPassword,
        MicrosoftAppTenantId: settings.MicrosoftAppTenantId,
        MicrosoftAppType: settings.MicrosoftAppType,
      }
    : {};
  const options = { ...cloud, ...credentials } as ConstructorParameters<
    typeof ConfigurationBotFrameworkAuthentication
  >[0];
  const authentication = new Authentication(options, (address) => isOurAddress(address, settings));
  return {
    adapter: new OutboxAdapter(authentication),
    async check(activity, authorization) {
      if (!settings.authenticated) keepToLoopback(activity);
      if (!isOurTenant(activity, settings) || !isOurAddress(activity.serviceUrl, settings)) return undefined;
      try {
        return await authentication.authenticateRequest(activity, authorization);
      } catch {
        // Whatever was wrong with it, the caller learns nothing; a flood of these shows in the metric of refused requests.
        return undefined;
      }
    },
  };
}

/**
 * Without credentials a client may read the answer from the response instead of offering an address to send it to. Whatever
 * address it names is then not used, so that nothing can ever leave this machine.
 */
function keepToLoopback(activity: Activity): void {
  const reads = activity.deliveryMode === DeliveryModes.ExpectReplies || activity.type === 'invoke';
  if (reads && !isLoopback(activity.serviceUrl)) activity.serviceUrl = NO_ADDRESS;
}

const isLoopback = (address: string): boolean => LOOPBACK.test(URL.parse(address)?.host ?? '');

type Options = ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[0];
type Factory = ReturnType<ConfigurationBotFrameworkAuthentication['createConnectorFactory']>;
type Identity = Parameters<ConfigurationBotFrameworkAuthentication['createConnectorFactory']>[0];
type TokenClient = Awaited<ReturnType<ConfigurationBotFrameworkAuthentication['createUserTokenClient']>>;

/** The parts of the framework's HTTP client that are ours. */
type Inside = { pipeline: { removePolicy(of: { name: string }): void }; _httpClient: typeof connectorHttp };

/** Addresses of Teams: a few regions. */
const CLIENTS_MAX = 50;

/** Policies of the framework's HTTP client, by its names. */
const UNWANTED_POLICIES = ['redirectPolicy', 'defaultRetryPolicy'];

/**
 * Answers go to the host that was checked, or nowhere: a redirect could lead them anywhere. Trying again is ours too: the
 * framework would hold up the conversation for seconds, and forget the answer with the process.
 */
class Authentication extends ConfigurationBotFrameworkAuthentication {
  readonly #isAllowed: (address: string) => boolean;
  readonly #clients = new Map<string, ReturnType<Factory['create']>>();
  readonly #tokenClients = new Map<string, Promise<TokenClient>>();

  constructor(options: Options, isAllowed: (address: string) => boolean) {
    super(options);
    this.#isAllowed = isAllowed;
  }

  /** `app` tells apart whose credentials a client carries. */
  #careful(factory: Factory, app: string): Factory {
    const create: Factory['create'] = async (address, audience) => {
      if (!this.#isAllowed(address)) throw new Error('The address of an answer is not one of the configured hosts.');
      return remembered(this.#clients, `${app} ${address} ${audience}`, async () => {
        const made = await factory.create(address, audience);
        const { client } = made as unknown as { client: Inside };
        for (const name of UNWANTED_POLICIES) client.pipeline.removePolicy({ name });
        client._httpClient = connectorHttp;
        return made;
      });
    };
    return Object.assign(Object.create(factory), { create }) as Factory;
  }

  override createConnectorFactory(identity: Identity): Factory {
    return this.#careful(super.createConnectorFactory(identity), appOf(identity));
  }

  override createUserTokenClient(identity: Identity): Promise<TokenClient> {
    return remembered(this.#tokenClients, appOf(identity), () => super.createUserTokenClient(identity));
  }

  override async authenticateRequest(activity: Activity, header: string): Promise<Sender> {
    const sender = await super.authenticateRequest(activity, header);
    const { connectorFactory, claimsIdentity } = sender;
    if (!connectorFactory) return sender;
    return { ...sender, connectorFactory: this.#careful(connectorFactory, appOf(claimsIdentity)) };
  }
}

const appOf = (identity: Identity): string =>
  `${identity.getClaimValue('appid')} ${identity.getClaimValue('azp')} ${identity.getClaimValue('aud')}`;

/** The framework makes its clients anew for every turn, which costs more than many a turn; they keep nothing of a turn. */
function remembered<T>(cache: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const known = cache.get(key);
  if (known) return known;
  const made = make();
  // One that failed is made again.
  made.catch(() => cache.delete(key));
  cache.set(key, made);
  if (cache.size > CLIENTS_MAX) cache.delete(cache.keys().next().value ?? '');
  return made;
}

/** Teams says the tenant in two places; neither may name another one, and one of them has to be there. */
function isOurTenant(activity: Activity, settings: Settings): boolean {
  if (!settings.authenticated) return true;
  const channelData = activity.channelData as { tenant?: { id?: unknown } } | undefined;
  const named = [activity.conversation?.tenantId, channelData?.tenant?.id].filter(
    (id) => id !== undefined && id !== null,
  );
  return named.length > 0 && named.every((id) => typeof id === 'string' && settings.tenants.has(id.toLowerCase()));
}

function isOurAddress(serviceUrl: string, settings: Settings): boolean {
  if (settings.authenticated) return isAllowedHost(serviceUrl, settings.TRIAGE_SERVICE_HOSTS);
  return isLoopback(serviceUrl) && /^https?:/.test(serviceUrl);
}
