import {
	readyToPublish,
	type ApprovedSection,
	type Decision,
	type EditionModel,
	type SectionForPublication
} from '#core/publication.ts';
import { findingHinders } from '#core/checks.ts';
import { ok, refuse, type Hinder } from '#core/result.ts';
import { canonicalJson, sha256Hex } from '#schema/content.ts';
import { publicationFacts } from '#schema/publication-facts.ts';
import { imageIds } from '#schema/text.ts';
import { approvedContent } from '#server/store/approved-content.ts';
import {
	getImage,
	insertEdition,
	insertEditionFile,
	newestEditionNumber
} from '#server/store/editions.ts';
import { getAuthority, getMunicipality } from '#server/store/organisation.ts';
import { overriddenIn } from '#server/store/overrides.ts';
import { listSections, type Section } from '#server/store/sections.ts';
import type { Tx } from '#server/store/store.ts';
import { audit, reportFor, type Command } from './context.ts';

type Approved = { section: Section; approved: ApprovedSection };

/**
 * P1: makes an edition from approved content alone, in one transaction. The text of the edition is
 * the stored canonical JSON that was hashed at submission; a Y.Doc is not read (P3).
 */
export const publishReport: Command<
	{ by: string; reportId: string; decision: Decision; note: string },
	{ editionId: string; slug: string; number: number; hash: string }
> = async (tx, input, context) => {
	const found = await reportFor(tx, input.by, 'report.publish', input.reportId);
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
		}
		facts.push(publicationFacts(section, content));
	}
	const decision = trimmed(input.decision);
	const ready = readyToPublish(facts, decision, findings);
	if (!ready.ok) return ready;
	const number = (await newestEditionNumber(tx, report.id)) + 1;
	const note = input.note.trim();
	if (number > 1 && note === '') return refuse({ code: 'reasonNeeded' });

	const municipality = await getMunicipality(tx, report.municipalityId);
	const authority = await getAuthority(tx, report.authorityId);
	const model: EditionModel = {
		format: 1,
		title: report.title,
		municipality: municipality?.name ?? '',
		authority: authority?.name ?? '',
		reportYear: report.reportYear,
		number,
		slug: report.slug,
		publishedAt: context.now,
		note,
		decision,
		chapters: chaptersOf(approved),
		sections: approved.map((a) => ({ ...a.approved, chapterKey: a.section.chapterKey })),
		images: await imagesOf(tx, approved)
	};
	const json = canonicalJson(model);
	const hash = sha256Hex(json);
	const editionId = context.newId();
	await insertEdition(tx, {
		id: editionId,
		municipalityId: report.municipalityId,
		reportId: report.id,
		slug: report.slug,
		number,
		title: report.title,
		reportYear: report.reportYear,
		hash,
		model: json,
		publishedBy: actor.personId,
		publishedAt: context.now
	});
	const html = context.renderEdition(model);
	await insertEditionFile(tx, {
		municipalityId: report.municipalityId,
		editionId,
		form: 'html',
		hash: sha256Hex(html),
		bytes: Buffer.from(html, 'utf8')
	});
	await audit(tx, actor, context, {
		act: 'report.publish',
		reportId: report.id,
		hash,
		reason: note === '' ? null : note,
		detail: { editionId, number, decision }
	});
	return ok({ editionId, slug: report.slug, number, hash });
};

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
