import type { FileForm } from '#core/forms.ts';
import { ok } from '#core/result.ts';
import { listPublished, type Published } from '#server/store/published.ts';
import { formsOf } from './edition-files.ts';
import type { View } from './index.ts';

/** An edition as feeds and records for machines tell of it. What was withdrawn is not in it. */
export type PublishedEdition = Omit<Published, 'id'> & {
	/** No newer edition has replaced it. */
	isNewest: boolean;
	/** False when the text was withdrawn: then its page only says so. */
	hasPage: boolean;
	/** The files that are there, with their sizes in bytes. */
	files: { form: FileForm; size: number }[];
};

/** Every edition, the newest first: anyone may know them (P3). */
export const publishedEditions: View<null, PublishedEdition[]> = async (tx) => {
	const seen = new Set<string>();
	const all: PublishedEdition[] = [];
	for (const { id, ...edition } of await listPublished(tx)) {
		const { files, withdrawn } = await formsOf(tx, id);
		all.push({
			...edition,
			isNewest: !seen.has(edition.slug),
			hasPage: !withdrawn.has('html'),
			files: files.flatMap(({ form, size }) => (size === null ? [] : [{ form, size }]))
		});
		seen.add(edition.slug);
	}
	return ok(all);
};
