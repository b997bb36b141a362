/** Where a section is found on the page of an edition: whoever links to it reckons the same. */

/** Ids of the page around the article: nothing in it takes them. */
export const AROUND = {
	formats: 'format',
	others: ['innehallet', 'andrat', 'utgavor', 'kontakt']
};

/** Letters, digits, hyphen and underscore; `figures.economy` becomes `figures-economy`. */
export const anchorName = (key: string): string =>
	key
		.normalize('NFD')
		.replace(/[\u0300-\u036f]/g, '')
		.replace(/[^A-Za-z0-9_-]+/g, '-');

/** `wished`, or that with a number when it is taken; taken from now on. */
export function takeId(taken: Set<string>, wished: string): string {
	let id = wished;
	for (let n = 2; taken.has(id); n++) id = `${wished}-${n}`;
	taken.add(id);
	return id;
}

/**
 * The ids of an edition's sections by their keys, in the edition's order. They come before all others
 * within the article, for others link to them.
 */
export function sectionAnchors(keys: string[]): Map<string, string> {
	const taken = new Set([AROUND.formats, ...AROUND.others]);
	return new Map(keys.map((key) => [key, takeId(taken, anchorName(key))]));
}
