import { json } from '@sveltejs/kit';
import { valueOf } from '../../../../../refusals.ts';
import type { RequestHandler } from './$types';

/** How far the person's file is. */
export const GET: RequestHandler = async (event) => {
	const { app, actor } = event.locals;
	return json(valueOf(await app.wordIn.state(actor, event.params.id), event));
};
