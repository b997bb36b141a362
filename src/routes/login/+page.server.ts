import { redirect } from '@sveltejs/kit';
import { fromOf } from '../choose-password.ts';
import { field } from '../form.ts';
import { safeNext } from '../next.ts';
import { refusedForm } from '../refusals.ts';
import type { Actions, PageServerLoad } from './$types';

/** What the page may be told of a sign-in by the municipality's service, as `/login/sso` says it. */
const TOLD = ['unreachable', 'declined', 'expired', 'failed', 'noAccount', 'signedOut'] as const;

export const load: PageServerLoad = async ({ locals, url }) => {
	const next = safeNext(url.searchParams.get('next'));
	if (locals.actor) redirect(303, next);
	const { accounts, signInService } = locals.app;
	const { passwordSignIn } = accounts;
	const asked = url.searchParams.get('service');
	const told = TOLD.find((one) => one === asked) ?? null;
	return {
		next,
		/** A page that needs a person led here, perhaps one who was signed in a moment ago. */
		wasLed: next !== '/',
		passwordSignIn,
		service: signInService && { name: signInService.name, told },
		demo: passwordSignIn ? await locals.app.demo() : null
	};
};

export const actions = {
	default: async ({ request, locals, url, getClientAddress }) => {
		const form = await request.formData();
		const email = field(form, 'email');
		const { accounts, limits } = locals.app;
		const signedIn = await limits.signIn({ email, address: getClientAddress() }, () =>
			accounts.signIn(email, field(form, 'password'), fromOf(request))
		);
		if (!signedIn.ok) {
			const { refusal } = signedIn;
			return refusedForm(refusal, { refusal, email }, { locals });
		}
		locals.setCookies.push(signedIn.value.cookie);
		redirect(303, safeNext(form.get('next') ?? url.searchParams.get('next')));
	}
} satisfies Actions;
