import { BROUGHT } from '#core/answer-headers.ts';
import { valueOf } from '../../../../../../refusals.ts';
import type { RequestHandler } from './$types';

/** A picture of a file that is not put in yet, for the one who brought it. */
export const GET: RequestHandler = async (event) => {
	const { app, actor } = event.locals;
	const { id: reportId, file: id, image: imageId } = event.params;
	const image = valueOf(await app.wordIn.image(actor, { reportId, id, imageId }), event);
	return new Response(Buffer.from(image.bytes), {
		headers: {
			'content-type': image.type,
			'cache-control': 'private, max-age=1800',
			'content-security-policy': BROUGHT
		}
	});
};
