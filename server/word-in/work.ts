import { refuse, ok, type Result } from '#core/result.ts';
import { propose } from '#core/word-in/propose.ts';
import type { WordProblem, WordProposal, WordReport } from '#core/word-in/proposal.ts';
import { WORD_LIMITS } from '#core/word-in/proposal.ts';
import { isSafeHref } from '#schema/attributes.ts';
import { isValidDoc } from '#schema/content.ts';
import { imageIds } from '#schema/text.ts';
import { randomUUID } from 'node:crypto';
import { htmlOf, ID_PREFIX } from './html.ts';
import { countLeftOut } from './left-out.ts';
import { openPackage } from './package.ts';

/** What the thread is asked to do. */
export type WordAsk = { bytes: Uint8Array; report: WordReport };

/** What it does, one after the other. */
export const WORD_STEPS = ['open', 'read', 'match'] as const;
export type WordStep = (typeof WORD_STEPS)[number];

export const wordRefusal = (problem: WordProblem): Result<never> =>
	refuse({ code: 'invalid', problems: [{ field: 'file', problem }] });

/** Reads a Word file and finds its parts a place. Refused at field `file`. */
export async function readWord(
	{ bytes, report }: WordAsk,
	onStep: (step: WordStep) => void
): Promise<Result<WordProposal>> {
	onStep('open');
	const opened = openPackage(bytes);
	if (!opened.ok) return wordRefusal(opened.problem);
	const leftOut = countLeftOut(opened.value);
	onStep('read');
	let converted: Awaited<ReturnType<typeof htmlOf>>;
	try {
		converted = await htmlOf(opened.value, leftOut);
	} catch {
		// A foreign file fails anywhere in the converter, and by any kind of error; the archive itself is ours.
		return wordRefusal('damaged');
	}
	onStep('match');
	const { html, images } = converted;
	const parts = propose({
		html,
		idPrefix: ID_PREFIX,
		images,
		report,
		leftOut,
		isSafeHref,
		newId: randomUUID
	});
	if (parts.length === 0) return wordRefusal('noText');
	if (parts.length > WORD_LIMITS.parts) return wordRefusal('unpacksTooLarge');
	for (const part of parts)
		if (!isValidDoc({ type: 'doc', content: part.blocks }))
			throw new Error(`A part of a file became no text of ours: ${part.heading}`);
	const used = new Set(parts.flatMap(({ blocks }) => imageIds({ type: 'doc', content: blocks })));
	return ok({
		parts,
		images: images.filter(({ id }) => used.has(id)),
		leftOut: leftOut.list()
	});
}
