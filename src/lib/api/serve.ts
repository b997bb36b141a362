import type { Actor } from '#core/access.ts';
import type { Lang } from '#core/format.ts';
import { ok, type Result } from '#core/result.ts';
import { reaches } from '#core/token.ts';
import type * as v from 'valibot';
import { privately, publicly, refused } from './answer.ts';
import { readJson } from './body.ts';
import { parse } from './problems.ts';
import { scopeOf, type Operation, type ParamsOf, type Schema } from './operation.ts';
import { API_ROOT, methodsAt } from './operations.ts';
import type { ApiRefusal } from './refusals.ts';

/** What a handler needs of Kit's event. */
export type ApiEvent = {
	request: Request;
	url: URL;
	params: Partial<Record<string, string>>;
	locals: Pick<App.Locals, 'app' | 'actor' | 'lang' | 'scope' | 'setCookies'>;
	getClientAddress: () => string;
};

type Parsed<S extends Schema | null> = S extends Schema ? v.InferOutput<S> : null;

/** A request that has passed everything that is the same for all. */
type Call<P extends string, Q extends Schema | null, B extends Schema | null> = {
	app: App.Locals['app'];
	/** Null only where anybody may ask. */
	actor: Actor | null;
	/** The language that is asked for, where an answer holds words. */
	lang: Lang;
	/** The person's id, for commands; empty only where anybody may ask. */
	by: string;
	params: ParamsOf<P>;
	query: Parsed<Q>;
	body: Parsed<B>;
};

/**
 * The handler of one operation: who asks, from where, and what was sent are settled here by the
 * operation's own schemas; `work` reads a view or runs a command, which asks `may` themselves.
 */
export function serve<
	P extends string,
	Q extends Schema | null,
	B extends Schema | null,
	A extends Schema
>(
	operation: Operation<P, Q, B, A>,
	work: (call: Call<P, Q, B>) => Promise<Result<v.InferOutput<A>>>
): (event: ApiEvent) => Promise<Response> {
	return async (event) => {
		const { app, lang } = event.locals;
		const no = (refusal: ApiRefusal) => refused(refusal, lang, app.clock());
		const hinder = mayAsk(operation, event) ?? (await tooOften(operation, event));
		if (hinder) return no(hinder);
		const { actor } = event.locals;
		const query = parsed(operation.query, Object.fromEntries(event.url.searchParams));
		if (!query.ok) return no(query.refusal);
		const sent = operation.body === null ? ok(null) : await readJson(event.request);
		if (!sent.ok) return no(sent.refusal);
		const body = parsed(operation.body, sent.value);
		if (!body.ok) return no(body.refusal);
		const result = await work({
			app,
			actor,
			lang,
			by: actor?.personId ?? '',
			params: event.params as ParamsOf<P>,
			query: query.value as Parsed<Q>,
			body: body.value as Parsed<B>
		});
		if (!result.ok) return no(result.refusal);
		if (operation.act === null)
			return publicly(result.value, event.request, event.locals.setCookies.length > 0);
		const location = operation.location?.(result.value);
		return privately(
			result.value,
			operation.status,
			location === undefined ? {} : { location: API_ROOT + location }
		);
	};
}

const parsed = (schema: Schema | null, input: unknown): Result<unknown> =>
	schema === null ? ok(null) : parse(schema, input);

/** What stops a request before it is read. */
function mayAsk(operation: Operation, { request, url, locals }: ApiEvent): ApiRefusal | null {
	if (/^bearer\b/i.test(request.headers.get('authorization') ?? '')) {
		// A token that is not known is no sign-in, whatever cookie comes with it.
		if (locals.scope === null) return { code: 'notSignedIn' };
		// U8. No page has a key by itself, so another site’s page cannot act with one.
		return reaches(locals.scope, scopeOf(operation)) ? null : { code: 'forbidden', why: 'scope' };
	}
	const origin = request.headers.get('origin');
	if (operation.method !== 'GET' && origin !== null && origin !== url.origin)
		return { code: 'foreignOrigin' };
	if (operation.act !== null && locals.actor === null) return { code: 'notSignedIn' };
	return null;
}

/** O8: a person by all their keys and sessions together, others by their address. */
async function tooOften(
	{ limit }: Operation,
	{ locals: { app, actor }, getClientAddress }: ApiEvent
): Promise<ApiRefusal | null> {
	const { limits } = app;
	const asked = actor
		? await limits.take('apiPerson', actor.personId)
		: await limits.take('apiAddress', getClientAddress());
	if (!asked.ok) return asked.refusal;
	if (limit === undefined) return null;
	const who = limit === 'searchAddress' ? getClientAddress() : (actor?.personId ?? '');
	const own = await limits.take(limit, who);
	return own.ok ? null : own.refusal;
}

/** What every address answers to a method that it does not have. */
export const otherMethod = (path: string) => (event: ApiEvent) =>
	refused(
		{ code: 'methodNotAllowed', allow: methodsAt(path) },
		event.locals.lang,
		event.locals.app.clock()
	);

/** What an address that does not exist answers. */
export const noSuchAddress = (event: ApiEvent) =>
	refused({ code: 'notFound' }, event.locals.lang, event.locals.app.clock());
