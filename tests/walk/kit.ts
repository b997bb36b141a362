import type { App } from '#server/app.ts';
import { isActionFailure, isHttpError, isRedirect, type RequestEvent } from '@sveltejs/kit';
import { handle } from '../../src/hooks.server.ts';
import { pathOf, type Ask } from './ask.ts';

/**
 * Every door that the product has towards the web, as the file system and the modules' own exports tell
 * it, and a way to knock: through the real hook, without a socket and without making a page of the answer.
 */

type Event = RequestEvent;
type Handler = (event: Event) => unknown;
type Module = Partial<Record<string, Handler>> & { actions?: Record<string, Handler> };

const pages = import.meta.glob<Module>('/src/routes/**/+page.server.ts', { eager: true });
const layouts = import.meta.glob<Module>('/src/routes/**/+layout.server.ts', { eager: true });
const endpoints = import.meta.glob<Module>('/src/routes/**/+server.ts', { eager: true });
/** Functions that Kit would call from a page without a route: none are used, and none may come unseen. */
const remotes = Object.keys(import.meta.glob('/src/**/*.remote.ts'));

export type Kind = 'load' | 'layout' | 'action' | 'endpoint';
type Found = { kind: Kind; route: string; method: string; run: Handler };

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'fallback'];
/** `/src/routes/(work)/reports/+page.server.ts` is `/(work)/reports`. */
const routeOf = (file: string) => file.replace('/src/routes', '').replace(/\/\+[^/]*$/, '') || '/';
/** As a person would write the address: groups of Kit's are not in it. */
const plain = (route: string) => route.replace(/\/\([^)]*\)/g, '') || '/';

function* all(): Generator<[string, Found]> {
	for (const [file, { load }] of Object.entries(layouts))
		if (load) {
			const route = routeOf(file);
			yield [`layout ${plain(route)}`, { kind: 'layout', route, method: 'GET', run: load }];
		}
	for (const [file, { load, actions }] of Object.entries(pages)) {
		const route = routeOf(file);
		if (load) yield [`load ${plain(route)}`, { kind: 'load', route, method: 'GET', run: load }];
		for (const [name, run] of Object.entries(actions ?? {}))
			yield [`act ${plain(route)}?/${name}`, { kind: 'action', route, method: 'POST', run }];
	}
	for (const [file, module] of Object.entries(endpoints)) {
		const route = routeOf(file);
		for (const name of METHODS) {
			const run = module[name];
			const method = name === 'fallback' ? 'DELETE' : name;
			if (run) yield [`${name} ${plain(route)}`, { kind: 'endpoint', route, method, run }];
		}
	}
	for (const file of remotes) throw new Error(`${file} is a door that nobody walks`);
}

const found = new Map(all());

/** The names of all doors: `load /reports`, `act /reports/new?/default`, `GET /images/[id]`, `layout /`. */
export const doors: string[] = [...found.keys()];

export const kindOf = (door: string): Kind => theDoor(door).kind;

function theDoor(door: string): Found {
	const one = found.get(door);
	if (!one) throw new Error(`there is no door ${door}`);
	return one;
}

export type Answer = {
	status: number;
	location: string | null;
	/** Everything that the asker is sent beside the address of a redirect. */
	body: string;
	headers: Headers;
	/** An exception that is no answer: a bug. */
	bug: string | null;
};

/** One request of a door. */
export const knock = (app: App, door: string, ask: Ask): Promise<Answer> =>
	through(app, door, requestOf(app, pathOf(door, ask), theDoor(door).method, ask), ask);

/** The same with a body as it comes, which need not be one. */
export function knockAt(
	app: App,
	{ door, method, path, type, body }: Raw,
	cookie: string | null
): Promise<Answer> {
	const headers = new Headers({ origin: app.origin });
	if (cookie !== null) headers.set('cookie', cookie);
	if (type !== '') headers.set('content-type', type);
	const sent = method === 'GET' ? null : (body as Uint8Array<ArrayBuffer>);
	const request = new Request(new URL(path, app.origin), { method, headers, body: sent });
	const params = paramsOf(door, new URL(request.url).pathname);
	return through(app, door, request, { params });
}

type Raw = { door: string; method: string; path: string; type: string; body: Uint8Array };

/** What stands in an address where the door has names. */
function paramsOf(door: string, path: string): Record<string, string> {
	const route = plain(theDoor(door).route);
	const pattern = route
		.replace(/[.()]/g, '\\$&')
		.replace(/\[(?:\\\.){3}(\w+)(?:=\w+)?\]/g, '(?<$1>.*)')
		.replace(/\[(\w+)(?:=\w+)?\]/g, '(?<$1>[^/]+)');
	return { ...new RegExp(`^${pattern}$`).exec(path)?.groups };
}

async function through(app: App, door: string, request: Request, ask: Ask): Promise<Answer> {
	const { kind, route, run } = theDoor(door);
	(globalThis as Record<symbol, unknown>)[Symbol.for('barnbokslut')] = app;
	const cookies = cookiesOf(request);
	const set = new Headers();
	const event = {
		request,
		url: new URL(request.url),
		params: ask.params ?? {},
		route: { id: route },
		locals: {},
		cookies,
		fetch: () => Promise.reject(new Error('a door asks nobody else by itself')),
		getClientAddress: () => ask.address ?? '192.0.2.17',
		isDataRequest: false,
		isSubRequest: false,
		platform: undefined,
		setHeaders: (headers: Record<string, string>) => {
			for (const [name, value] of Object.entries(headers)) set.set(name, value);
		},
		depends: () => undefined,
		untrack: (work: () => unknown) => work(),
		parent: async () => ({})
	} as unknown as Event;
	let bug: string | null = null;
	const response = await handle({
		event,
		resolve: async (resolved) => {
			try {
				return answerOf(kind, await run(resolved), set);
			} catch (thrown) {
				if (isRedirect(thrown))
					return new Response(null, {
						status: thrown.status,
						headers: { location: thrown.location }
					});
				if (isHttpError(thrown)) return json(thrown.body, thrown.status, set);
				bug = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
				return new Response(bug, { status: 500 });
			}
		}
	});
	return {
		status: response.status,
		location: response.headers.get('location'),
		body: await response.text(),
		headers: response.headers,
		bug
	};
}

function answerOf(kind: Kind, value: unknown, set: Headers): Response {
	if (kind === 'endpoint') return value as Response;
	if (isActionFailure(value)) return json(value.data, value.status, set);
	return json(value, 200, set);
}

const json = (value: unknown, status: number, headers: Headers): Response =>
	new Response(
		JSON.stringify(value ?? null, (_, one: unknown) => plainOf(one)),
		{
			status,
			headers
		}
	);

/** What JSON does not know, in words. */
function plainOf(value: unknown): unknown {
	if (typeof value === 'bigint') return String(value);
	if (value instanceof Map || value instanceof Set) return [...(value as Iterable<unknown>)];
	if (value instanceof Uint8Array) return Buffer.from(value).toString('utf8');
	return value;
}

function requestOf(app: App, path: string, method: string, ask: Ask): Request {
	const headers = new Headers(ask.headers);
	if (ask.cookie !== undefined && ask.cookie !== null) headers.set('cookie', ask.cookie);
	const url = new URL(path, app.origin);
	if (method !== 'GET') headers.set('origin', app.origin);
	if (method === 'GET') return new Request(url, { headers });
	if (ask.json !== undefined) {
		headers.set('content-type', 'application/json');
		return new Request(url, { method, headers, body: JSON.stringify(ask.json) });
	}
	if (ask.form === undefined) return new Request(url, { method, headers });
	const form = new FormData();
	for (const [name, value] of Object.entries(ask.form))
		for (const one of [value].flat()) form.append(name, one);
	return new Request(url, { method, headers, body: form });
}

/** As much of Kit's cookies as hooks and routes use. */
function cookiesOf(request: Request) {
	const sent = new Map(
		(request.headers.get('cookie') ?? '').split(/;\s*/).flatMap((pair) => {
			const at = pair.indexOf('=');
			return at < 0 ? [] : [[pair.slice(0, at), pair.slice(at + 1)] as const];
		})
	);
	return {
		get: (name: string) => sent.get(name),
		getAll: () => [...sent].map(([name, value]) => ({ name, value })),
		set: (name: string, value: string) => void sent.set(name, value),
		delete: (name: string) => void sent.delete(name),
		serialize: () => ''
	};
}
