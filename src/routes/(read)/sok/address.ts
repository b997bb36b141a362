import type { SearchFilters } from '#core/search.ts';

/** What the address of the search page says: `/sok?q=skola&ar=2022`. */
export type Asked = {
	q: string;
	filters: SearchFilters;
	/** Also editions that others have replaced. */
	all: boolean;
	/** From 1. */
	page: number;
};

/** A whole number from 1 on; null for anything else. */
const number = (text: string | null): number | null =>
	text !== null && /^[1-9]\d{0,4}$/.test(text) ? Number(text) : null;

/** Every address means something: what is no number is no filter. */
export function readAddress(of: URLSearchParams): Asked {
	return {
		q: of.get('q') ?? '',
		filters: {
			year: number(of.get('ar')),
			article: number(of.get('artikel')),
			department: of.get('forvaltning') || null,
			indicator: of.get('nyckeltal') || null
		},
		all: of.get('alla') === '1',
		page: number(of.get('sida')) ?? 1
	};
}

/** The address that asks for it. */
export function addressOf({ q, filters, all, page }: Asked): string {
	const says = new URLSearchParams();
	const say = (name: string, value: string | number | null) => {
		if (value !== null && value !== '') says.set(name, String(value));
	};
	say('q', q);
	say('ar', filters.year);
	say('forvaltning', filters.department);
	say('artikel', filters.article);
	say('nyckeltal', filters.indicator);
	say('alla', all ? 1 : null);
	say('sida', page > 1 ? page : null);
	const query = says.toString();
	return query === '' ? '/sok' : `/sok?${query}`;
}
