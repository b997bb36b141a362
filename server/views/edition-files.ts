import { FILES, type FileForm, type Form } from '#core/forms.ts';
import { listEditionFiles } from '#server/store/editions.ts';
import type { Tx } from '#server/store/store.ts';
import { listWithdrawals } from '#server/store/withdrawals.ts';

/** What was taken back: when (ms since 1970), and why, as readers are told. */
export type TakenBack = { at: number; reason: string };

/** A file of an edition as a list shows it. */
export type FileLine = {
	form: FileForm;
	/** In bytes; null while it is not made, and when it was taken back. */
	size: number | null;
	withdrawn: TakenBack | null;
};

/** Which forms of an edition readers may have: its files in their order, and what was taken back. */
export async function formsOf(
	tx: Tx,
	editionId: string
): Promise<{ files: FileLine[]; withdrawn: Map<Form, TakenBack> }> {
	const sizes = new Map(
		(await listEditionFiles(tx, editionId)).map(({ form, size }) => [form, size])
	);
	const withdrawn = new Map(
		(await listWithdrawals(tx, editionId)).map((row): [Form, TakenBack] => [
			row.form as Form,
			{ at: row.withdrawnAt, reason: row.reason }
		])
	);
	const files = FILES.map((form) => {
		const gone = withdrawn.get(form) ?? null;
		return { form, size: gone ? null : (sizes.get(form) ?? null), withdrawn: gone };
	});
	return { files, withdrawn };
}
