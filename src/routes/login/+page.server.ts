import { REFUSAL_STATUS } from '#core/result.ts';
import { fail, redirect } from '@sveltejs/kit';
import { field } from '../form.ts';
import { safeNext } from '../next.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const next = safeNext(url.searchParams.get('next'));
	if (locals.actor) redirect(303, next);
	return { next, demo: await locals.app.demo() };
};

export const actions = {
	default: async ({ request, locals, url }) => {
		const form = await request.formData();
		const email = field(form, 'email');
		const signedIn = await locals.app.accounts.signIn(email, field(form, 'password'));
		if (!signedIn.ok) {
			const { refusal } = signedIn;
			return fail(REFUSAL_STATUS[refusal.code], { refusal, email });
		}
		locals.setCookies.push(signedIn.value.cookie);
		redirect(303, safeNext(form.get('next') ?? url.searchParams.get('next')));
	}
} satisfies Actions;
