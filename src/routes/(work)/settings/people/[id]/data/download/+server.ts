import { valueOf } from '../../../../../../refusals.ts';
import { asFile } from '../../../../../account/data/kept.ts';
import type { RequestHandler } from './$types';

/** U9: what is kept about somebody, as a file that an administrator hands them. */
export const GET: RequestHandler = async (event) => {
	const { app, actor } = event.locals;
	if (actor) valueOf(await app.limits.take('filePerson', actor.personId), event);
	const personId = event.params.id;
	return asFile(valueOf(await app.views.personalData(actor, { personId }), event));
};
