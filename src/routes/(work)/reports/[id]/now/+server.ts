import { REFUSAL_STATUS } from '#core/result.ts';
import { json } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/** What the writing room is made of, as it is now: for a page that must not be taken down to be read anew. */
export const GET: RequestHandler = async ({ locals: { app, actor }, params }) => {
	const page = await app.views.report(actor, { reportId: params.id });
	const headers = { 'cache-control': 'no-store' };
	return page.ok
		? json(page.value, { headers })
		: json(
				{ error: { code: page.refusal.code } },
				{ status: REFUSAL_STATUS[page.refusal.code], headers }
			);
};
