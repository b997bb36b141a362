import type { FixedContent, DocNode } from '#core/publication.ts';
import { docJson, loadDoc } from '#schema/content.ts';
import { latestFixed } from '#server/store/approvals.ts';
import { documentBytes } from '#server/store/log.ts';
import type { SectionRow } from '#server/store/sections.ts';
import type { Tx } from '#server/store/store.ts';

/** A report's sections are read together: what was parsed is kept until its text changes. */
const MOST_KEPT = 500;
const kept = new Map<string, DocNode>();

/** The section's living text as canonical JSON. The caller does not change it. */
export async function livingDoc(
	tx: Tx,
	section: Pick<SectionRow, 'id' | 'epoch' | 'seq'>
): Promise<DocNode> {
	const key = `${section.id} ${section.epoch} ${section.seq}`;
	const known = kept.get(key);
	if (known) {
		// The newest stands last, so that the first is the one that was not asked for longest.
		kept.delete(key);
		kept.set(key, known);
		return known;
	}
	const { parts } = await documentBytes(tx, section);
	const ydoc = loadDoc(parts);
	const doc = docJson(ydoc);
	ydoc.destroy();
	kept.set(key, doc);
	const [oldest] = kept.keys();
	if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
	return doc;
}

/** What a locked section shows: the content that was fixed at its submission (I5); null in a draft. */
export async function lockedContent(
	tx: Tx,
	section: Pick<SectionRow, 'id' | 'state'>
): Promise<{ content: FixedContent; hash: string } | null> {
	if (section.state === 'draft') return null;
	const fixed = await latestFixed(tx, section.id);
	return fixed ? { content: JSON.parse(fixed.content) as FixedContent, hash: fixed.hash } : null;
}
