import { LANGS, loadMessages, messages, type Lang } from '#messages/index.ts';
import type { App } from '#server/app.ts';
import type { Handle, HandleServerError, RequestEvent, ServerInit } from '@sveltejs/kit';
import { randomUUID } from 'node:crypto';
import { packed } from './packed.ts';

/** Every answer may be in either language. */
export const init: ServerInit = async () => {
	await Promise.all(LANGS.map(loadMessages));
};

/** The one app of the process: the bundle is a module graph of its own and finds it here. */
function theApp(): App {
	const app = (globalThis as Record<symbol, unknown>)[Symbol.for('barnbokslut')];
	if (!app) throw new Error('the app is built before the first request (server/main.ts)');
	return app as App;
}

/** The language that was chosen, else the browser's; Swedish where neither says. */
function languageOf({ cookies, request }: RequestEvent): Lang {
	const chosen = cookies.get('lang');
	if (chosen === 'sv' || chosen === 'en') return chosen;
	const wanted = (request.headers.get('accept-language') ?? '')
		.split(',')
		.map((part) => part.trim().slice(0, 2).toLowerCase());
	return wanted.find((l): l is Lang => l === 'sv' || l === 'en') ?? 'sv';
}

/** Beside Kit's content security policy, on every answer. */
const HEADERS: Record<string, string> = {
	'x-content-type-options': 'nosniff',
	'referrer-policy': 'same-origin',
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin',
	'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'
};

function secure(response: Response, { locals }: RequestEvent): void {
	const { headers } = response;
	for (const [name, value] of Object.entries(HEADERS)) headers.set(name, value);
	if (!headers.has('content-security-policy'))
		headers.set('content-security-policy', "frame-ancestors 'none'");
	if (locals.app.origin.startsWith('https:'))
		headers.set('strict-transport-security', 'max-age=31536000');
	// What one person sees is not kept for the next one at the same machine.
	if (!headers.has('cache-control'))
		headers.set('cache-control', locals.actor ? 'private, no-store' : 'private, no-cache');
	// What proxies may keep for others must never carry one person's cookie.
	if (headers.get('cache-control')?.startsWith('public')) return;
	for (const cookie of locals.setCookies) headers.append('set-cookie', cookie);
}

export const handle: Handle = async ({ event, resolve }) => {
	// A path of two slashes would be read as a host by what is redirected to (GHSA-pfhg-q3qv-9q6r).
	if (event.url.pathname.startsWith('//')) return new Response('Bad request', { status: 400 });
	const app = theApp();
	// Readers are all sent the same bytes, which anyone may keep: no session, one language.
	const forReaders = event.route.id?.startsWith('/(read)') ?? false;
	const lang = forReaders ? 'sv' : languageOf(event);
	const signedIn = forReaders
		? null
		: await app.accounts.validate(event.request.headers.get('cookie'));
	event.locals = {
		app,
		lang,
		actor: signedIn?.actor ?? null,
		sessionId: signedIn?.sessionHash ?? null,
		setCookies: signedIn?.cookie ? [signedIn.cookie] : []
	};
	const response = await resolve(event, {
		transformPageChunk: ({ html }) => html.replace('<html lang="%lang%">', `<html lang="${lang}">`),
		preload: ({ type }) => type !== 'asset'
	});
	secure(response, event);
	return forReaders ? packed(event.request, response) : response;
};

/** A bug: logged once, as one line of JSON, and told without its details. */
export const handleError: HandleServerError = ({ error, event, status }) => {
	const { unexpected, refusal } = messages(event.locals.lang);
	if (status === 404) return { message: refusal.notFound.what, then: refusal.notFound.then };
	if (status < 500) return { message: unexpected.badRequest, then: '' };
	const id = randomUUID();
	console.error(
		JSON.stringify({
			level: 'error',
			at: new Date().toISOString(),
			id,
			status,
			method: event.request.method,
			path: event.url.pathname,
			error: error instanceof Error ? (error.stack ?? error.message) : String(error)
		})
	);
	return { message: unexpected.what, then: unexpected.then, id };
};
