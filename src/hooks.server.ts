import { HTTPS_ONLY, NOTHING, SAFE_HEADERS } from '#core/answer-headers.ts';
import { LANGS, loadMessages, messages, type Lang } from '#messages/index.ts';
import type { App } from '#server/app.ts';
import type { Handle, HandleServerError, RequestEvent, ServerInit } from '@sveltejs/kit';
import { refuseBrokenForms } from './broken-forms.ts';
import { isOfOwnPage } from './own-pages.ts';
import { allowing, ownStyles } from './own-styles.ts';
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

function secure(response: Response, { locals }: RequestEvent, styles: string[]): void {
	const { headers } = response;
	// A page whose own address is a secret says less than others of where it leads from.
	const referrer = headers.get('referrer-policy');
	for (const [name, value] of Object.entries(SAFE_HEADERS)) headers.set(name, value);
	if (referrer !== null) headers.set('referrer-policy', referrer);
	// A page that has not changed keeps the policy that it was kept with: this one would take its place.
	if (response.status !== 304) {
		const policy = headers.get('content-security-policy') ?? NOTHING;
		headers.set('content-security-policy', allowing(policy, styles));
	}
	if (locals.app.origin.startsWith('https:')) headers.set('strict-transport-security', HTTPS_ONLY);
	if (locals.retryAfter !== null) headers.set('retry-after', String(locals.retryAfter));
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
	if (!isOfOwnPage(event.request, event.url, event.route.id))
		return new Response('Forbidden', { status: 403 });
	const app = theApp();
	// Readers are all sent the same bytes, which anyone may keep: no session, one language.
	const forReaders = event.route.id?.startsWith('/(read)') ?? false;
	const lang = forReaders ? 'sv' : languageOf(event);
	// U8: a key opens the API alone, and where one is shown no cookie is looked at.
	const { headers } = event.request;
	const shown = event.route.id?.startsWith('/api/v1') ? headers.get('authorization') : null;
	const isKey = /^bearer\b/i.test(shown ?? '');
	const key = isKey ? await app.tokens.whoIs(shown ?? '') : null;
	const signedIn = forReaders || isKey ? null : await app.accounts.validate(headers.get('cookie'));
	event.locals = {
		app,
		lang,
		actor: key?.actor ?? signedIn?.actor ?? null,
		scope: key?.scope ?? null,
		sessionId: signedIn?.sessionHash ?? null,
		setCookies: signedIn?.cookie ? [signedIn.cookie] : [],
		retryAfter: null
	};
	refuseBrokenForms(event, messages(lang).unexpected.badRequest);
	app.requests.tell(event.platform?.req, {
		route: event.route.id,
		personId: event.locals.actor?.personId ?? null
	});
	const styles: string[] = [];
	const response = await resolve(event, {
		transformPageChunk: ({ html }) => {
			styles.push(...ownStyles(html));
			return html.replace('<html lang="%lang%">', `<html lang="${lang}">`);
		},
		preload: ({ type }) => type !== 'asset'
	});
	secure(response, event, styles);
	return forReaders ? packed(event.request, response) : response;
};

/** A bug: logged once, and told without its details. */
export const handleError: HandleServerError = ({ error, event, status }) => {
	const { unexpected, refusal } = messages(event.locals.lang);
	if (status === 404) return { message: refusal.notFound.what, then: refusal.notFound.then };
	if (status < 500) return { message: unexpected.badRequest, then: '' };
	const { log, requests } = theApp();
	const id = requests.idOf(event.platform?.req);
	log.error({ request: id, route: event.route.id, method: event.request.method, error }, 'a bug');
	return { message: unexpected.what, then: unexpected.then, id };
};
