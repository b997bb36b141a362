import { REFUSAL_STATUS } from '#core/result.ts';
import { fail, redirect } from '@sveltejs/kit';
import { field } from '../../form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	return { open: await locals.app.accounts.isFirstLinkOpen(params.token) };
};

export const actions = {
	default: async ({ request, locals, params }) => {
		const form = await request.formData();
		const values = {
			municipality: field(form, 'municipality'),
			authority: field(form, 'authority'),
			name: field(form, 'name'),
			email: field(form, 'email')
		};
		const made = await locals.app.accounts.createFirstAdministrator({
			token: params.token,
			password: field(form, 'password'),
			...values
		});
		if (!made.ok) return fail(REFUSAL_STATUS[made.refusal.code], { refusal: made.refusal, values });
		locals.setCookies.push(made.value.cookie);
		redirect(303, '/reports/new');
	}
} satisfies Actions;
