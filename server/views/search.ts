import { may, type Actor } from '#core/access.ts';
import { ok } from '#core/result.ts';
import {
	facetsOf,
	highlight,
	LONGEST_QUERY,
	NO_FILTERS,
	passes,
	readQuery,
	snippet,
	type Facets,
	type SearchFilters,
	type SearchQuery,
	type Segment,
	type Term
} from '#core/search.ts';
import { allPassages, listReadableEditions, passageTexts } from '#server/store/passages.ts';
import type { Tx } from '#server/store/store.ts';
import type { View } from './index.ts';
import {
	compareRanks,
	countIn,
	everythingIn,
	findIn,
	type Found,
	type RankKey,
	type Readable,
	type Within
} from './search-find.ts';

export type SearchAsked = {
	/** As it was typed. */
	q: string;
	filters: SearchFilters;
	/** Also editions that others have replaced. */
	all: boolean;
	/** How many hits at most. */
	limit: number;
	/** Which of them: a page, from 1, or those after one that was shown (null: the first). */
	from: { page: number } | { after: RankKey | null };
};

export type SearchHit = {
	slug: string;
	report: string;
	reportYear: number;
	edition: number;
	/** Another edition has come after it. */
	replaced: boolean;
	number: string;
	title: Segment[];
	/** From the root of the host, with the section's anchor. */
	address: string;
	passage: Segment[];
	department: string | null;
	articles: number[];
	indicators: { key: string; title: string }[];
};

/** `empty`: nothing was asked for. `tooCommon`: only words that stand everywhere. */
export type SearchOutcome = 'found' | 'nothing' | 'empty' | 'tooCommon' | 'tooLong';

export type SearchAnswer = {
	outcome: SearchOutcome;
	query: SearchQuery;
	total: number;
	hits: SearchHit[];
	/** The page that is shown: the last one when a later was asked for. */
	page: number;
	pages: number;
	/** Of the last hit that is shown; null when there are no more. */
	next: RankKey | null;
	facets: Facets;
	/** The title of the indicator that is filtered by. */
	indicator: string | null;
	/** When nothing is found: what each term, or no filter, or older editions would find. Else null. */
	instead: { terms: { term: Term; count: number }[]; unfiltered: number; replaced: number } | null;
};

/** P3, A8: searches the editions whose pages readers are shown; what is withdrawn is not there. */
export const searchEditions: View<SearchAsked, SearchAnswer> = async (tx, actor, asked) => {
	const { filters, all, limit } = asked;
	const isTooLong = asked.q.length > LONGEST_QUERY;
	const query = readQuery(isTooLong ? '' : asked.q);
	const everything = await readableTo(tx, actor);
	const shown = all ? everything : current(everything);
	const isAsked =
		!isTooLong && (query.terms.length > 0 || (query.left.length === 0 && isFiltered(filters)));
	const found = isAsked ? await find(tx, shown, query) : [];
	const hits = found.filter(({ one }) => passes(filters, one));
	const outcome = isAsked
		? hits.length > 0
			? 'found'
			: 'nothing'
		: isTooLong
			? 'tooLong'
			: query.left.length > 0
				? 'tooCommon'
				: 'empty';
	const pages = Math.max(1, Math.ceil(hits.length / limit));
	const first = firstOf(hits, asked, pages);
	const page = hits.slice(first, first + limit);
	// Before anything is asked the filters tell of all there is.
	const counted = (isAsked ? found : everythingIn(shown)).map(({ one }) => one);
	return ok({
		outcome,
		query,
		total: hits.length,
		hits: await shownHits(tx, page, query),
		page: Math.floor(first / limit) + 1,
		pages,
		next: first + limit < hits.length ? (page.at(-1)?.key ?? null) : null,
		facets: facetsOf(counted, filters),
		indicator: titleOf(everything, filters.indicator),
		instead: outcome === 'nothing' ? await instead(tx, everything, { ...asked, query }) : null
	});
};

const isFiltered = (filters: SearchFilters): boolean =>
	Object.values(filters).some((value) => value !== null);

/** What this person may read. */
async function readableTo(tx: Tx, actor: Actor | null): Promise<Within> {
	const mayRead = ({ municipalityId }: { municipalityId: string }) =>
		may(actor, 'edition.read', { kind: 'edition', municipalityId }).may;
	const editions = (await listReadableEditions(tx)).filter(mayRead);
	return {
		passages: await allPassages(tx),
		editions: new Map(editions.map((edition) => [edition.id, edition]))
	};
}

/** Of that, the newest edition of each report. */
const current = ({ passages, editions }: Within): Within => ({
	passages,
	editions: new Map([...editions].filter(([, { replaced }]) => !replaced))
});

/** Without a word to look for everything is found. */
const find = async (tx: Tx, within: Within, query: SearchQuery): Promise<Found[]> =>
	query.terms.length > 0 ? findIn(tx, within, query) : everythingIn(within);

function firstOf(hits: Found[], { from, limit }: SearchAsked, pages: number): number {
	if ('page' in from) return (Math.min(Math.max(1, from.page), pages) - 1) * limit;
	const { after } = from;
	if (after === null) return 0;
	const first = hits.findIndex(({ key }) => compareRanks(key, after) > 0);
	return first < 0 ? hits.length : first;
}

async function shownHits(tx: Tx, page: Found[], query: SearchQuery): Promise<SearchHit[]> {
	const texts = await passageTexts(
		tx,
		page.map(({ one }) => one.passage.id)
	);
	return page.map(({ one: { passage, edition }, key: [parts] }) => {
		const { slug, number, replaced } = edition;
		const address = `/r/${slug}${replaced ? `/v/${number}` : ''}#${passage.anchor}`;
		return {
			slug,
			report: edition.title,
			reportYear: edition.reportYear,
			edition: number,
			replaced,
			number: passage.number,
			title: highlight(passage.title, query, parts === 1),
			address,
			passage: snippet(texts.get(passage.id) ?? '', query, parts === 1),
			department: passage.department,
			articles: passage.articles,
			indicators: passage.indicators
		};
	});
}

/** An indicator's title in the newest edition that shows it. */
function titleOf({ passages, editions }: Within, key: string | null): string | null {
	let found: { title: string; year: number } | null = null;
	if (key === null) return null;
	for (const { editionId, indicators } of passages.values()) {
		const year = editions.get(editionId)?.reportYear;
		const title = indicators.find((one) => one.key === key)?.title;
		if (year === undefined || title === undefined) continue;
		if (found === null || year >= found.year) found = { title, year };
	}
	return found?.title ?? null;
}

/** More words than so many are not counted one by one: whoever typed them has to leave some out. */
const MOST_COUNTED = 5;

async function instead(
	tx: Tx,
	everything: Within,
	{ query, filters, all }: SearchAsked & { query: SearchQuery }
): Promise<SearchAnswer['instead']> {
	const count = async (terms: Term[], by: SearchFilters, older: boolean): Promise<number> => {
		const within = older ? everything : current(everything);
		const test = (one: Readable) => passes(by, one);
		return terms.length === 0
			? everythingIn(within).filter(({ one }) => test(one)).length
			: countIn(tx, within, { ...query, terms }, test);
	};
	const terms: { term: Term; count: number }[] = [];
	if (query.terms.length > 1 && query.terms.length <= MOST_COUNTED)
		for (const term of query.terms) terms.push({ term, count: await count([term], filters, all) });
	return {
		terms,
		// Without a filter it is the search that has just found nothing.
		unfiltered: isFiltered(filters) ? await count(query.terms, NO_FILTERS, all) : 0,
		replaced: all ? 0 : await count(query.terms, filters, true)
	};
}
