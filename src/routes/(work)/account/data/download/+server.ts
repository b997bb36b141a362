import { valueOf } from '../../../../refusals.ts';
import { asFile } from '../kept.ts';
import type { RequestHandler } from './$types';

/** U9: what is kept about oneself, as a file. */
export const GET: RequestHandler = async (event) => {
	const { app, actor } = event.locals;
	if (actor) valueOf(await app.limits.take('filePerson', actor.personId), event);
	return asFile(valueOf(await app.views.personalData(actor, { personId: null }), event));
};
