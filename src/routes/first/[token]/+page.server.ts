import type { Refusal } from '#core/result.ts';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { field } from '../../form.ts';
import { refusedForm, valueOf } from '../../refusals.ts';
import type { Actions, PageServerLoad } from './$types';

const NOT_FOUND: Refusal = { code: 'notFound' };

type Asked = Pick<RequestEvent<{ token: string }>, 'locals' | 'params' | 'getClientAddress'>;

const isOpen = ({ locals: { app }, params, getClientAddress }: Asked) =>
	app.limits.link(getClientAddress(), () => app.accounts.isFirstLinkOpen(params.token));

export const load: PageServerLoad = async (event) => {
	return { open: valueOf(await isOpen(event), event) };
};

export const actions = {
	default: async (event) => {
		const { request, locals, params } = event;
		const form = await request.formData();
		const values = {
			municipality: field(form, 'municipality'),
			authority: field(form, 'authority'),
			name: field(form, 'name'),
			email: field(form, 'email')
		};
		// What does not stand is not worth a password's computation.
		const open = await isOpen(event);
		const refusal = open.ok ? (open.value ? null : NOT_FOUND) : open.refusal;
		if (refusal) return refusedForm(refusal, { refusal, values }, event);
		const made = await locals.app.accounts.createFirstAdministrator({
			token: params.token,
			password: field(form, 'password'),
			...values
		});
		if (!made.ok) return refusedForm(made.refusal, { refusal: made.refusal, values }, event);
		locals.setCookies.push(made.value.cookie);
		redirect(303, '/');
	}
} satisfies Actions;
