import { sectionAnchors } from '#core/anchors.ts';
import type { EditionModel } from '#core/publication.ts';
import { indexedWords, plainForm } from '#core/search.ts';
import { sectionPassage } from '#schema/passage.ts';
import { hasPassages, insertPassage } from '#server/store/passages.ts';
import type { Tx } from '#server/store/store.ts';

/** What search is to know of a section of an edition. */
export type EditionPassage = {
	sectionKey: string;
	anchor: string;
	number: string;
	title: string;
	department: string | null;
	articles: number[];
	indicators: { key: string; title: string }[];
	text: string;
};

/** An edition's sections in order, as search knows them; `verify` holds what is stored against it. */
export function passagesOf(model: EditionModel): EditionPassage[] {
	const anchors = sectionAnchors(model.sections.map(({ content }) => content.key));
	return model.sections.map(({ content }) => {
		const { key, number, department, articles } = content;
		const said = sectionPassage(content);
		return {
			sectionKey: key,
			anchor: anchors.get(key) ?? '',
			number,
			title: plainForm(content.title),
			department,
			articles,
			indicators: said.indicators,
			text: plainForm(said.text)
		};
	});
}

/**
 * Makes the sections of an edition known to search, in the transaction that adds the edition or
 * completes it. Does nothing for one that is known already.
 */
export async function indexEdition(
	tx: Tx,
	edition: { municipalityId: string; editionId: string; model: EditionModel }
): Promise<void> {
	const { municipalityId, editionId, model } = edition;
	if (await hasPassages(tx, editionId)) return;
	for (const { text, ...passage } of passagesOf(model))
		await insertPassage(tx, { municipalityId, editionId, ...passage }, text, {
			title: indexedWords(passage.title),
			body: indexedWords(text)
		});
}
