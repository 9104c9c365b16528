/** The one door to nock: tests declare here what the outside answers. */
import nock from 'nock';

/** A host that answers to declared requests only; each must be made. */
export const http = (origin: string): nock.Scope => nock(origin);

export type Asked = { method: string; url: URL; body: unknown };
export type Told = { status: number; body?: unknown; headers?: Record<string, string> };

/** A host behind which a whole fake service stands: every request goes to `handle`. */
export function service(origin: string, handle: (asked: Asked) => Told | 'no answer'): void {
  const scope = nock(origin).persist();
  for (const method of ['GET', 'PUT', 'POST', 'PATCH', 'DELETE'] as const) {
    scope
      .intercept(/.*/, method)
      .optionally()
      .reply(async (request: Request) => {
        const text = await request.text();
        const told = handle({ method, url: new URL(request.url), body: text === '' ? undefined : JSON.parse(text) });
        if (told === 'no answer') throw new Error('socket hang up');
        const type = { 'content-type': 'application/json' };
        return [told.status, told.body === undefined ? '' : JSON.stringify(told.body), { ...type, ...told.headers }];
      });
  }
}
