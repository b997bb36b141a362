/** Lines of a page, where a list has no reason for another number. */
const LINES_A_PAGE = 50;

/** One page of a long list. */
export type ListPage = {
	/** The first is 1. */
	page: number;
	/** At least 1, also of an empty list. */
	pages: number;
};

/**
 * Which lines of a list of `total` to show, as `limit` and `offset`: of the page that is asked for or,
 * where there is none such, of the nearest; of the first when what is asked for is no number.
 */
export function listPage(
	asked: number,
	total: number,
	limit = LINES_A_PAGE
): ListPage & { limit: number; offset: number } {
	const pages = Math.max(1, Math.ceil(total / limit));
	const page = Math.min(Math.max(1, Math.trunc(asked) || 1), pages);
	return { page, pages, limit, offset: (page - 1) * limit };
}
