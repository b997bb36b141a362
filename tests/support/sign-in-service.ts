import Provider, { type ClientMetadata, type Configuration } from 'oidc-provider';
import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A municipality's sign-in service: a real OpenID provider on this machine, whose people a test makes up. */

/** What the service says of somebody, beside `sub`. */
export type Said = Record<string, unknown>;

/** An answer in place of the provider's own. */
export type Instead = (req: IncomingMessage, res: ServerResponse) => void;

export type SignInServer = {
	issuer: string;
	/** By subject. */
	people: Map<string, Said>;
	/** Who sits before the service's page; null lets the page ask, as a browser does. */
	who: string | null;
	/** Who sits there says no. */
	declines: boolean;
	/** Instead of the answers of paths that begin so; taken away by deleting. */
	instead: Map<string, Instead>;
	/** Every path that was asked, in order. */
	asked: string[];
	client: { id: string; secret: string };
	/** A token signed by the service's own key; another key or algorithm where given. */
	sign(claims: Said, options?: { key?: KeyObject; alg?: string }): string;
	close(): Promise<void>;
};

export type SignInServerOptions = {
	/** Where the browser comes back, and where it goes after signing out. */
	redirectUri: string;
	signedOutUri: string;
	client?: Partial<ClientMetadata>;
	/** In which claims are told: all in the ID token, as Entra ID and Keycloak do, or in userinfo. */
	inIdToken?: boolean;
	more?: Configuration;
};

export const CLIENT = { id: 'barnbokslut', secret: 'en hemlighet som bara finns i provet & % +' };

export async function startSignInServer(options: SignInServerOptions): Promise<SignInServer> {
	let answer: (req: IncomingMessage, res: ServerResponse) => void = (_req, res) => res.end();
	const server = createServer((req, res) => answer(req, res));
	const port = await new Promise<number>((done) =>
		server.listen(0, '127.0.0.1', () => done((server.address() as AddressInfo).port))
	);
	const issuer = `http://127.0.0.1:${port}`;
	const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
	const it: SignInServer = {
		issuer,
		people: new Map(),
		who: null,
		declines: false,
		instead: new Map(),
		asked: [],
		client: CLIENT,
		sign: (claims, { key = privateKey, alg = 'RS256' } = {}) => signed(claims, key, alg),
		close: async () => {
			server.closeAllConnections();
			await new Promise((done) => server.close(done));
		}
	};
	const provider = openProvider(it, privateKey, options);
	const own = provider.callback();
	answer = (req, res) => {
		const path = (req.url ?? '').split('?')[0] ?? '';
		it.asked.push(path);
		const instead = [...it.instead].find(([start]) => path.startsWith(start))?.[1];
		if (instead) return instead(req, res);
		if (path.startsWith('/interaction/'))
			return void interact(it, provider, req, res).catch((error: unknown) => {
				res.writeHead(500).end(String(error));
			});
		void own(req, res);
	};
	return it;
}

function openProvider(
	it: SignInServer,
	key: KeyObject,
	{ redirectUri, signedOutUri, client = {}, inIdToken = false, more = {} }: SignInServerOptions
): Provider {
	return new Provider(it.issuer, {
		clients: [
			{
				client_id: CLIENT.id,
				client_secret: CLIENT.secret,
				redirect_uris: [redirectUri],
				post_logout_redirect_uris: [signedOutUri],
				...client
			}
		],
		jwks: { keys: [{ ...key.export({ format: 'jwk' }), kid: 'one', use: 'sig', alg: 'RS256' }] },
		cookies: { keys: ['a key of this test alone'] },
		pkce: { required: () => true },
		conformIdTokenClaims: !inIdToken,
		claims: {
			openid: ['sub', 'groups', 'roles', 'realm_access', 'resource_access', '_claim_names', 'tid'],
			email: ['email', 'email_verified'],
			profile: ['name', 'given_name', 'family_name', 'preferred_username']
		},
		features: { devInteractions: { enabled: false } },
		interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
		findAccount: (_ctx, sub) => {
			const said = it.people.get(sub);
			return said && { accountId: sub, claims: () => ({ sub, ...said }) };
		},
		// Nobody asks a municipality's own people whether its own program may know who they are.
		loadExistingGrant: async (ctx) => {
			const { client: asking, session, provider } = ctx.oidc;
			const known = asking && session?.grantIdFor(asking.clientId);
			if (known) return provider.Grant.find(known);
			const grant = new provider.Grant({
				clientId: asking?.clientId ?? '',
				accountId: session?.accountId ?? ''
			});
			grant.addOIDCScope('openid profile email');
			await grant.save();
			return grant;
		},
		ttl: { Session: 3600, Interaction: 600, Grant: 3600, IdToken: 600, AccessToken: 600 },
		...more
	});
}

/** The service's own page: one field and two buttons, or the answer of who sits before it. */
async function interact(
	it: SignInServer,
	provider: Provider,
	req: IncomingMessage,
	res: ServerResponse
): Promise<void> {
	const finish = (accountId: string) =>
		provider.interactionFinished(
			req,
			res,
			it.declines ? { error: 'access_denied', error_description: 'No.' } : { login: { accountId } },
			{ mergeWithLastSubmission: false }
		);
	if (it.who !== null) return finish(it.who);
	if (req.method === 'POST') {
		let body = '';
		for await (const part of req) body += String(part);
		return finish(new URLSearchParams(body).get('who') ?? '');
	}
	res.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
	res.end(
		'<!doctype html><html lang="sv"><title>Kommunens inloggning</title><h1>Kommunens inloggning</h1>' +
			'<form method="post"><label>Konto <input name="who"></label><button>Fortsätt</button></form></html>'
	);
}

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

function signed(claims: Said, key: KeyObject, alg: string): string {
	const head = `${part({ alg, kid: 'one', typ: 'JWT' })}.${part(claims)}`;
	if (alg === 'none') return `${head}.`;
	const signature = createSign('RSA-SHA256').update(head).sign(key).toString('base64url');
	return `${head}.${signature}`;
}
