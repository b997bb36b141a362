import { may } from '#core/access.ts';
import { formFileName, FILE_FORMS, type FileForm } from '#core/forms.ts';
import { ok, refuse } from '#core/result.ts';
import { findEdition, getEditionFile } from '#server/store/editions.ts';
import { getWithdrawal } from '#server/store/withdrawals.ts';
import { createHash } from 'node:crypto';
import type { View } from './index.ts';

/** A form of an edition as a file: what is kept, or that it is not made yet. */
export type EditionForm =
	| {
			made: true;
			/** MIME type. */
			type: string;
			/** As it is called when it is saved. */
			fileName: string;
			/** SHA-256 of the bytes, in hexadecimal. */
			hash: string;
			bytes: Uint8Array;
	  }
	/** The edition was published before this program made the form. */
	| { made: false; editionId: string };

/**
 * P2: the kept bytes of a form. Anyone may have them.
 * Refused as `notFound`, and as `withdrawn` with the reason when it was taken back.
 * @throws Error when the kept bytes are not what was published
 */
export const editionForm: View<
	{ slug: string; number: number; form: FileForm },
	EditionForm
> = async (tx, actor, { slug, number, form }) => {
	const found = await findEdition(tx, slug, number);
	if (!found) return refuse({ code: 'notFound' });
	const { id, municipalityId } = found;
	if (!may(actor, 'edition.read', { kind: 'edition', municipalityId }).may)
		return refuse({ code: 'notFound' });
	const gone = await getWithdrawal(tx, id, form);
	if (gone) return refuse({ code: 'withdrawn', reason: gone.reason, at: gone.withdrawnAt });
	const file = await getEditionFile(tx, id, form);
	if (!file) return ok({ made: false, editionId: id });
	const { bytes, hash } = file;
	if (createHash('sha256').update(bytes).digest('hex') !== hash)
		throw new Error(`The kept ${form} of edition ${number} of ${slug} is not what was published`);
	const fileName = formFileName(slug, number, form);
	return ok({ made: true, type: FILE_FORMS[form].type, fileName, hash, bytes });
};
