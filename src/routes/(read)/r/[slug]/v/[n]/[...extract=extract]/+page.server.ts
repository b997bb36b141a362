import { readExtract } from '#core/extracts.ts';
import { refusalError, valueOf } from '../../../../../../refusals.ts';
import { editionNumber } from '../../../../read-edition.ts';
import type { PageServerLoad } from './$types';

/** A part of one edition, at an address that stays good as long as the edition's. */
export const load: PageServerLoad = async (event) => {
	const { locals, params, setHeaders, url } = event;
	const asked = readExtract(params.extract);
	if (!asked) return refusalError({ code: 'notFound' }, event);
	const number = editionNumber(params.n, event);
	const found = await locals.app.views.extract(null, { slug: params.slug, number, extract: asked });
	const extract = valueOf(found, event);
	const { slug, newest } = extract.edition;
	// As for the edition: anyone may keep a copy, and asks whether it still stands.
	setHeaders({ 'cache-control': 'public, max-age=0, must-revalidate' });
	const address = `${url.origin}/r/${slug}`;
	return {
		...extract,
		/** The address that never shows anything else. */
		permanent: `${address}/v/${number}/${extract.path}`,
		/** The whole is what search engines are to show. */
		canonical: newest === number ? address : `${address}/v/${number}`
	};
};
