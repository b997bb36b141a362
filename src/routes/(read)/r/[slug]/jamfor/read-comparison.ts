import type { RequestEvent } from '@sveltejs/kit';
import { refusalError, valueOf, type At } from '../../../../refusals.ts';
import { editionNumber } from '../../read-edition.ts';

/** A number in the query; null where it is not asked for, 404 for what is none. */
function asked(name: string, event: At): number | null {
	const text = event.url.searchParams.get(name);
	return text === null ? null : editionNumber(text, event);
}

/**
 * Two editions for their page: `utgava` is the number of the one in the address, `med` that of the other,
 * which is of the same report unless `otherSlug` names another. Headers as for an edition: anyone may keep
 * it, but asks whether it still stands.
 */
export async function readComparison(
	event: Pick<RequestEvent, 'locals' | 'url' | 'setHeaders'>,
	slug: string,
	otherSlug: string | null
) {
	const edition = { slug, number: asked('utgava', event) };
	const number = asked('med', event);
	const isNatural = otherSlug === null && number === null;
	const other = isNatural ? null : { slug: otherSlug ?? slug, number };
	const found = await event.locals.app.views.editionComparison(null, { edition, other });
	// An address that has gone may not tell more than one that never was.
	if (!found.ok && found.refusal.code !== 'withdrawn') refusalError({ code: 'notFound' }, event);
	const page = valueOf(found, event);
	event.setHeaders({ 'cache-control': 'public, max-age=0, must-revalidate' });
	return page;
}

export type ComparisonData = Awaited<ReturnType<typeof readComparison>>;
