import type { ApprovedSection, FixedContent } from '#core/publication.ts';
import { getFixed, standingApproval } from './approvals.ts';
import { getPerson } from './people.ts';
import type { SectionRow } from './sections.ts';
import type { Tx } from './store.ts';

/**
 * The content that the standing approval of an approved section is bound to (S4), with the names of
 * who submitted and approved it; null when none stands.
 */
export async function approvedContent(
	tx: Tx,
	section: SectionRow
): Promise<ApprovedSection | null> {
	if (section.state !== 'approved') return null;
	const approval = await standingApproval(tx, section.id);
	const fixed = approval && (await getFixed(tx, approval.fixedId));
	if (!approval || !fixed) return null;
	return {
		content: JSON.parse(fixed.content) as FixedContent,
		hash: approval.hash,
		approvedBy: (await getPerson(tx, approval.approvedBy))?.name ?? '',
		approvedAt: approval.approvedAt,
		submittedBy: (await getPerson(tx, fixed.submittedBy))?.name ?? '',
		submittedAt: fixed.submittedAt
	};
}
