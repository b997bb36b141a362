import { loadLink, useLink } from '../../choose-password.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => loadLink(event, 'passwordReset');

export const actions = {
	default: (event) => useLink(event, 'passwordReset')
} satisfies Actions;
