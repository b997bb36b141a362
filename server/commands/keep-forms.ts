import type { MadeForm } from '#core/forms.ts';
import { insertEditionFile, listEditionFiles } from '#server/store/editions.ts';
import type { Tx } from '#server/store/store.ts';
import { createHash } from 'node:crypto';

/** Keeps the forms that an edition has not yet, each with its hash; what it has never changes (P2). */
export async function keepForms(
	tx: Tx,
	edition: { municipalityId: string; editionId: string },
	forms: MadeForm[]
): Promise<void> {
	const kept = new Set((await listEditionFiles(tx, edition.editionId)).map(({ form }) => form));
	for (const { form, bytes } of forms)
		if (!kept.has(form))
			await insertEditionFile(tx, {
				...edition,
				form,
				hash: createHash('sha256').update(bytes).digest('hex'),
				bytes: Buffer.from(bytes)
			});
}
