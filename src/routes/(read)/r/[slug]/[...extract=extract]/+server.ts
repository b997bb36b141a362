import { readExtract } from '#core/extracts.ts';
import { refusalError, valueOf } from '../../../../refusals.ts';
import { redirect } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/** The same part of the newest edition: to its own address, which says what it is a part of. */
export const GET: RequestHandler = async (event) => {
	const { locals, params, setHeaders } = event;
	if (!readExtract(params.extract)) return refusalError({ code: 'notFound' }, event);
	const found = await locals.app.views.extracts(null, { slug: params.slug, number: null });
	const { base } = valueOf(found, event);
	setHeaders({ 'cache-control': 'public, max-age=0, must-revalidate' });
	redirect(307, `${base}/${params.extract}`);
};
