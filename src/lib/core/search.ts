/**
 * Search in published text: what a person typed becomes a query for the index, and what is found is
 * shown with what made it be found. Words are stems (`skolor` finds `skolan`), beginnings (`skol…`) and
 * last parts of compounds (`…skola`).
 */
export {
	facetsOf,
	NO_FILTERS,
	passes,
	type Facets,
	type Filtered,
	type SearchFilters
} from './search/facets.ts';
export { indexedWords, type IndexedWords } from './search/index-words.ts';
export { looksFor, partLooksFor, type Look, type Looks } from './search/looks.ts';
export { highlight, type Segment } from './search/marks.ts';
export { LONGEST_QUERY, nameOf, readQuery, type SearchQuery, type Term } from './search/query.ts';
export { snippet } from './search/snippet.ts';
export { plainForm } from './search/words.ts';
