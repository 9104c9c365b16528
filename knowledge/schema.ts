/** The one definition of every format under knowledge/. Strict: an unknown key in our own files is an error. */

export * from './schema/components.ts';
export * from './schema/facts.ts';
export * from './schema/issues.ts';
export * from './schema/phrases.ts';
export * from './schema/policy.ts';
export * from './schema/tickets.ts';
export * from './schema/versions.ts';
