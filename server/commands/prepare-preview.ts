import type { Actor } from '#core/access.ts';
import type { MissingSection, PreviewModel } from '#core/preview.ts';
import { hindersToPublish } from '#core/publication.ts';
import type { Hinder } from '#core/result.ts';
import { canonicalJson, sha256Hex } from '#schema/content.ts';
import { listPeople, loadActor } from '#server/store/people.ts';
import type { Report } from '#server/store/reports.ts';
import { listSections } from '#server/store/sections.ts';
import type { Tx } from '#server/store/store.ts';
import { approvedBody, approvedNow } from './approved-body.ts';

export type PreparedPreview = {
	model: PreviewModel;
	/** Canonical JSON of the model, and its SHA-256. */
	json: string;
	hash: string;
	/** Why it may not be released; empty when nothing hinders. */
	hinders: Hinder[];
};

/**
 * The preview that would be released now: what is approved, built as an edition's is. What hinders an
 * edition for what it shows hinders it too; what is not done yet does not, as long as something is.
 */
export async function preparePreview(tx: Tx, report: Report): Promise<PreparedPreview> {
	const sections = await listSections(tx, report.id);
	const { approved, facts, findings } = await approvedNow(tx, sections);
	const isIn = new Set(approved.map(({ section }) => section.id));
	const missing: MissingSection[] = sections
		.filter(({ id }) => !isIn.has(id))
		.map(({ number, title, required }) => ({ number, title, required }));
	const model: PreviewModel = { ...(await approvedBody(tx, report, approved)), format: 1, missing };
	const json = canonicalJson(model);
	const undone = hindersToPublish(facts, {});
	const hinders = [
		...undone.filter(({ what }) => what === 'hashDiffers'),
		...findings,
		...(approved.length > 0 ? [] : undone.filter(({ what }) => what === 'sectionNotApproved'))
	];
	return { model, json, hash: sha256Hex(json), hinders };
}

/** Whom a preview can be released to: everybody in the municipality who is a council member now. */
export async function councilMembers(tx: Tx, municipalityId: string): Promise<Actor[]> {
	const members: Actor[] = [];
	for (const { id } of await listPeople(tx, municipalityId)) {
		const person = await loadActor(tx, id);
		if (person?.grants.some(({ role }) => role === 'councilMember')) members.push(person);
	}
	return members;
}
