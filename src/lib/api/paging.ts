import { ok, refuse, type Result } from '#core/result.ts';
import * as v from 'valibot';

/** Lists are `{ items, next }`; `next` is the `after` of the following page, null at the end. */

/** `?limit=&after=` as they stand in an address. */
export const pageQuery = v.object({
	limit: v.optional(
		v.pipe(
			v.string(),
			v.toNumber(),
			v.number(),
			v.integer(),
			v.minValue(1),
			v.maxValue(200),
			v.description('How many at most.')
		),
		'50'
	),
	after: v.pipe(
		v.optional(v.string(), ''),
		v.description('The `next` of the page before; left out for the first.')
	)
});

export const listOf = <S extends v.GenericSchema>(item: S) =>
	v.object({
		items: v.array(item),
		next: v.pipe(v.nullable(v.string()), v.description('Null at the end.'))
	});

/** What a list is sorted by, most significant first; the last one is unique. */
export type SortKey = (string | number)[];

/**
 * One page of `all`. The cursor holds the sort key of the last item and no position, so that nothing
 * is shown twice or left out when the list changes between two pages.
 */
export function page<T>(
	all: Result<T[]>,
	query: v.InferOutput<typeof pageQuery>,
	keyOf: (item: T) => SortKey
): Result<{ items: T[]; next: string | null }> {
	if (!all.ok) return all;
	const read = afterOf(query);
	if (!read.ok) return read;
	const after = read.value;
	const rest = all.value
		.map((item) => ({ item, key: keyOf(item) }))
		.filter(({ key }) => after === null || compareKeys(key, after) > 0)
		.sort((a, b) => compareKeys(a.key, b.key));
	const shown = rest.slice(0, query.limit);
	const last = shown.at(-1);
	return ok({
		items: shown.map(({ item }) => item),
		next: last && rest.length > shown.length ? writeCursor(last.key) : null
	});
}

/** The sort key that a page comes after; null for the first page. */
export function afterOf({ after }: { after: string }): Result<SortKey | null> {
	if (after === '') return ok(null);
	const read = readCursor(after);
	return read === undefined
		? refuse({ code: 'invalid', problems: [{ field: 'after', problem: 'unknown' }] })
		: ok(read);
}

function compareKeys(a: SortKey, b: SortKey): number {
	for (const [i, one] of a.entries()) {
		const other = b[i];
		if (other === undefined) return 1;
		if (one !== other) return one < other ? -1 : 1;
	}
	return 0;
}

const cursor = v.array(v.union([v.string(), v.number()]));

/** The `after` of the page that follows an item with this sort key. */
export const writeCursor = (key: SortKey): string =>
	btoa(String.fromCharCode(...new TextEncoder().encode(JSON.stringify(key))))
		.replaceAll('+', '-')
		.replaceAll('/', '_')
		.replaceAll('=', '');

/** undefined when it is none of ours. */
function readCursor(text: string): SortKey | undefined {
	try {
		const bytes = Uint8Array.from(
			atob(text.replaceAll('-', '+').replaceAll('_', '/')),
			(character) => character.charCodeAt(0)
		);
		const read = v.safeParse(cursor, JSON.parse(new TextDecoder().decode(bytes)));
		return read.success ? read.output : undefined;
	} catch (error) {
		// atob and JSON.parse say so in these two ways; anything else is a bug.
		if (error instanceof SyntaxError || error instanceof DOMException) return undefined;
		throw error;
	}
}
