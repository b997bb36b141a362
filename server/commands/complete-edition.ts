import type { MadeForm } from '#core/forms.ts';
import type { EditionModel } from '#core/publication.ts';
import { ok, refuse } from '#core/result.ts';
import { getEdition } from '#server/store/editions.ts';
import type { Command } from './context.ts';
import { indexEdition } from './index-edition.ts';
import { keepForms } from './keep-forms.ts';

/**
 * Adds what an edition lacks that was published before this program made it: forms of the same model, and
 * what search knows of it.
 * The server's own act: it says nothing new, so it leaves no line in the trail.
 */
export const completeEdition: Command<
	{ editionId: string; hash: string; forms: MadeForm[] },
	null
> = async (tx, { editionId, hash, forms }) => {
	const edition = await getEdition(tx, editionId);
	if (!edition || edition.hash !== hash) return refuse({ code: 'notFound' });
	const { municipalityId } = edition;
	await keepForms(tx, { municipalityId, editionId }, forms);
	const model = JSON.parse(edition.model) as EditionModel;
	await indexEdition(tx, { municipalityId, editionId, model });
	return ok(null);
};
