import { redirect } from '@sveltejs/kit';
import { refusalError, valueOf } from '../../../refusals.ts';
import type { RequestHandler } from './$types';

/**
 * Opens a notice: marks it as read and leads to its place. A link, so that it opens in a tab of its own and
 * from a mail; whoever only fetches ahead is turned away, for nobody has read anything then.
 */
export const GET: RequestHandler = async (event) => {
	const { app, actor } = event.locals;
	const { headers } = event.request;
	const purpose =
		headers.get('sec-purpose') ?? headers.get('purpose') ?? headers.get('x-moz') ?? '';
	if (purpose.startsWith('prefetch'))
		return new Response(null, { status: 503, headers: { 'cache-control': 'no-store' } });
	const { id } = event.params;
	const { href } = valueOf(await app.views.notice(actor, { id }), event);
	if (!actor) return refusalError({ code: 'notSignedIn' }, event);
	const read = await app.commands.readNotices({ by: actor.personId, noticeId: id });
	// D5: while nothing can be stored it stays unread, and where it leads can be read.
	if (!read.ok && read.refusal.code !== 'notSaved') refusalError(read.refusal, event);
	redirect(303, href);
};
