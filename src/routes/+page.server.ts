import type { PageServerLoad } from './$types';
import { valueOf } from './refusals.ts';

/** Published editions for anyone; for who is signed in, what awaits them. */
export const load: PageServerLoad = async (event) => {
	const { app, actor } = event.locals;
	const firstSteps = valueOf(await app.views.firstSteps(actor, null), event);
	const isPutAway = event.cookies.get('first-steps') === 'away';
	return {
		start: valueOf(await app.views.start(actor, null), event),
		firstSteps: firstSteps?.isYoung && !isPutAway ? firstSteps.steps : null
	};
};
