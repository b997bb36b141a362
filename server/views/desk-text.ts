import type { EditionModel, FixedContent } from '#core/publication.ts';
import { imageIds } from '#schema/text.ts';
import { besideHtml } from '#server/export/beside.ts';
import { getImage } from '#server/store/editions.ts';
import { getAuthority, getMunicipality } from '#server/store/organisation.ts';
import type { Report } from '#server/store/reports.ts';
import type { Section } from '#server/store/sections.ts';
import type { Tx } from '#server/store/store.ts';

/** Headings in the text stand below "Texten", which is a 2. */
const HEADINGS = 3;

/**
 * A section's text as an edition would show it, printed by the edition's own code: of an edition that
 * holds this section alone. So its notes are counted from 1, and its figures know no other uses.
 * @param at when it was fixed or written, in milliseconds since 1970
 */
export async function deskHtml(
	tx: Tx,
	{ report, section }: { report: Report; section: Section },
	content: FixedContent,
	at: number
): Promise<string> {
	const { chapterKey, chapterNumber: number, chapterTitle: title } = section;
	const nobody = { submittedBy: '', submittedAt: at, approvedBy: '', approvedAt: at };
	const model: EditionModel = {
		format: 1,
		title: report.title,
		municipality: (await getMunicipality(tx, report.municipalityId))?.name ?? '',
		authority: (await getAuthority(tx, report.authorityId))?.name ?? '',
		reportYear: report.reportYear,
		number: 1,
		slug: report.slug,
		publishedAt: at,
		note: '',
		decision: { body: '', date: '', paragraph: '', registryNumber: '' },
		chapters: [{ key: chapterKey, number, title }],
		sections: [{ content, hash: '', chapterKey, ...nobody }],
		images: await imagesIn(tx, content)
	};
	return besideHtml(model, content, {
		prefix: 'desk-',
		headings: HEADINGS,
		elsewhere: `/reports/${report.id}`,
		images: '/images/'
	});
}

/** The pictures of these contents, by id. */
export async function imagesIn(
	tx: Tx,
	...contents: FixedContent[]
): Promise<EditionModel['images']> {
	const images: EditionModel['images'] = {};
	for (const id of contents.flatMap(({ doc }) => imageIds(doc))) {
		const image = await getImage(tx, id);
		if (!image) continue;
		const { type, width, height, sha256 } = image;
		images[id] = { type, width, height, sha256 };
	}
	return images;
}
