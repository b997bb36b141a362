import { BROUGHT } from '#core/answer-headers.ts';
import { valueOf } from '../../../refusals.ts';
import type { RequestHandler } from './$types';

/** A picture by its id. Its bytes never change; only who may see it can, so whoever keeps it for others asks. */
export const GET: RequestHandler = async (event) => {
	const { app, actor } = event.locals;
	const found = await app.views.image(actor, { imageId: event.params.id });
	const image = valueOf(found, event);
	const etag = `"${image.sha256}"`;
	const headers = {
		etag,
		'cache-control': image.published
			? 'public, max-age=0, must-revalidate'
			: 'private, max-age=31536000, immutable',
		'content-security-policy': BROUGHT
	};
	if (event.request.headers.get('if-none-match') === etag)
		return new Response(null, { status: 304, headers });
	return new Response(Buffer.from(image.bytes), {
		headers: { ...headers, 'content-type': image.type }
	});
};
