import { FORMS, type MadeForm } from '#core/forms.ts';
import type { EditionModel } from '#core/publication.ts';
import type { EditionInput } from '#server/export/input.ts';
import {
	getEdition,
	getEditionFile,
	getImage,
	listEditionFiles,
	listEditions
} from '#server/store/editions.ts';
import { hasPassages } from '#server/store/passages.ts';
import { getLogo } from '#server/store/sender.ts';
import type { Tx } from '#server/store/store.ts';

/** The editions of all municipalities that lack a form, or that search does not know, the newest first. */
export async function lackingEditions(
	tx: Tx
): Promise<{ editionId: string; municipalityId: string }[]> {
	const found = [];
	for (const { id: editionId, municipalityId } of await listEditions(tx))
		if (await doesLack(tx, editionId)) found.push({ editionId, municipalityId });
	return found;
}

async function doesLack(tx: Tx, editionId: string): Promise<boolean> {
	const listed = await listEditionFiles(tx, editionId);
	const isWhole = FORMS.every((form) => listed.some((file) => file.form === form));
	return !isWhole || !(await hasPassages(tx, editionId));
}

/** What an edition has and what the rest is made of; null when it lacks nothing. */
export async function lackingOf(tx: Tx, editionId: string) {
	const edition = await getEdition(tx, editionId);
	if (!edition || !(await doesLack(tx, editionId))) return null;
	const listed = await listEditionFiles(tx, editionId);
	const isWhole = FORMS.every((form) => listed.some((file) => file.form === form));
	const kept: MadeForm[] = [];
	for (const { form } of isWhole ? [] : listed) {
		const file = await getEditionFile(tx, editionId, form);
		if (file) kept.push({ form, bytes: file.bytes });
	}
	const model = JSON.parse(edition.model) as EditionModel;
	const { reportId, hash } = edition;
	return { reportId, kept, isWhole, input: await inputOf(tx, model, hash) };
}

/** The edition's model with the bytes of its pictures. */
export async function inputOf(tx: Tx, model: EditionModel, hash: string): Promise<EditionInput> {
	const images: EditionInput['images'] = {};
	for (const id of Object.keys(model.images)) {
		const image = await getImage(tx, id);
		if (image) images[id] = image.bytes;
	}
	const logo = model.sender?.logo ? await getLogo(tx, model.sender.logo.id) : undefined;
	if (logo) images[logo.id] = logo.bytes;
	return { model, hash, images };
}
