import { findingHinders } from '#core/checks.ts';
import { ok, refuse, type Hinder } from '#core/result.ts';
import { transition } from '#core/section.ts';
import { canonicalJson, isValidDoc, sha256Hex } from '#schema/content.ts';
import { missingBlocks, picturesWithoutAlt } from '#schema/text.ts';
import { insertFixed } from '#server/store/approvals.ts';
import { overriddenIn } from '#server/store/overrides.ts';
import { lockFacts, setSectionState } from '#server/store/sections.ts';
import type { RequiredBlock } from '#core/template.ts';
import { audit, sectionFor, type Command } from './context.ts';
import { currentDoc, fixContent } from './fix-content.ts';
import { coordinatorsOf, notify } from './notify.ts';

/**
 * S2: locks the section and fixes its content and its numbers. `seenSeq` is the last update that the
 * person saw: who has not seen the newest text is told that it moved.
 */
export const submitSection: Command<
	{ by: string; sectionId: string; seenSeq: number },
	{ hash: string; seq: number }
> = async (tx, input, context) => {
	const found = await sectionFor(tx, input.by, 'section.submit', input.sectionId);
	if (!found.ok) return found;
	const { actor, section } = found.value;
	const facts = lockFacts(section);
	const next = transition({
		transition: 'submit',
		state: section.state,
		reason: null,
		lastBy: facts.stateBy,
		lastAt: facts.stateAt
	});
	if (!next.ok) return next;
	if (section.seq !== input.seenSeq)
		return refuse({
			code: 'moved',
			happened: 'textChanged',
			by: section.editedByName,
			at: section.editedAt
		});
	const { doc, seq } = await currentDoc(tx, section);
	if (!isValidDoc(doc)) return refuse({ code: 'malformed', rule: 'content' });
	const at = { sectionId: section.id, key: section.key, title: section.title };
	const hinders: Hinder[] = missingBlocks(doc, section.requiredBlocks as RequiredBlock[]).map(
		(block) => ({ what: 'blockMissing', block, ...at })
	);
	if (picturesWithoutAlt(doc) > 0) hinders.push({ what: 'altMissing', ...at });
	const fixed = await fixContent(tx, section, doc);
	hinders.push(...findingHinders(at, fixed, await overriddenIn(tx, section)));
	if (hinders.length > 0) return refuse({ code: 'notReady', hinders });

	const content = canonicalJson(fixed);
	const hash = sha256Hex(content);
	await insertFixed(tx, {
		id: context.newId(),
		municipalityId: section.municipalityId,
		sectionId: section.id,
		seq,
		hash,
		content,
		submittedBy: actor.personId,
		submittedAt: context.now
	});
	await setSectionState(tx, {
		sectionId: section.id,
		seenVersion: section.version,
		state: next.value,
		by: actor.personId,
		at: context.now
	});
	await audit(tx, actor, context, {
		act: 'section.submit',
		reportId: section.reportId,
		sectionId: section.id,
		from: section.state,
		to: next.value,
		hash
	});
	await notify(tx, context, actor, {
		kind: 'submitted',
		to: await coordinatorsOf(tx, section),
		about: { section }
	});
	return ok({ hash, seq });
};
