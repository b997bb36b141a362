import { lockOn } from '#core/lock.ts';
import { ok, refuse } from '#core/result.ts';
import { LARGEST } from '#schema/bounds.ts';
import { docJson, isValidDoc } from '#schema/content.ts';
import { putInPlace, replacedIn } from '#schema/proposal.ts';
import { claimClient } from '#server/store/append.ts';
import { appendUpdate, listClaims } from '#server/store/log.ts';
import { lockFacts } from '#server/store/sections.ts';
import { setThreadState } from '#server/store/threads.ts';
import * as Y from 'yjs';
import { atPassage, textMoved } from './anchored.ts';
import { recordAuthored } from './authored-change.ts';
import { audit, type Command } from './context.ts';
import { tellOfDecision } from './tell-thread.ts';
import { openSuggestion, type SeenThread } from './thread-for.ts';

/**
 * R2: takes a suggestion into an open section, as one change in the name of who takes it in. It is they
 * who let it stand in the text, so it is they who may not approve it (A7); the thread and the trail say
 * who proposed it. Refused as `moved` when the passage reads otherwise than what it was made for.
 */
export const acceptSuggestion: Command<
	SeenThread,
	{ sectionId: string; threadId: string; seq: number }
> = async (tx, input, context) => {
	const found = await openSuggestion(tx, input, 'section.settle');
	if (!found.ok) return found;
	const { actor, section, thread } = found.value;
	const lock = lockOn(lockFacts(section));
	if (lock) return refuse({ code: 'locked', lock });
	const { anchor, epoch, quote } = thread;
	// Its passage was gone before a rebuild.
	if (anchor === null || epoch !== section.epoch) return textMoved(section);
	const taken = new Set((await listClaims(tx, section)).keys());
	const change = await atPassage(
		tx,
		section,
		{ epoch, anchor, quote },
		async (outline, passage) => {
			const replaced = replacedIn(outline, passage);
			if (replaced?.letters !== quote) return textMoved(section);
			const { doc } = outline;
			const written = recordAuthored(doc, taken, () => putInPlace(replaced, thread.proposed));
			if (!isValidDoc(docJson(doc))) return refuse({ code: 'malformed', rule: 'content' });
			return Y.encodeStateAsUpdate(doc).byteLength > LARGEST
				? refuse({ code: 'tooLarge', limit: 'document' })
				: ok(written);
		}
	);
	if (!change.ok) return change;
	const { bytes, clientId } = change.value;
	const { personId } = actor;
	await claimClient(tx, section, { clientId, personId });
	const seq = await appendUpdate(tx, section, { personId, at: context.now, bytes });
	await setThreadState(tx, {
		threadId: thread.id,
		seenVersion: thread.version,
		state: 'accepted',
		by: personId,
		at: context.now,
		reason: null
	});
	await tellOfDecision(tx, context, actor, { section, thread }, 'accepted');
	await audit(tx, actor, context, {
		act: 'suggestion.accept',
		reportId: section.reportId,
		sectionId: section.id,
		detail: { threadId: thread.id, author: thread.createdBy, seq }
	});
	return ok({ sectionId: section.id, threadId: thread.id, seq });
};
