import { operations } from '#api/operations.ts';
import { afterOf, writeCursor } from '#api/paging.ts';
import { otherMethod, serve } from '#api/serve.ts';
import { ok, refuse } from '#core/result.ts';
import type { RankKey } from '#server/views/search-find.ts';

export const GET = serve(operations.search, async ({ app, actor, query }) => {
	const read = afterOf(query);
	if (!read.ok) return read;
	const after = read.value;
	if (after !== null && !isRank(after))
		return refuse({ code: 'invalid', problems: [{ field: 'after', problem: 'unknown' }] });
	const { q, year = null, article = null, department = null, indicator = null, limit } = query;
	const found = await app.views.searchEditions(actor, {
		q,
		filters: { year, article, department, indicator },
		all: query.all === 'true',
		limit,
		from: { after }
	});
	if (!found.ok) return found;
	const { hits, next, total, outcome, facets } = found.value;
	if (outcome === 'tooLong') throw new Error('The schema let a query through that is too long');
	return ok({
		items: hits,
		next: next === null ? null : writeCursor(next),
		total,
		outcome,
		left: found.value.query.left,
		facets
	});
});

const isRank = (key: (string | number)[]): key is RankKey =>
	key.length === 4 && key.every((part) => typeof part === 'number');

export const fallback = otherMethod('/search');
