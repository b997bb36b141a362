import type { EditionModel, FixedContent } from '#core/publication.ts';
import { fixContent } from '#server/commands/fix-content.ts';
import { textAt } from '#server/commands/text-at.ts';
import { getFixed, latestFixed, type Fixed } from '#server/store/approvals.ts';
import { getEdition } from '#server/store/editions.ts';
import { getReport } from '#server/store/reports.ts';
import type { Section } from '#server/store/sections.ts';
import type { Tx } from '#server/store/store.ts';
import { getWithdrawal } from '#server/store/withdrawals.ts';
import { livingDoc } from './documents.ts';

/** A version of a section, whole. */
export type Version = {
	/** As it was asked for: `now`, `seq-123`, `fixed-{id}` or `edition-{id}`. */
	ref: string;
	/** `now` is the living text, or of a locked section what was fixed. */
	kind: 'now' | 'draft' | 'fixed' | 'edition';
	/** The update that it stands after; null of an edition. */
	seq: number | null;
	/** The document that `seq` is in; null of what was fixed and of an edition. */
	epoch: number | null;
	/** When it was written, fixed or published; milliseconds since 1970. */
	at: number;
	/**
	 * Its text with its figures. Of a draft they are those of now, and so are title, owner and tags: the
	 * log knows words alone. The caller does not change it.
	 */
	content: FixedContent;
	/** The figures are those that were fixed with the text (I5). */
	hasOwnFigures: boolean;
	/** Where its pictures are: the address before their ids. */
	images: string;
};

const OWN_IMAGES = '/images/';
const REF = /^(?:(now)|(seq|fixed|edition)-([0-9A-Za-z-]{1,64}))$/;

/**
 * R3: a version of the section by its REF; null when there is none, or when readers are not shown the
 * edition any more. The caller has asked `may` whether the person may see the section's history: whoever
 * may sees every version of it.
 */
export async function versionOf(tx: Tx, section: Section, ref: string): Promise<Version | null> {
	const [, now, kind, id = ''] = REF.exec(ref) ?? [];
	if (now !== undefined) return versionNow(tx, section);
	switch (kind) {
		case 'seq':
			return /^[1-9]\d{0,14}$/.test(id) ? draftVersion(tx, section, Number(id)) : null;
		case 'fixed': {
			const fixed = await getFixed(tx, id);
			return fixed?.sectionId === section.id ? fixedVersion(ref, 'fixed', fixed) : null;
		}
		case 'edition':
			return editionVersion(tx, section, id);
		default:
			return null;
	}
}

async function versionNow(tx: Tx, section: Section): Promise<Version> {
	const fixed = section.state === 'draft' ? undefined : await latestFixed(tx, section.id);
	if (fixed) return { ...fixedVersion('now', 'now', fixed), epoch: section.epoch };
	return {
		ref: 'now',
		kind: 'now',
		seq: section.seq,
		epoch: section.epoch,
		at: section.editedAt ?? section.stateAt,
		content: await fixContent(tx, section, await livingDoc(tx, section)),
		hasOwnFigures: false,
		images: OWN_IMAGES
	};
}

async function draftVersion(tx: Tx, section: Section, seq: number): Promise<Version | null> {
	const text = await textAt(tx, section, seq);
	return (
		text && {
			ref: `seq-${seq}`,
			kind: 'draft',
			seq,
			epoch: text.epoch,
			at: text.at,
			content: await fixContent(tx, section, text.doc),
			hasOwnFigures: false,
			images: OWN_IMAGES
		}
	);
}

const fixedVersion = (ref: string, kind: 'now' | 'fixed', fixed: Fixed): Version => ({
	ref,
	kind,
	seq: fixed.seq,
	epoch: null,
	at: fixed.submittedAt,
	content: JSON.parse(fixed.content) as FixedContent,
	hasOwnFigures: true,
	images: OWN_IMAGES
});

/** The section of the same key in an edition of its report, or of the same board's of an earlier year. */
async function editionVersion(tx: Tx, section: Section, id: string): Promise<Version | null> {
	const edition = await getEdition(tx, id);
	if (edition?.municipalityId !== section.municipalityId) return null;
	const [own, other] = [
		await getReport(tx, section.reportId),
		await getReport(tx, edition.reportId)
	];
	if (!own || !other) return null;
	const isEarlier =
		other.authorityId === own.authorityId &&
		other.kind === own.kind &&
		other.reportYear < own.reportYear;
	if (other.id !== own.id && other.id !== own.previousReportId && !isEarlier) return null;
	if (await getWithdrawal(tx, edition.id, 'html')) return null;
	const model = JSON.parse(edition.model) as EditionModel;
	const content = model.sections.find((one) => one.content.key === section.key)?.content;
	return content
		? {
				ref: `edition-${id}`,
				kind: 'edition',
				seq: null,
				epoch: null,
				at: edition.publishedAt,
				content,
				hasOwnFigures: true,
				images: `/r/${model.slug}/v/${model.number}/images/`
			}
		: null;
}
