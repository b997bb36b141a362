import { describe } from '#api/openapi.ts';
import { API_ROOT, operationList } from '#api/operations.ts';
import type { ApiEvent } from '#api/serve.ts';
import type { App } from '#server/app.ts';
import type { RequestEvent } from '@sveltejs/kit';
import { isDeepStrictEqual } from 'node:util';
import * as v from 'valibot';
import { handle } from '../../src/hooks.server.ts';
import { asObject, misfits, type Json, type JsonObject } from './json-schema.ts';

/**
 * Calls the API through the real hook and the real route files, without a socket, and holds every
 * answer against the published description.
 */

type Handler = (event: ApiEvent) => Response | Promise<Response>;
type Route = {
	/** As Kit and as the table write it. */
	id: string;
	path: string;
	pattern: RegExp;
	module: Partial<Record<string, Handler>>;
};

const FOLDER = '/src/routes/api/v1';
const modules = import.meta.glob<Route['module']>('/src/routes/api/v1/**/+server.ts', {
	eager: true
});

/** Every route file by its address as the table writes it; the one that takes the rest last. */
export const routes: Route[] = Object.entries(modules)
	.map(([file, module]) => {
		const folder = file.slice(FOLDER.length, -'/+server.ts'.length);
		const path = folder.replace(/\[(\w+)\]/g, '{$1}');
		const pattern = folder
			.replace('/[...path]', '(?:/.*)?')
			.replace('.json', '\\.json')
			.replace(/\[(\w+)\]/g, '(?<$1>[^/]+)');
		return { id: API_ROOT + folder, path, pattern: new RegExp(`^${pattern}$`), module };
	})
	.sort((a, b) => Number(a.path.includes('...')) - Number(b.path.includes('...')));

/** The published document, as a client would read it. */
export const description = JSON.parse(JSON.stringify(describe())) as JsonObject;

export type Ask = {
	/** Cookie header of who asks; nobody when left out. */
	cookie?: string;
	/** Sent as JSON. */
	json?: unknown;
	/** Sent as it is. */
	raw?: BodyInit;
	headers?: Record<string, string>;
};

export type Answer = {
	status: number;
	headers: Headers;
	/** Null when there is no body. */
	body: JsonObject | null;
	/** The refusal's object; empty when there is none. */
	error: JsonObject;
};

/** One request; `path` is below `/api/v1`. */
export async function call(app: App, method: string, path: string, ask: Ask = {}): Promise<Answer> {
	const url = new URL(`${app.origin}${API_ROOT}${path}`);
	const headers = new Headers(ask.headers);
	if (ask.cookie !== undefined) headers.set('cookie', ask.cookie);
	if (ask.json !== undefined) headers.set('content-type', 'application/json');
	const body = ask.raw ?? (ask.json === undefined ? null : JSON.stringify(ask.json));
	const request = new Request(url, { method, headers, body, duplex: 'half' } as RequestInit);
	const { route, params } = find(url.pathname.slice(API_ROOT.length));
	const response = await through(app, { request, url, params }, route);
	const text = await response.text();
	const answer = text === '' ? null : (JSON.parse(text) as JsonObject);
	if (!route.path.includes('...') && response.status !== 405)
		holdAgainstDescription(method, route.path, response, answer);
	const error = answer && 'error' in answer ? asObject(answer['error']) : {};
	return { status: response.status, headers: response.headers, body: answer, error };
}

function find(path: string): { route: Route; params: Record<string, string> } {
	for (const route of routes) {
		const match = route.pattern.exec(path);
		if (match) return { route, params: { ...match.groups } };
	}
	throw new Error(`no route for ${path}`);
}

/** As Kit does it: the hook, then the file's function for the method, else its fallback. */
async function through(
	app: App,
	{ request, url, params }: Pick<ApiEvent, 'request' | 'url' | 'params'>,
	{ id, module }: Route
): Promise<Response> {
	(globalThis as Record<symbol, unknown>)[Symbol.for('barnbokslut')] = app;
	const event = {
		request,
		url,
		params,
		route: { id },
		locals: {},
		getClientAddress: () => '192.0.2.1',
		cookies: { get: (name: string) => cookieOf(request, name) }
	} as unknown as RequestEvent;
	return handle({
		event,
		resolve: async (resolved) => {
			const method = request.method === 'HEAD' ? 'GET' : request.method;
			const handler = module[method] ?? module['fallback'];
			if (!handler) throw new Error(`${url.pathname} has no fallback`);
			return handler(resolved);
		}
	});
}

const cookieOf = (request: Request, name: string): string | undefined =>
	new RegExp(`(?:^|; )${name}=([^;]*)`).exec(request.headers.get('cookie') ?? '')?.[1];

/** The status is published for the operation, and the body is what is published for the status. */
function holdAgainstDescription(
	method: string,
	path: string,
	response: Response,
	body: Json
): void {
	const asked = method === 'HEAD' ? 'GET' : method;
	const found = operationList.find(([, o]) => o.path === path && o.method === asked);
	if (!found) throw new Error(`${method} ${path} is not in the table`);
	const [id, operation] = found;
	const paths = asObject(description['paths']);
	const published = asObject(asObject(asObject(paths[path])[asked.toLowerCase()])['responses']);
	const described = published[response.status];
	if (described === undefined)
		throw new Error(`${id} answered ${response.status}, which is not published`);
	const { content } = asObject(described);
	if (content === undefined) return;
	const { schema } = asObject(asObject(content)['application/json']);
	const wrong = misfits(schema ?? true, body, description);
	if (wrong.length > 0) throw new Error(`${id}: ${wrong.join('; ')}`);
	// The published shape is open, so that it can grow; what goes out is held to it exactly.
	if (response.ok && !isDeepStrictEqual(v.parse(operation.answer, body), body))
		throw new Error(`${id} sends what is not published`);
}
