import type { ApprovedSection, SectionForPublication } from '#core/publication.ts';
import type { SectionState } from '#core/section.ts';
import type { RequiredBlock } from '#core/template.ts';
import { hashOf } from './content.ts';
import { missingBlocks } from './text.ts';

/** What is asked of a section beside its approved content. */
export type PublicationSource = {
	id: string;
	key: string;
	title: string;
	required: boolean;
	state: SectionState;
	requiredBlocks: string[];
};

/** A section as `readyToPublish` wants to know it; the hash is computed anew from the content. */
export function publicationFacts(
	section: PublicationSource,
	approved: ApprovedSection | null
): SectionForPublication {
	return {
		sectionId: section.id,
		key: section.key,
		title: section.title,
		required: section.required,
		state: section.state,
		approvedHash: approved?.hash ?? null,
		contentHash: approved ? hashOf(approved.content) : null,
		missingBlocks: approved
			? missingBlocks(approved.content.doc, section.requiredBlocks as RequiredBlock[])
			: []
	};
}
