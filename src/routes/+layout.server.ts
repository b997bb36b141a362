import type { LayoutServerLoad } from './$types';
import { placesFor } from './(work)/settings/places.ts';
import { valueOf } from './refusals.ts';

/** What every page knows: language, clock, and who is signed in. */
export const load: LayoutServerLoad = async (event) => {
	const { app, actor, lang } = event.locals;
	// Asked for, so that going to another page reads the clock and the roles anew.
	const path = event.url.pathname + event.url.search;
	const { me, ...shell } = valueOf(await app.views.shell(actor, null), event);
	return {
		lang,
		now: app.clock(),
		path,
		shell: { ...shell, me: me && { ...me, settles: placesFor(actor).length > 0 } }
	};
};
