import { deviceOf } from '#core/device.ts';
import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { field } from './form.ts';
import { refusedForm, valueOf } from './refusals.ts';

type Purpose = 'invitation' | 'passwordReset';
type Event = RequestEvent<{ token: string }>;

/**
 * The page behind a one-time link (U3). Reading it changes nothing: scanners of mail open every link. The
 * address opens an account, so it goes to nobody: not into a cache, and of it only its host into a
 * Referer. (`no-referrer` would take the Origin from a form that is sent without scripts.)
 */
export async function loadLink(event: Event, purpose: Purpose) {
	const { app } = event.locals;
	event.setHeaders({ 'cache-control': 'no-store', 'referrer-policy': 'strict-origin' });
	const asked = await app.limits.link(event.getClientAddress(), () =>
		app.accounts.openLink(event.params.token, purpose)
	);
	return { link: valueOf(asked, event), passwordSignIn: app.accounts.passwordSignIn };
}

/** Sets the password that was chosen, and goes on signed in. */
export async function useLink(event: Event, purpose: Purpose) {
	const { request, locals, params } = event;
	const form = await request.formData();
	const input = { token: params.token, purpose, password: field(form, 'password') };
	const { accounts, limits } = locals.app;
	const asked = await limits.link(event.getClientAddress(), async () => {
		const used = await accounts.useLink(input, fromOf(request));
		return used.ok || used.refusal.code !== 'notFound' ? used : null;
	});
	if (!asked.ok) return refusedForm(asked.refusal, { refusal: asked.refusal }, { locals });
	const used = asked.value;
	// The page itself says that the link opens nothing, and what to do.
	if (used === null) return fail(404, { refusal: null });
	if (!used.ok) return refusedForm(used.refusal, { refusal: used.refusal }, { locals });
	locals.setCookies.push(used.value.cookie);
	redirect(303, '/');
}

/** Where somebody signs in from. */
export const fromOf = ({ headers }: Request) => ({
	cookie: headers.get('cookie'),
	device: deviceOf(headers.get('user-agent'))
});
