import { people } from '#server/demo/people.ts';
import type { App } from '#server/app.ts';
import { createApp } from '#server/create-app.ts';
import { readOidcSettings } from '#server/accounts/oidc/settings.ts';
import { ensureDemo } from '#server/demo/ensure.ts';
import { isHttpError, isRedirect, type RequestEvent } from '@sveltejs/kit';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { handle } from '../../src/hooks.server.ts';
import { GET as beginRoute } from '../../src/routes/login/sso/+server.ts';
import { GET as callbackRoute } from '../../src/routes/login/sso/callback/+server.ts';
import { GET as outRoute } from '../../src/routes/login/sso/out/+server.ts';
import { POST as logoutRoute } from '../../src/routes/logout/+server.ts';
import {
	startSignInServer,
	type SignInServer,
	type SignInServerOptions
} from '../support/sign-in-service.ts';
import { Browser } from './oidc-browser.ts';

/** The demo municipality with a sign-in service: the real hook and the real routes behind a real server. */
export type OidcWorld = {
	app: App;
	base: string;
	ws: string;
	service: SignInServer;
	/** Milliseconds since 1970, as the app knows it. */
	now: number;
	/** A browser without cookies. */
	browser(): Browser;
	/** Who is signed in by a browser's cookies here; null for nobody. */
	whoIs(browser: Browser): Promise<string | null>;
	close(): Promise<void>;
};

type Handler = (event: RequestEvent) => Response | Promise<Response>;
const ROUTES: Record<string, unknown> = {
	'GET /login/sso': beginRoute,
	'GET /login/sso/callback': callbackRoute,
	'GET /login/sso/out': outRoute,
	'POST /logout': logoutRoute
};

export type OidcWorldOptions = {
	env?: Record<string, string>;
	service?: Partial<SignInServerOptions>;
	passwordSignIn?: boolean;
};

export async function startOidcWorld(options: OidcWorldOptions = {}): Promise<OidcWorld> {
	let app: App | null = null;
	const server = createServer((req, res) => {
		if (app === null) throw new Error('nobody asks before the app is there');
		answer(app, req, res).catch((error: unknown) => {
			res.writeHead(500).end(String(error));
		});
	});
	const port = await new Promise<number>((done) =>
		server.listen(0, '127.0.0.1', () => done((server.address() as AddressInfo).port))
	);
	const base = `http://127.0.0.1:${port}`;
	const service = await startSignInServer({
		redirectUri: `${base}/login/sso/callback`,
		signedOutUri: `${base}/`,
		...options.service
	});
	const world: OidcWorld = {
		app: undefined as unknown as App,
		base,
		ws: `ws://127.0.0.1:${port}/collab`,
		service,
		now: Date.now(),
		browser: () => new Browser(),
		async whoIs(browser) {
			const header = browser.header(base);
			return (await world.app.accounts.validate(header))?.actor.personId ?? null;
		},
		async close() {
			await world.app.close();
			server.closeAllConnections();
			await new Promise((done) => server.close(done));
			await service.close();
		}
	};
	app = world.app = await createApp({
		file: ':memory:',
		migrations: resolve('drizzle'),
		origin: base,
		clock: () => world.now,
		passwordSignIn: options.passwordSignIn ?? true,
		oidc: readOidcSettings({
			ORIGIN: base,
			OIDC_ISSUER: service.issuer,
			OIDC_CLIENT_ID: service.client.id,
			OIDC_CLIENT_SECRET: service.client.secret,
			OIDC_ROLES_CLAIM: 'groups',
			OIDC_LOGOUT: 'on',
			...options.env
		})
	});
	await ensureDemo(app);
	server.on('upgrade', (req, socket, head) => world.app.collab.upgrade(req, socket, head));
	return world;
}

/** As Kit does it: the hook, then the route; what is thrown on purpose becomes its answer. */
async function answer(app: App, req: IncomingMessage, res: ServerResponse): Promise<void> {
	(globalThis as Record<symbol, unknown>)[Symbol.for('barnbokslut')] = app;
	const url = new URL(req.url ?? '/', app.origin);
	const request = new Request(url, {
		method: req.method ?? 'GET',
		headers: req.headers as Record<string, string>
	});
	const handler = ROUTES[`${request.method} ${url.pathname}`] as Handler | undefined;
	const event = {
		request,
		url,
		params: {},
		route: { id: url.pathname },
		locals: {},
		getClientAddress: () => '192.0.2.1',
		cookies: { get: () => undefined }
	} as unknown as RequestEvent;
	const response = await handle({
		event,
		resolve: async (resolved) => {
			try {
				return handler ? await handler(resolved) : new Response(`page ${url.pathname}`);
			} catch (thrown) {
				if (isRedirect(thrown))
					return new Response(null, {
						status: thrown.status,
						headers: { location: thrown.location }
					});
				if (isHttpError(thrown)) return new Response(null, { status: thrown.status });
				throw thrown;
			}
		}
	});
	const headers = Object.fromEntries(response.headers);
	res.writeHead(response.status, { ...headers, 'set-cookie': response.headers.getSetCookie() });
	res.end(Buffer.from(await response.arrayBuffer()));
}

/** What the demo's people are called at the service: their address is verified there. */
export const atService = (person: keyof typeof people, more: Record<string, unknown> = {}) => ({
	email: people[person].email,
	email_verified: true,
	name: people[person].name,
	...more
});
