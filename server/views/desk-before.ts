import { listApprovals, listFixed, type Fixed } from '#server/store/approvals.ts';
import type { Section } from '#server/store/sections.ts';
import type { Tx } from '#server/store/store.ts';

/** The version that whoever decides wants to see the differences from. */
export type Before = {
	/** As `versionOf` reads it. */
	ref: string;
	/** `approved`: it was, and may be void since. `submitted`: it was handed in and given back. */
	what: 'approved' | 'submitted';
	/** When; milliseconds since 1970. */
	at: number;
};

/**
 * What was approved last before the text that stands now; where nothing ever was, what was submitted
 * before it; null where this is the first.
 */
export async function beforeOf(tx: Tx, section: Section): Promise<Before | null> {
	const all = await listFixed(tx, section.id);
	const earlier = section.state === 'draft' ? all : all.slice(1);
	const approvals = await listApprovals(tx, section.id);
	const approvedAt = ({ id }: Fixed) => approvals.findLast((one) => one.fixedId === id)?.approvedAt;
	for (const fixed of earlier) {
		const at = approvedAt(fixed);
		if (at !== undefined) return { ref: `fixed-${fixed.id}`, what: 'approved', at };
	}
	const [last] = earlier;
	return last ? { ref: `fixed-${last.id}`, what: 'submitted', at: last.submittedAt } : null;
}
