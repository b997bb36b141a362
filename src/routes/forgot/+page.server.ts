import { field } from '../form.ts';
import { refusedForm } from '../refusals.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
	const { accounts, mails } = locals.app;
	return { sends: mails.server !== null, passwordSignIn: accounts.passwordSignIn };
};

export const actions = {
	/** U2: one answer whether there is an account or not; what is done about it is done beside. */
	default: async ({ request, locals, getClientAddress }) => {
		const { accounts, limits } = locals.app;
		const email = field(await request.formData(), 'email');
		const taken = await limits.take('forgotAddress', getClientAddress());
		if (!taken.ok) return refusedForm(taken.refusal, { refusal: taken.refusal, email }, { locals });
		accounts.forgot(email);
		return { refusal: null, email };
	}
} satisfies Actions;
