import { lockOn } from '#core/lock.ts';
import { ok, refuse } from '#core/result.ts';
import { isValidDoc, seedUpdate } from '#schema/content.ts';
import { appendUpdate } from '#server/store/log.ts';
import { lockFacts, startEpoch } from '#server/store/sections.ts';
import { audit, sectionFor, type Command } from './context.ts';
import { currentDoc } from './fix-content.ts';

/**
 * Begins a new epoch (D9): the text as it is now becomes a document of its own, without the deleted
 * letters and the client ids of the old one. The old one's log stays. Its clients are closed and load
 * the new one (W3), so what they had not sent is lost to it; that is why it needs a reason and an open
 * section. The numbers of the updates go on, so that who wrote since the last approval stays known (A7)
 * and who saw an older text does not submit this one (S10).
 */
export const rebuildSection: Command<
	{ by: string; sectionId: string; reason: string },
	{ epoch: number; seq: number }
> = async (tx, input, context) => {
	const found = await sectionFor(tx, input.by, 'section.rebuild', input.sectionId);
	if (!found.ok) return found;
	const { actor, section } = found.value;
	const lock = lockOn(lockFacts(section));
	if (lock) return refuse({ code: 'locked', lock });
	const reason = input.reason.trim();
	if (reason === '') return refuse({ code: 'reasonNeeded' });
	const { doc } = await currentDoc(tx, section);
	if (!isValidDoc(doc)) return refuse({ code: 'malformed', rule: 'content' });
	const epoch = await startEpoch(tx, section);
	const seq = await appendUpdate(
		tx,
		{ ...section, epoch },
		{ personId: null, at: context.now, bytes: seedUpdate(doc) }
	);
	await audit(tx, actor, context, {
		act: 'section.rebuild',
		reportId: section.reportId,
		sectionId: section.id,
		reason,
		detail: { epoch }
	});
	return ok({ epoch, seq });
};
