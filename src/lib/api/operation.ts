import type { Act } from '#core/access.ts';
import type { TokenScope } from '#core/token.ts';
import type * as v from 'valibot';
import type { ApiCode } from './refusals.ts';

export type Schema = v.GenericSchema<unknown, unknown>;

/** The names in braces of an address: `/sections/{id}` has `id`. */
export type ParamsOf<P extends string> = P extends `${string}{${infer Name}}${infer Rest}`
	? Record<Name, string> & ParamsOf<Rest>
	: unknown;

/**
 * One operation of the API. The same value parses what comes in, types what goes out, and becomes
 * an entry of the OpenAPI document.
 */
export type Operation<
	P extends string = string,
	Q extends Schema | null = Schema | null,
	B extends Schema | null = Schema | null,
	A extends Schema = Schema
> = {
	method: 'GET' | 'POST' | 'PUT';
	/** Below `/api/v1`. */
	path: P;
	summary: string;
	/** What `may` is asked (A2); null where anyone may, signed in or not. */
	act: Act | null;
	query: Q;
	body: B;
	answer: A;
	status: 200 | 201;
	/** Refusals of the act itself; those of every request come by themselves. */
	refusals: readonly ApiCode[];
	/** Of what costs more than most, beside the limit of all (O8). */
	limit?: 'searchAddress' | 'filePerson';
	/** Where what a 201 tells of is found, below `/api/v1`. */
	location?(answer: v.InferOutput<A>): string;
};

/** Keeps the exact types of an operation. */
export const operation = <
	const P extends string,
	Q extends Schema | null,
	B extends Schema | null,
	A extends Schema
>(
	o: Operation<P, Q, B, A>
): Operation<P, Q, B, A> => o;

/** Refusals that an operation gets by what it is: signed in, with a body, with a query, an id. */
export function allRefusals(o: Operation): ApiCode[] {
	const codes: ApiCode[] = ['notSignedIn', 'tooFast', ...o.refusals];
	if (o.path.includes('{')) codes.push('notFound');
	if (o.query !== null || o.body !== null) codes.push('invalid');
	if (o.method !== 'GET')
		codes.push('forbidden', 'malformed', 'foreignOrigin', 'tooLarge', 'notSaved');
	return [...new Set(codes)];
}

/** U8: what a key must reach for an operation. `figures` is for values, and the groups that they are of. */
export function scopeOf({ method, path }: Operation): TokenScope {
	if (method === 'GET') return 'read';
	return /^\/(?:indicators|values|groups)(?:\/|$)/.test(path) ? 'figures' : 'write';
}
