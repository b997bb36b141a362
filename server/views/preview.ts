import { may, type Actor } from '#core/access.ts';
import { permit } from '#core/permit.ts';
import type { MissingSection, PreviewModel } from '#core/preview.ts';
import { ok, refuse } from '#core/result.ts';
import { sha256Hex } from '#schema/content.ts';
import { imageIds } from '#schema/text.ts';
import { withdrawnHinders } from '#server/commands/taken-in.ts';
import { previewHtml } from '#server/export/preview-html.ts';
import { getImage, listEditions } from '#server/store/editions.ts';
import { getPerson } from '#server/store/people.ts';
import {
	getPreview,
	listPreviews,
	previewsNaming,
	previewThing,
	type Preview
} from '#server/store/previews.ts';
import { getLogo } from '#server/store/sender.ts';
import type { Tx } from '#server/store/store.ts';
import type { EditionImage } from './edition.ts';
import type { View } from './index.ts';

/** What a council member reads before the decision. */
export type PreviewPage = {
	id: string;
	title: string;
	municipality: string;
	releasedAt: number;
	releasedBy: string;
	/** From who released it; empty for nothing. */
	message: string;
	/** The `<article>`: the approved text as it was at the release. */
	html: string;
	/** SHA-256 of what was frozen. */
	hash: string;
	missing: MissingSection[];
	/** Sections that show what was withdrawn since: not in the article. */
	withheld: { number: string; title: string }[];
	/** It was taken back; only who coordinates the report sees it then. */
	isWithdrawn: boolean;
	/** The id of the newest preview of the report that the person may read, when this is not it. */
	newer: string | null;
	/** The newest edition that has come since. */
	published: { slug: string; number: number } | null;
	/** Where it is managed, for who may. */
	manage: { reportId: string } | null;
};

/** A5: a preview for whom it was released to, judged anew at each request. */
export const preview: View<{ previewId: string }, PreviewPage> = async (tx, actor, params) => {
	const found = await seenPreview(tx, actor, params.previewId);
	if (!found.ok) return found;
	const { row, thing, reader } = found.value;
	const { model, withheld } = await shownNow(tx, row);
	const manages = may(reader, 'report.preview', { ...thing, kind: 'report' }).may;
	return ok({
		id: row.id,
		title: model.title,
		municipality: model.municipality,
		releasedAt: row.releasedAt,
		releasedBy: (await getPerson(tx, row.releasedBy))?.name ?? '',
		message: row.message,
		html: previewHtml(model, { images: `/previews/${row.id}/images/`, day: row.releasedAt }),
		hash: row.hash,
		missing: model.missing,
		withheld,
		isWithdrawn: row.withdrawnAt !== null,
		newer: await newerThan(tx, reader, row),
		published: await publishedSince(tx, row),
		manage: manages ? { reportId: row.reportId } : null
	});
};

/** A picture that the preview shows, or its sender's mark, for whom the preview itself is shown. */
export const previewImage: View<{ previewId: string; imageId: string }, EditionImage> = async (
	tx,
	actor,
	{ previewId, imageId }
) => {
	const found = await seenPreview(tx, actor, previewId);
	if (!found.ok) return found;
	const { model } = await shownNow(tx, found.value.row);
	const image = Object.hasOwn(model.images, imageId)
		? await getImage(tx, imageId)
		: model.sender?.logo?.id === imageId
			? await getLogo(tx, imageId)
			: undefined;
	return image
		? ok({ type: image.type, bytes: image.bytes, sha256: image.sha256 })
		: refuse({ code: 'notFound' });
};

/** A preview that waits for a person, on their first page. */
export type PreviewLine = { id: string; title: string; releasedAt: number; releasedBy: string };

/** What was released to the person and not published since, the newest first. */
export async function previewsToRead(tx: Tx, actor: Actor): Promise<PreviewLine[]> {
	const lines: PreviewLine[] = [];
	for (const row of await previewsNaming(tx, actor.personId)) {
		if (!may(actor, 'preview.read', await previewThing(tx, row)).may) continue;
		if (await publishedSince(tx, row)) continue;
		const { id, releasedAt } = row;
		const releasedBy = (await getPerson(tx, row.releasedBy))?.name ?? '';
		lines.push({ id, title: frozenModel(row).title, releasedAt, releasedBy });
	}
	return lines;
}

async function seenPreview(tx: Tx, actor: Actor | null, id: string) {
	if (actor === null) return refuse({ code: 'notSignedIn' });
	const row = await getPreview(tx, id);
	if (!row) return refuse({ code: 'notFound' });
	const thing = await previewThing(tx, row);
	const seen = permit(actor, 'preview.read', thing);
	return seen.ok ? ok({ row, thing, reader: actor }) : seen;
}

/**
 * What was frozen.
 * @throws Error when the kept model is not what its hash says
 */
export function frozenModel({ id, model, hash }: Preview): PreviewModel {
	if (sha256Hex(model) !== hash) throw new Error(`Preview ${id} is not what was released`);
	return JSON.parse(model) as PreviewModel;
}

/** What is shown of it: all but the sections that show an edition which was withdrawn since (Y6). */
async function shownNow(
	tx: Tx,
	row: Preview
): Promise<{ model: PreviewModel; withheld: PreviewPage['withheld'] }> {
	const model = frozenModel(row);
	const sections: PreviewModel['sections'] = [];
	const withheld: PreviewPage['withheld'] = [];
	for (const section of model.sections) {
		const { key, number, title } = section.content;
		const gone = await withdrawnHinders(tx, { sectionId: '', key, title }, section.content);
		if (gone.length > 0) withheld.push({ number, title });
		else sections.push(section);
	}
	if (withheld.length === 0) return { model, withheld };
	const chapters = model.chapters.filter(({ key }) =>
		sections.some(({ chapterKey }) => chapterKey === key)
	);
	const shown = new Set(sections.flatMap(({ content }) => imageIds(content.doc)));
	const images = Object.fromEntries(Object.entries(model.images).filter(([id]) => shown.has(id)));
	return { model: { ...model, sections, chapters, images }, withheld };
}

/** The newest preview of the same report that the person may read, when it is not this one. */
async function newerThan(tx: Tx, reader: Actor, row: Preview): Promise<string | null> {
	for (const other of await listPreviews(tx, row.reportId)) {
		if (other.id === row.id) return null;
		if (other.withdrawnAt !== null) continue;
		if (may(reader, 'preview.read', await previewThing(tx, other)).may) return other.id;
	}
	return null;
}

/** The newest edition of the report that was published after the release. */
export async function publishedSince(
	tx: Tx,
	{ reportId, releasedAt }: Pick<Preview, 'reportId' | 'releasedAt'>
): Promise<PreviewPage['published']> {
	const since = (await listEditions(tx))
		.filter((one) => one.reportId === reportId && one.publishedAt >= releasedAt)
		.sort((a, b) => b.number - a.number)[0];
	return since ? { slug: since.slug, number: since.number } : null;
}
