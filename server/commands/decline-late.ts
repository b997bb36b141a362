import { ok, refuse } from '#core/result.ts';
import { decideLate } from '#server/store/late.ts';
import { lateFor } from './accept-late.ts';
import { audit, type Command } from './context.ts';
import { notify } from './notify.ts';

/** L4: leaves a late contribution out, with a reason for its author. It stays on the record. */
export const declineLate: Command<
	{ by: string; lateId: string; reason: string },
	{ sectionId: string; author: string }
> = async (tx, input, context) => {
	const found = await lateFor(tx, input.by, input.lateId);
	if (!found.ok) return found;
	const { actor, section, late } = found.value;
	const reason = input.reason.trim();
	if (reason === '') return refuse({ code: 'reasonNeeded' });
	await decideLate(tx, late.id, {
		state: 'declined',
		by: actor.personId,
		at: context.now,
		reason
	});
	await audit(tx, actor, context, {
		act: 'section.lateDecline',
		reportId: section.reportId,
		sectionId: section.id,
		reason,
		detail: { lateId: late.id, author: late.personId }
	});
	await notify(tx, context, actor, {
		kind: 'lateDecided',
		to: [late.personId],
		about: { section },
		detail: { lateId: late.id }
	});
	return ok({ sectionId: section.id, author: late.personId });
};
