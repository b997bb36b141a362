import type { RequestEvent } from '@sveltejs/kit';
import { refusalError, valueOf, type At } from '../../refusals.ts';

/** The number of an edition in an address; 404 for what is none. */
export function editionNumber(text: string, at: At): number {
	if (!/^[1-9]\d{0,4}$/.test(text)) refusalError({ code: 'notFound' }, at);
	return Number(text);
}

/**
 * An edition for its page, with headers that let anyone keep a copy but ask whether it still stands:
 * a newer edition changes what is said above it, a withdrawal what is there. Kit adds the ETag, a hash of the whole page. The
 * session is not looked at: all readers are sent the same bytes.
 */
export async function readEdition(
	event: Pick<RequestEvent, 'locals' | 'url' | 'setHeaders'>,
	slug: string,
	number: number | null
) {
	const { locals, url, setHeaders } = event;
	const found = await locals.app.views.edition(null, { slug, number });
	const { editions, ...edition } = valueOf(found, event);
	const parts = await locals.app.views.extracts(null, { slug, number });
	const [newest = edition] = editions;
	const changes = [newest.publishedAt, ...edition.files.map(({ withdrawn }) => withdrawn?.at ?? 0)];
	setHeaders({
		'cache-control': 'public, max-age=0, must-revalidate',
		'last-modified': new Date(Math.max(...changes)).toUTCString()
	});
	const isNewest = newest.number === edition.number;
	const address = `${url.origin}/r/${edition.slug}`;
	return {
		edition,
		editions,
		newest: newest.number,
		/** Null when the article was withdrawn: its parts are then not shown either. */
		extracts: parts.ok ? parts.value : null,
		origin: url.origin,
		/** What replaced this edition first said why. */
		reason: isNewest ? '' : (editions.find((e) => e.number === edition.number + 1)?.note ?? ''),
		/** The address that never shows anything else. */
		permanent: `${address}/v/${edition.number}`,
		canonical: isNewest ? address : `${address}/v/${edition.number}`
	};
}

export type EditionData = Awaited<ReturnType<typeof readEdition>>;
