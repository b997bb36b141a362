import type { DocNode } from '#core/publication.ts';
import { seedUpdate } from '#schema/content.ts';
import type { App } from '#server/app.ts';
import { departments, municipality, people } from '#server/demo/people.ts';
import { insertImage } from '#server/store/editions.ts';
import { listNotices } from '#server/store/notices.ts';
import { loadActor } from '#server/store/people.ts';
import { image as imageTable } from '#server/store/schema.ts';
import { pictures } from '../export/support/pictures.ts';
import { must, sectionNow } from '../support/act.ts';
import { DEPARTMENTS, ELSEWHERE, personId } from './actors.ts';
import { addJob, addKey, link } from './beside.ts';
import { addFigures } from './figures.ts';
import { WORDS } from './secrets.ts';

/** One thing of every kind that a door may be asked about. */
export type Furniture = {
	late: string;
	/** A comment's thread, the comment, and an open suggestion. */
	thread: string;
	comment: string;
	suggestion: string;
	preview: string;
	/** Shown by the preview. */
	previewImage: string;
	/** Of the report, in no edition. */
	image: string;
	/** In an edition of another report. */
	publishedImage: string;
	indicator: string;
	group: string;
	figureNotice: string;
	template: string;
	/** Of the writer. */
	notice: string;
	department: string;
	/** The tokens of links to an account of somebody who has no role. */
	invitation: string;
	reset: string;
	/** A key of the coordinator's, by its id. */
	token: string;
	/** A fetch that waits. */
	job: string;
	/** Somebody of the municipality, without a role in it. */
	person: string;
};

export const paragraph = (text: string): DocNode => ({
	type: 'paragraph',
	content: [{ type: 'text', text }]
});

export const picture = (image: string): DocNode => ({
	type: 'picture',
	attrs: { image, alt: 'En tom bild', caption: '' }
});

const by = personId('coordinator');
const home = municipality.id;

type At = {
	report: string;
	section: string;
	/** Another section of the report, which a preview shows. */
	approved: string;
	elsewhere: string;
};

/** Puts one thing of every kind into the report, by the people whose it is. */
export async function furnish(
	app: App,
	at: At
): Promise<{ ids: Furniture; theirs: Partial<Furniture> }> {
	await nameSecretly(app, at);
	await write(app, at.report, at.section, WORDS.text);
	const late = await keepLate(app, at.section, personId('writer'), WORDS.late);
	const said = await comment(app, at.section, WORDS.comment);
	await image(app, at.elsewhere, 'walk-published-image');
	const images = await approvedPart(app, at);
	const shown = await readsAs(app);
	const preview = await release(app, at.report);
	const review = must(await app.views.review(shown, { sectionId: at.section }));
	const suggestion = review.threads.find((t) => t.kind === 'suggestion');
	const thread = review.threads.find((t) => t.id === said);
	const notices = await app.read((tx) => listNotices(tx, personId('writer'), 100));
	await app.commands.testMail({ by: personId('administrator'), origin: app.origin, sends: false });
	const theirLate = await keepLate(
		app,
		`${ELSEWHERE.id}-plan`,
		personId('writerElsewhere'),
		'Något annat'
	);
	return {
		ids: {
			late,
			thread: said,
			comment: thread?.comments[0]?.id ?? '',
			suggestion: suggestion?.id ?? '',
			preview,
			...images,
			publishedImage: 'walk-published-image',
			...(await addFigures(app)),
			template: must(
				await app.commands.copyTemplate({
					by,
					from: { template: 'barnbokslut' },
					title: WORDS.template
				})
			).templateId,
			notice: notices[0]?.id ?? '',
			department: departments[0]?.id ?? '',
			token: await addKey(app),
			job: await addJob(app),
			invitation: await link(app, 'invitation'),
			reset: await link(app, 'passwordReset'),
			person: personId('none')
		},
		theirs: { late: theirLate, department: DEPARTMENTS.sharedElsewhere.id }
	};
}

const readsAs = async (app: App) => app.read(async (tx) => (await loadActor(tx, by)) ?? null);

/** Titles that stand nowhere else, and the departments that the section is shared with. */
async function nameSecretly(app: App, { report, section }: At): Promise<void> {
	const { version } = await sectionNow(app, section);
	const { shared, rows, sharedElsewhere } = DEPARTMENTS;
	must(
		await app.commands.changeSection({
			by,
			sectionId: section,
			version,
			title: WORDS.sectionTitle,
			sharedWith: [shared.id, rows.id, sharedElsewhere.id],
			rowsOnly: [rows.id]
		})
	);
	const { report: about } = must(
		await app.views.aboutReport(await readsAs(app), { reportId: report })
	);
	must(
		await app.commands.saveReportMeta({
			by,
			reportId: report,
			seen: { title: about.title, meta: about.meta },
			title: WORDS.reportTitle,
			meta: {}
		})
	);
}

/** Words of the section's own writer behind what stands there. */
async function write(app: App, reportId: string, id: string, text: string): Promise<void> {
	const { epoch, seq } = await sectionNow(app, id);
	must(
		await app.commands.importWord({
			by: personId('writer'),
			reportId,
			fileName: 'walk.docx',
			into: [{ sectionId: id, epoch, seq, blocks: [paragraph(text)] }],
			images: []
		})
	);
}

async function keepLate(app: App, id: string, author: string, text: string): Promise<string> {
	const { epoch } = await sectionNow(app, id);
	const kept = must(
		await app.commands.keepLate({
			by: author,
			sectionId: id,
			epoch,
			baseSeq: 1,
			why: 'deleted',
			lock: null,
			bytes: seedUpdate({ type: 'doc', content: [paragraph(text)] }),
			text
		})
	);
	return kept.lateId ?? '';
}

async function comment(app: App, id: string, text: string): Promise<string> {
	const { epoch } = await sectionNow(app, id);
	const mentions = [personId('writer')];
	const asked = { by, sectionId: id, epoch, anchor: null, mustMeet: false, text, mentions };
	return must(await app.commands.startThread(asked)).threadId;
}

async function image(app: App, reportId: string, id: string): Promise<void> {
	await app.read((tx) =>
		insertImage(tx, {
			id,
			municipalityId: home,
			reportId,
			type: 'image/png',
			width: 1,
			height: 1,
			sha256: '0'.repeat(64),
			bytes: Buffer.from(pictures.png),
			addedBy: people.deputy.id,
			addedAt: 1
		})
	);
}

/** An approved section of the report with a picture and words that a preview shows. */
async function approvedPart(
	app: App,
	{ report: reportId, approved: id }: At
): Promise<{ image: string; previewImage: string }> {
	const writer = people.culture.id;
	const added = must(await app.commands.addImage({ by: writer, reportId, bytes: pictures.png }));
	const { epoch, seq, state } = await sectionNow(app, id);
	if (state !== 'draft')
		must(await app.commands.reopenSection({ by, sectionId: id, reason: 'En bild' }));
	const blocks = [paragraph(WORDS.approvedText), picture('bild')];
	const images = [{ id: 'bild', bytes: pictures.png }];
	const into = [{ sectionId: id, epoch, seq, blocks }];
	must(await app.commands.importWord({ by: writer, reportId, fileName: 'b.docx', into, images }));
	const now = await sectionNow(app, id);
	const { hash } = must(
		await app.commands.submitSection({ by: writer, sectionId: id, seenSeq: now.seq })
	);
	must(await app.commands.approveSection({ by, sectionId: id, hash }));
	const stored = await app.read(async (tx) => tx.db.select().from(imageTable).all());
	const shown = stored.find((one) => one.reportId === reportId && one.id !== added.id);
	return { image: added.id, previewImage: shown?.id ?? '' };
}

async function release(app: App, reportId: string): Promise<string> {
	const { next } = must(await app.views.previews(await readsAs(app), { reportId }));
	const readers = [personId('councilMember')];
	const asked = { by, reportId, hash: next.hash, readers, message: WORDS.preview };
	return must(await app.commands.releasePreview(asked)).previewId;
}
