/**
 * A short ASCII name for an address or a key, made from `title`, that `isTaken` does not know yet:
 * `Barnbokslut 2022` becomes `barnbokslut-2022`, or `barnbokslut-2022-2` when that is taken.
 */
export async function freeSlug(
	title: string,
	fallback: string,
	isTaken: (slug: string) => Promise<boolean>
): Promise<string> {
	const base =
		title
			.toLowerCase()
			.normalize('NFD')
			.replace(/[\u0300-\u036f]/g, '')
			.replace(/[^a-z0-9]+/g, '-')
			.replace(/^-+|-+$/g, '')
			.slice(0, 60)
			.replace(/-+$/, '') || fallback;
	for (let n = 1; ; n++) {
		const slug = n === 1 ? base : `${base}-${n}`;
		if (!(await isTaken(slug))) return slug;
	}
}
