import type { Actor } from '#core/access.ts';
import type { FixedFigure } from '#core/indicator.ts';
import { lockOn, type Lock } from '#core/lock.ts';
import { permit } from '#core/permit.ts';
import type { DocNode } from '#core/publication.ts';
import { ok, refuse, type Result } from '#core/result.ts';
import type { SectionState } from '#core/section.ts';
import { hashOf } from '#schema/content.ts';
import { fixContent } from '#server/commands/fix-content.ts';
import { getSection, lockFacts, thingOf, type Section } from '#server/store/sections.ts';
import type { Tx } from '#server/store/store.ts';
import { livingDoc, lockedContent } from './documents.ts';
import type { View } from './index.ts';
import type { SeenSection } from './seen.ts';

/** A section as the API tells of it. */
export type ApiSection = {
	id: string;
	key: string;
	number: string;
	title: string;
	chapter: { key: string; number: string; title: string };
	state: SectionState;
	lock: Lock | null;
	owner: { id: string; name: string } | null;
	articles: number[];
	required: boolean;
	version: number;
	epoch: number;
	seq: number;
	/** Of the fixed content when locked, else of what a submission would fix now. */
	hash: string;
	edited: { by: string | null; at: number } | null;
};

/** A section with its text: the fixed one when it is locked, else the living one. */
export type ApiSectionDetail = ApiSection & {
	reportId: string;
	requiredBlocks: string[];
	content: DocNode;
	/** As fixed at submission (I5); null in a draft. */
	figures: Record<string, FixedFigure> | null;
};

/** One section, for who may read it. */
export const apiSection: View<{ sectionId: string }, ApiSectionDetail> = async (
	tx,
	actor,
	params
) => {
	const seen = await seenSection(tx, actor, params.sectionId);
	return seen.ok ? ok(await sectionDetail(tx, seen.value.section)) : seen;
};

/** The section, when the person may read it; what may not be seen does not exist (A8). */
export async function seenSection(
	tx: Tx,
	actor: Actor | null,
	sectionId: string
): Promise<Result<SeenSection & { actor: Actor }>> {
	if (actor === null) return refuse({ code: 'notSignedIn' });
	const section = await getSection(tx, sectionId);
	if (!section) return refuse({ code: 'notFound' });
	const thing = await thingOf(tx, section);
	const allowed = permit(actor, 'section.read', thing);
	return allowed.ok ? ok({ actor, section, thing }) : allowed;
}

/** Everything but the text, which is read for its hash. */
export async function sectionRow(tx: Tx, section: Section): Promise<ApiSection> {
	const locked = await lockedContent(tx, section);
	return rowOf(section, locked?.hash ?? hashOf(await draftContent(tx, section)));
}

async function sectionDetail(tx: Tx, section: Section): Promise<ApiSectionDetail> {
	const locked = await lockedContent(tx, section);
	const content = locked?.content ?? (await draftContent(tx, section));
	return {
		...rowOf(section, locked?.hash ?? hashOf(content)),
		reportId: section.reportId,
		requiredBlocks: section.requiredBlocks,
		content: content.doc,
		figures: locked?.content.figures ?? null
	};
}

/** What a submission would fix now (S2). */
const draftContent = async (tx: Tx, section: Section) =>
	fixContent(tx, section, await livingDoc(tx, section));

const rowOf = (s: Section, hash: string): ApiSection => ({
	id: s.id,
	key: s.key,
	number: s.number,
	title: s.title,
	chapter: { key: s.chapterKey, number: s.chapterNumber, title: s.chapterTitle },
	state: s.state,
	lock: lockOn(lockFacts(s)),
	owner: s.departmentId === null ? null : { id: s.departmentId, name: s.departmentName ?? '' },
	articles: s.articles,
	required: s.required,
	version: s.version,
	epoch: s.epoch,
	seq: s.seq,
	hash,
	edited: s.editedAt === null ? null : { by: s.editedByName, at: s.editedAt }
});
