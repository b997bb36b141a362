import { findingHinders } from '#core/checks.ts';
import type {
	ApprovedSection,
	EditionBody,
	EditionModel,
	SectionForPublication
} from '#core/publication.ts';
import type { Hinder } from '#core/result.ts';
import { publicationFacts } from '#schema/publication-facts.ts';
import { imageIds } from '#schema/text.ts';
import { approvedContent } from '#server/store/approved-content.ts';
import { getImage } from '#server/store/editions.ts';
import { getAuthority, getMunicipality } from '#server/store/organisation.ts';
import { overriddenIn } from '#server/store/overrides.ts';
import type { Report } from '#server/store/reports.ts';
import type { Section } from '#server/store/sections.ts';
import { getSender } from '#server/store/sender.ts';
import type { Tx } from '#server/store/store.ts';
import { withdrawnHinders } from './taken-in.ts';

export type Approved = { section: Section; approved: ApprovedSection };

/** Of a report's sections: what is approved, and what is to be known before it is shown to anybody. */
export type ApprovedNow = {
	approved: Approved[];
	/** Of every section. */
	facts: SectionForPublication[];
	/** What the checks find in the approved ones, and what was withdrawn since they took it in (P2). */
	findings: Hinder[];
};

export async function approvedNow(tx: Tx, sections: Section[]): Promise<ApprovedNow> {
	const approved: Approved[] = [];
	const facts: SectionForPublication[] = [];
	const findings: Hinder[] = [];
	for (const section of sections) {
		const content = await approvedContent(tx, section);
		if (content) {
			approved.push({ section, approved: content });
			const at = { sectionId: section.id, key: section.key, title: section.title };
			const overridden = await overriddenIn(tx, section);
			findings.push(...findingHinders(at, content.content, overridden));
			findings.push(...(await withdrawnHinders(tx, at, content.content)));
		}
		facts.push(publicationFacts(section, content));
	}
	return { approved, facts, findings };
}

/** What the report says, of its approved sections alone (P1). */
export async function approvedBody(
	tx: Tx,
	report: Report,
	approved: Approved[]
): Promise<EditionBody> {
	const municipality = await getMunicipality(tx, report.municipalityId);
	const authority = await getAuthority(tx, report.authorityId);
	const sender = await getSender(tx, report.municipalityId);
	return {
		// Absent for the kind that there was first, so that the hashes of its editions stay.
		...(report.kind === 'barnbokslut' ? {} : { kind: report.kind, meta: report.meta }),
		title: report.title,
		municipality: municipality?.name ?? '',
		authority: authority?.name ?? '',
		reportYear: report.reportYear,
		...(sender === null ? {} : { sender }),
		chapters: chaptersOf(approved),
		sections: approved.map((a) => ({ ...a.approved, chapterKey: a.section.chapterKey })),
		images: await imagesOf(tx, approved)
	};
}

function chaptersOf(approved: Approved[]): EditionModel['chapters'] {
	const chapters = new Map(
		approved.map(({ section: s }) => [
			s.chapterKey,
			{ key: s.chapterKey, number: s.chapterNumber, title: s.chapterTitle }
		])
	);
	return [...chapters.values()];
}

async function imagesOf(tx: Tx, approved: Approved[]): Promise<EditionModel['images']> {
	const images: EditionModel['images'] = {};
	for (const id of approved.flatMap((a) => imageIds(a.approved.content.doc))) {
		const image = await getImage(tx, id);
		if (image)
			images[id] = {
				type: image.type,
				width: image.width,
				height: image.height,
				sha256: image.sha256
			};
	}
	return images;
}
