import type { RequestEvent } from '@sveltejs/kit';
import { refusalError } from '../../refusals.ts';

type Service = NonNullable<App.Locals['app']['signInService']>;

/** The municipality's sign-in service; there is no such page without one, and nobody may ask it at will (O8). */
export async function serviceFor(event: RequestEvent): Promise<Service> {
	const { signInService, limits } = event.locals.app;
	if (signInService === null) refusalError({ code: 'notFound' }, event);
	const within = await limits.take('serviceAddress', event.getClientAddress());
	if (!within.ok) refusalError(within.refusal, event);
	return signInService;
}

/** The login page, which says why nobody was signed in and leads on to the page that was asked for. */
export const notSignedIn = (why: string, next: string): string =>
	`/login?${new URLSearchParams({ service: why, ...(next === '/' ? {} : { next }) }).toString()}`;
