import { BROUGHT } from '#core/answer-headers.ts';
import { valueOf } from '../../../../../../../refusals.ts';
import { editionNumber } from '../../../../../read-edition.ts';
import type { RequestHandler } from './$types';

/** A picture that this edition shows. It never changes, but it may be taken back (P2): copies ask first. */
export const GET: RequestHandler = async (event) => {
	const { locals, params, request } = event;
	const found = await locals.app.views.editionImage(null, {
		slug: params.slug,
		number: editionNumber(params.n, event),
		imageId: params.id
	});
	const { type, bytes, sha256 } = valueOf(found, event);
	const headers = {
		etag: `"${sha256}"`,
		'cache-control': 'public, max-age=0, must-revalidate'
	};
	if (request.headers.get('if-none-match') === headers.etag)
		return new Response(null, { status: 304, headers });
	return new Response(new Uint8Array(bytes), {
		headers: {
			...headers,
			'content-type': type,
			'content-length': String(bytes.byteLength),
			'x-content-type-options': 'nosniff',
			'content-security-policy': BROUGHT
		}
	});
};
