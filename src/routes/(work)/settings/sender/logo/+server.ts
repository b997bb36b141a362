import { BROUGHT } from '#core/answer-headers.ts';
import { valueOf } from '../../../../refusals.ts';
import type { RequestHandler } from './$types';

/** The logo that stands now, for those who may change it. */
export const GET: RequestHandler = async (event) => {
	const { app, actor } = event.locals;
	const { type, bytes } = valueOf(await app.views.senderLogo(actor, null), event);
	return new Response(Buffer.from(bytes), {
		headers: {
			'content-type': type,
			'cache-control': 'private, no-store',
			'content-security-policy': BROUGHT
		}
	});
};
