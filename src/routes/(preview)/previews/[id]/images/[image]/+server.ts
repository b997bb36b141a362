import { BROUGHT } from '#core/answer-headers.ts';
import { valueOf } from '../../../../../refusals.ts';
import type { RequestHandler } from './$types';

/** A picture of a preview, by the right to the preview itself, and kept by no browser. */
export const GET: RequestHandler = async (event) => {
	const { app, actor } = event.locals;
	const { id: previewId, image: imageId } = event.params;
	const found = await app.views.previewImage(actor, { previewId, imageId });
	const { type, bytes } = valueOf(found, event);
	return new Response(new Uint8Array(bytes), {
		headers: {
			'content-type': type,
			'content-length': String(bytes.byteLength),
			'cache-control': 'private, no-store',
			'x-robots-tag': 'noindex',
			'content-security-policy': BROUGHT
		}
	});
};
