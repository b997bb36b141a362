import { formAddress, readLatestName } from '#core/forms.ts';
import { redirect } from '@sveltejs/kit';
import { valueOf } from '../../../refusals.ts';
import { noFile } from '../[slug]/v/[file=form]/no-file.ts';
import type { RequestHandler } from './$types';

/** The form of a report's newest edition: a link that stays good when a correction comes. */
export const GET: RequestHandler = async (event) => {
	const named = readLatestName(event.params.latest);
	if (!named) return noFile({ code: 'notFound' }, event);
	const { slug, form } = named;
	const found = valueOf(await event.locals.app.views.editions(null, null), event);
	const numbers = found.filter((one) => one.slug === slug).map(({ number }) => number);
	if (numbers.length === 0) return noFile({ code: 'notFound' }, event);
	redirect(307, formAddress(slug, Math.max(...numbers), form));
};
