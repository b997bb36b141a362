import type { Refusal } from '#core/result.ts';
import { refusalError, valueOf } from '../../../../refusals.ts';
import type { PageServerLoad } from './$types';

/** Looks only when somebody has asked for something; a source that fails leaves the page standing. */
export const load: PageServerLoad = async (event) => {
	const { app, actor } = event.locals;
	const { indicators, mayEdit } = valueOf(await app.views.fetching(actor, null), event);
	const known = Object.fromEntries(indicators.map((i) => [i.kpiId, i.id]));
	const query = event.url.searchParams.get('q')?.trim() ?? '';
	const none = { query, known, mayEdit, hits: null, refusal: null as Refusal | null };
	if (query === '') return none;
	const found = await app.kolada.searchKpis(actor, query);
	if (found.ok) return { ...none, hits: found.value };
	if (found.refusal.code === 'notSignedIn') refusalError(found.refusal, event);
	return { ...none, refusal: found.refusal };
};
