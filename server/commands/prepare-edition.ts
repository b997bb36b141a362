import type { Actor } from '#core/access.ts';
import {
	readyToPublish,
	type ApprovedSection,
	type Decision,
	type EditionModel,
	type SectionForPublication
} from '#core/publication.ts';
import { findingHinders } from '#core/checks.ts';
import { metaHinders } from '#core/report-kind.ts';
import { ok, refuse, type Hinder, type Result } from '#core/result.ts';
import { canonicalJson, sha256Hex } from '#schema/content.ts';
import { publicationFacts } from '#schema/publication-facts.ts';
import { imageIds } from '#schema/text.ts';
import { approvedContent } from '#server/store/approved-content.ts';
import { getImage, listEditions, newestEditionNumber } from '#server/store/editions.ts';
import { getAuthority, getMunicipality } from '#server/store/organisation.ts';
import { overriddenIn } from '#server/store/overrides.ts';
import { getPerson } from '#server/store/people.ts';
import type { Report } from '#server/store/reports.ts';
import { listSections, type Section } from '#server/store/sections.ts';
import { getSender } from '#server/store/sender.ts';
import type { Tx } from '#server/store/store.ts';
import { reportFor } from './context.ts';
import { withdrawnHinders } from './taken-in.ts';

/** What a person asks for when they publish, and what only the server knows. */
export type EditionAsked = {
	by: string;
	reportId: string;
	decision: Decision;
	/** Why this edition follows another; needed from the second on (P2). */
	note: string;
	/** The number that the person expects it to have; null for whichever comes next (S10). */
	number: number | null;
	/** The time that the edition will bear, in milliseconds since 1970. */
	publishedAt: number;
	/** The public address of the installation, `https://…`; empty when it has none. */
	origin: string;
};

export type PreparedEdition = {
	actor: Actor;
	report: Report;
	model: EditionModel;
	/** Canonical JSON of the model, and its SHA-256. */
	json: string;
	hash: string;
};

type Approved = { section: Section; approved: ApprovedSection };

/**
 * The edition that would be published now (P1): of approved content alone, the stored canonical JSON
 * that was hashed at submission; a Y.Doc is not read (P3). Changes nothing: it is done once to make
 * the forms, and once more in the transaction that stores them.
 */
export async function prepareEdition(
	tx: Tx,
	asked: EditionAsked
): Promise<Result<PreparedEdition>> {
	const found = await reportFor(tx, asked.by, 'report.publish', asked.reportId);
	if (!found.ok) return found;
	const { actor, report } = found.value;
	const sections = await listSections(tx, report.id);
	const facts: SectionForPublication[] = [];
	const findings: Hinder[] = [];
	const approved: Approved[] = [];
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
	const decision = trimmed(asked.decision);
	const ready = readyToPublish(facts, decision, [
		...metaHinders(report.kind, report.meta),
		...findings
	]);
	if (!ready.ok) return ready;
	const number = (await newestEditionNumber(tx, report.id)) + 1;
	if (asked.number !== null && asked.number !== number) return publishedMeanwhile(tx, report.id);
	const note = asked.note.trim();
	if (number > 1 && note === '') return refuse({ code: 'reasonNeeded' });

	const municipality = await getMunicipality(tx, report.municipalityId);
	const authority = await getAuthority(tx, report.authorityId);
	const sender = await getSender(tx, report.municipalityId);
	const model: EditionModel = {
		format: 1,
		// Absent for the kind that there was first, so that the hashes of its editions stay.
		...(report.kind === 'barnbokslut' ? {} : { kind: report.kind, meta: report.meta }),
		title: report.title,
		municipality: municipality?.name ?? '',
		authority: authority?.name ?? '',
		reportYear: report.reportYear,
		number,
		slug: report.slug,
		publishedAt: asked.publishedAt,
		...(asked.origin === '' ? {} : { address: `${asked.origin}/r/${report.slug}/v/${number}` }),
		...(sender === null ? {} : { sender }),
		note,
		decision,
		chapters: chaptersOf(approved),
		sections: approved.map((a) => ({ ...a.approved, chapterKey: a.section.chapterKey })),
		images: await imagesOf(tx, approved)
	};
	const json = canonicalJson(model);
	return ok({ actor, report, model, json, hash: sha256Hex(json) });
}

/** Somebody else has published since the person looked. */
async function publishedMeanwhile(tx: Tx, reportId: string): Promise<Result<never>> {
	const newest = (await listEditions(tx)).find((e) => e.reportId === reportId);
	const by = newest ? ((await getPerson(tx, newest.publishedBy))?.name ?? null) : null;
	const at = newest?.publishedAt ?? null;
	return refuse({ code: 'moved', happened: 'published', by, at });
}

const trimmed = (d: Decision): Decision => ({
	body: d.body.trim(),
	date: d.date.trim(),
	paragraph: d.paragraph.trim(),
	registryNumber: d.registryNumber.trim()
});

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
