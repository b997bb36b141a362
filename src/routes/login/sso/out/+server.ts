import { redirect } from '@sveltejs/kit';
import { serviceFor } from '../service.ts';
import type { RequestHandler } from './$types';

/** To the page on which one signs out of the sign-in service itself; here one is signed out already. */
export const GET: RequestHandler = async (event) => {
	const service = await serviceFor(event);
	redirect(303, (await service.signOutAddress()) ?? '/');
};
