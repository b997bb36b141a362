import type { Anchor } from '#core/review.ts';
import { refuse, type Refusal, type Result } from '#core/result.ts';
import { makeAnchor, type Passage } from '#schema/anchor.ts';
import { indicatorsIn, quoteOf } from '#schema/anchor-quote.ts';
import { loadDoc } from '#schema/content.ts';
import { outlineOf, type Outline } from '#schema/outline.ts';
import { standingIn } from '#schema/standing.ts';
import { getFigures } from '#server/store/indicators.ts';
import { documentBytes } from '#server/store/log.ts';
import type { Section } from '#server/store/sections.ts';
import type { Tx } from '#server/store/store.ts';

type Here = Extract<Passage, { is: 'here' }>;

/** Another text than the person saw. */
export const textMoved = (section: Section): { ok: false; refusal: Refusal } =>
	refuse({
		code: 'moved',
		happened: 'textChanged',
		by: section.editedByName,
		at: section.editedAt
	});

/**
 * Reads a passage of the section's stored document, which is opened for it and closed behind it. Refused
 * as `otherEpoch` when the document was rebuilt since, as `invalid` when the anchor is none, and as
 * `moved` when its passage is gone, or was never stored.
 * @param at with the words of a thread that stands there already: they may have moved on
 */
export async function atPassage<T>(
	tx: Tx,
	section: Section,
	at: { epoch: number; anchor: Anchor; quote?: string },
	work: (outline: Outline, passage: Here) => Promise<Result<T>>
): Promise<Result<T>> {
	if (at.epoch !== section.epoch) return refuse({ code: 'otherEpoch' });
	const { parts } = await documentBytes(tx, section);
	const doc = loadDoc(parts);
	try {
		const outline = outlineOf(doc);
		const { anchor, quote = '' } = at;
		const passage = standingIn(outline)({ anchor, quote });
		if (passage.is === 'unreadable') return badAnchor;
		if (passage.is === 'gone') return textMoved(section);
		return await work(outline, passage);
	} finally {
		doc.destroy();
	}
}

export const badAnchor = refuse({
	code: 'invalid',
	problems: [{ field: 'anchor', problem: 'place' }]
});

/** The passage as a thread keeps it: its anchor in our own form, and what it says. */
export async function keptPassage(
	tx: Tx,
	section: Section,
	outline: Outline,
	passage: Here
): Promise<{ anchor: Anchor; quote: string }> {
	const titles = new Map<string, string>();
	for (const id of indicatorsIn(outline, passage.path, passage.endPath)) {
		const found = await getFigures(tx, section.municipalityId, id);
		if (found) titles.set(id, found.indicator.title);
	}
	return { anchor: makeAnchor(passage), quote: quoteOf(outline, passage, titles) };
}
