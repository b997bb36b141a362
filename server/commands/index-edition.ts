import { sectionAnchors } from '#core/anchors.ts';
import type { EditionModel } from '#core/publication.ts';
import { indexedWords, plainForm } from '#core/search.ts';
import { sectionPassage } from '#schema/passage.ts';
import { hasPassages, insertPassage } from '#server/store/passages.ts';
import type { Tx } from '#server/store/store.ts';

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
	const anchors = sectionAnchors(model.sections.map(({ content }) => content.key));
	for (const { content } of model.sections) {
		const { key, number, department, articles } = content;
		const said = sectionPassage(content);
		const title = plainForm(content.title);
		const text = plainForm(said.text);
		await insertPassage(
			tx,
			{
				municipalityId,
				editionId,
				sectionKey: key,
				anchor: anchors.get(key) ?? '',
				number,
				title,
				department,
				articles,
				indicators: said.indicators
			},
			text,
			{ title: indexedWords(title), body: indexedWords(text) }
		);
	}
}
