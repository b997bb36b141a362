import { lockOn } from '#core/lock.ts';
import { ok, refuse } from '#core/result.ts';
import { authoredSeed } from '#schema/authored-seed.ts';
import { written } from '#schema/authors.ts';
import { docJson, isValidDoc, loadDoc } from '#schema/content.ts';
import { claimClient } from '#server/store/append.ts';
import { appendUpdate, documentBytes, listClaims } from '#server/store/log.ts';
import { lockFacts, startEpoch } from '#server/store/sections.ts';
import { audit, sectionFor, type Command } from './context.ts';
import { moveAnchors } from './move-anchors.ts';

/**
 * Begins a new epoch (D9): the text as it is now becomes a document of its own, without the deleted
 * letters and the client ids of the old one; its words stay whose they are (R4). The old one's log stays. Its clients are closed and load
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
	const ydoc = loadDoc((await documentBytes(tx, section)).parts);
	const doc = docJson(ydoc);
	const by = written(ydoc, await listClaims(tx, section));
	ydoc.destroy();
	if (!isValidDoc(doc)) return refuse({ code: 'malformed', rule: 'content' });
	const seed = authoredSeed(doc, by);
	const place = { ...section, epoch: await startEpoch(tx, section) };
	const { epoch } = place;
	for (const [clientId, personId] of seed.claims)
		await claimClient(tx, place, { clientId, personId });
	// The server's own update: nobody has written since (A7).
	const seq = await appendUpdate(tx, place, { personId: null, at: context.now, bytes: seed.bytes });
	await moveAnchors(tx, section, epoch);
	await audit(tx, actor, context, {
		act: 'section.rebuild',
		reportId: section.reportId,
		sectionId: section.id,
		reason,
		detail: { epoch, seq }
	});
	return ok({ epoch, seq });
};
