import { lockOn } from '#core/lock.ts';
import { ok, refuse } from '#core/result.ts';
import { LARGEST } from '#schema/bounds.ts';
import { canonicalJson, docJson, isValidDoc, loadDoc } from '#schema/content.ts';
import { claimClient } from '#server/store/append.ts';
import { appendUpdate, documentBytes, listClaims } from '#server/store/log.ts';
import { lockFacts } from '#server/store/sections.ts';
import * as Y from 'yjs';
import { isAllowed, writeAuthored } from './authored-change.ts';
import { audit, sectionFor, type Command } from './context.ts';
import { textAt } from './text-at.ts';

/**
 * R3: brings the text after the update `seq` back, as one new change in the person's name: what stands
 * there now stays in the history, under the number that the audit line names. Figures, title and tags are
 * not text and stay as they are. Refused when the section is locked, when it has another text than the
 * person saw (`seenSeq`), and when it reads so already.
 */
export const restoreSection: Command<
	{ by: string; sectionId: string; seq: number; seenSeq: number },
	{ sectionId: string; seq: number; before: number }
> = async (tx, input, context) => {
	const found = await sectionFor(tx, input.by, 'section.restore', input.sectionId);
	if (!found.ok) return found;
	const { actor, section } = found.value;
	const lock = lockOn(lockFacts(section));
	if (lock) return refuse({ code: 'locked', lock });
	const moved = refuse({
		code: 'moved',
		happened: 'textChanged',
		by: section.editedByName,
		at: section.editedAt
	});
	if (section.seq !== input.seenSeq) return moved;
	const version = await textAt(tx, section, input.seq);
	if (!version) return refuse({ code: 'notFound' });
	// What an older schema took may be nothing that is taken today.
	if (!isValidDoc(version.doc) || !isAllowed(version.doc))
		return refuse({ code: 'malformed', rule: 'content' });
	const claims = await listClaims(tx, section);
	const doc = loadDoc((await documentBytes(tx, section)).parts);
	try {
		if (canonicalJson(docJson(doc)) === canonicalJson(version.doc))
			return refuse({ code: 'invalid', problems: [{ field: 'seq', problem: 'same' }] });
		const { bytes, clientId } = writeAuthored(doc, version.doc, new Set(claims.keys()));
		if (Y.encodeStateAsUpdate(doc).byteLength > LARGEST)
			return refuse({ code: 'tooLarge', limit: 'document' });
		const personId = actor.personId;
		await claimClient(tx, section, { clientId, personId });
		const seq = await appendUpdate(tx, section, { personId, at: context.now, bytes });
		await audit(tx, actor, context, {
			act: 'section.restore',
			reportId: section.reportId,
			sectionId: section.id,
			detail: { version: input.seq, before: section.seq, seq }
		});
		return ok({ sectionId: section.id, seq, before: section.seq });
	} finally {
		doc.destroy();
	}
};
