import { ok } from '#core/result.ts';
import type { RollUpShows } from '#core/taken-in.ts';
import { takenInNow } from '#server/commands/taken-in.ts';
import { rollUpHtml } from '#server/export/roll-up-html.ts';
import { rollUpOf } from '#server/export/roll-up.ts';
import { seenSection } from './api-section.ts';
import { lockedContent } from './documents.ts';
import type { View } from './index.ts';

/** What a block of a roll-up shows in the writing room. */
export type SectionRollUp = {
	/** As readers will see it; empty where there is nothing of the kind. */
	html: string;
	/** How many editions are taken in, whatever they hold. */
	editions: number;
	/** It is what was fixed at the section's submission. */
	isFixed: boolean;
};

/**
 * What a section shows of the editions that its report takes in: in a draft as they are chosen today, in
 * a locked section as it was fixed (I5). A draft is asked about any kind, for the block may not be stored yet.
 */
export const sectionRollUp: View<{ sectionId: string; shows: RollUpShows }, SectionRollUp> = async (
	tx,
	actor,
	{ sectionId, shows }
) => {
	const seen = await seenSection(tx, actor, sectionId);
	if (!seen.ok) return seen;
	const { section } = seen.value;
	const locked = await lockedContent(tx, section);
	const takenIn =
		locked?.content.takenIn ??
		(locked ? [] : await takenInNow(tx, section.reportId, new Set([shows])));
	const told = rollUpOf(takenIn, shows);
	// Below the section's own heading, which is the third in a chapter.
	const level = section.number.includes('.') ? 4 : 3;
	return ok({
		html: told ? String(rollUpHtml(told, { level })) : '',
		editions: takenIn.length,
		isFixed: locked !== null
	});
};
