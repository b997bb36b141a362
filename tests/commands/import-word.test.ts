import type { DocNode } from '#core/publication.ts';
import { areaTableNode } from '#core/area-nodes.ts';
import { docJson, loadDoc } from '#schema/content.ts';
import { imageIds, plainText } from '#schema/text.ts';
import type { App } from '#server/app.ts';
import { people, type DemoPersonKey } from '#server/demo/people.ts';
import { listAudit } from '#server/store/audit.ts';
import { getImage } from '#server/store/editions.ts';
import { readHistory } from '#server/store/history.ts';
import { documentBytes } from '#server/store/log.ts';
import { listDepartments } from '#server/store/organisation.ts';
import { listSections, setShares } from '#server/store/sections.ts';
import { writersSinceApproval } from '#server/store/writers.ts';
import { expect, onTestFinished, test } from 'vitest';
import { by, must, refusalOf, sectionNow, submitNow } from '../support/act.ts';
import { demoApp } from '../support/app.ts';
import { connect, until } from '../support/client.ts';
import { actorFor } from '../support/actors.ts';
import { sectionId, startServer } from '../support/server.ts';

const p = (text: string): DocNode => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const PNG = Buffer.from(
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
	'base64'
);
const picture = (image: string): DocNode => ({
	type: 'picture',
	attrs: { image, alt: 'En punkt', caption: '' }
});

async function docOf(app: App, id: string): Promise<DocNode> {
	const section = await sectionNow(app, id);
	return docJson(loadDoc((await app.read((tx) => documentBytes(tx, section))).parts));
}

/** Blocks for a section, with what is seen of it now. */
async function into(app: App, id: string, blocks: DocNode[]) {
	const { epoch, seq } = await sectionNow(app, id);
	return { sectionId: id, epoch, seq, blocks };
}

async function desk() {
	const app = await demoApp();
	const [education, safety, social] = await Promise.all(
		['figures.education', 'figures.safety', 'figures.economy'].map((key) => sectionId(app, key))
	);
	const { reportId } = await sectionNow(app, education ?? '');
	const put = (
		who: DemoPersonKey,
		sections: Awaited<ReturnType<typeof into>>[],
		images: { id: string; bytes: Uint8Array }[] = []
	) =>
		app.commands.importWord({
			by: by(who),
			reportId,
			fileName: 'utkast.docx',
			into: sections,
			images
		});
	return {
		app,
		reportId,
		put,
		education: education ?? '',
		safety: safety ?? '',
		social: social ?? ''
	};
}

test('[Y7] what a person chose goes behind what stands there, as written by them, with one line of audit', async () => {
	const { app, reportId, put, education, safety } = await desk();
	const [before, other] = [await docOf(app, education), await docOf(app, safety)];
	const plan = areaTableNode('plan', '', [
		{ id: 'a1', title: 'Trygg väg', measures: [{ id: 'm1', text: 'Gångbana' }] }
	]);
	const done = must(
		await put(
			'coordinator',
			[
				await into(app, education, [p('Ur filen.'), picture('word-1')]),
				await into(app, safety, [plan])
			],
			[
				{ id: 'word-1', bytes: PNG },
				{ id: 'word-2', bytes: PNG }
			]
		)
	);
	expect(done.images).toBe(1);
	const after = await docOf(app, education);
	expect(after.content?.slice(0, -2)).toEqual(before.content);
	expect(plainText(after).endsWith('Ur filen.')).toBe(true);
	expect((await docOf(app, safety)).content?.slice(0, -1)).toEqual(other.content);
	const id = imageIds(after).at(-1) ?? '';
	const section = await sectionNow(app, education);
	const facts = await app.read(async (tx) => ({
		image: await getImage(tx, id),
		history: await readHistory(tx, section),
		writers: await writersSinceApproval(tx, section),
		audit: await listAudit(tx, reportId)
	}));
	expect(facts.image).toMatchObject({
		reportId,
		type: 'image/png',
		addedBy: people.coordinator.id
	});
	expect(facts.history.at(-1)?.personId).toBe(people.coordinator.id);
	expect(facts.writers).toContain(people.coordinator.id);
	expect(facts.audit.filter(({ act }) => act === 'word.import')).toMatchObject([
		{
			personId: people.coordinator.id,
			detail: {
				fileName: 'utkast.docx',
				images: 1,
				sections: [{ sectionId: education }, { sectionId: safety }]
			}
		}
	]);
	expect(facts.audit.filter(({ act }) => act === 'image.add')).toEqual([]);
});

test('[Y7] of an empty section nothing stays, and of one with words everything', async () => {
	const { app, put, reportId } = await desk();
	const all = await app.read((tx) => listSections(tx, reportId));
	const docs = await Promise.all(all.map(async ({ id }) => ({ id, doc: await docOf(app, id) })));
	const empty = docs.find(({ doc }) => JSON.stringify(doc.content) === '[{"type":"paragraph"}]');
	expect(empty).toBeDefined();
	must(await put('coordinator', [await into(app, empty?.id ?? '', [p('Först.')])]));
	expect((await docOf(app, empty?.id ?? '')).content).toEqual([p('Först.')]);
	must(await put('coordinator', [await into(app, empty?.id ?? '', [p('Sedan.')])]));
	expect((await docOf(app, empty?.id ?? '')).content).toEqual([p('Först.'), p('Sedan.')]);
});

test('[Y7] [S3] [S10] a locked section, a text that moved or a right that lacks refuses all of it, and nothing is half done', async () => {
	const { app, put, education, safety, social, reportId } = await desk();
	const image = [{ id: 'word-1', bytes: PNG }];
	const before = await app.read((tx) => listAudit(tx, reportId));
	const same = async (refused: Awaited<ReturnType<typeof put>>, code: string, docs: DocNode[]) => {
		expect(refusalOf(refused).code).toBe(code);
		expect(await docOf(app, education)).toEqual(docs[0]);
		expect(await docOf(app, safety)).toEqual(docs[1]);
		const imported = (await app.read((tx) => listAudit(tx, reportId))).filter(
			({ act }) => act === 'word.import'
		);
		expect(imported).toEqual([]);
	};
	const docs = [await docOf(app, education), await docOf(app, safety)];
	const good = await into(app, education, [p('A'), picture('word-1')]);
	const ask = await into(app, safety, [p('B')]);

	await same(await put('coordinator', [good, { ...ask, seq: ask.seq - 1 }], image), 'moved', docs);
	await same(
		await put('coordinator', [good, { ...ask, epoch: ask.epoch + 1 }], image),
		'otherEpoch',
		docs
	);
	await same(
		await put('coordinator', [good, { ...ask, blocks: [{ type: 'script' }] }], image),
		'malformed',
		docs
	);
	const evil = {
		...p('x'),
		content: [
			{ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href: 'javascript:1' } }] }
		]
	};
	await same(
		await put('coordinator', [good, { ...ask, blocks: [evil] }], image),
		'malformed',
		docs
	);
	await same(
		await put('coordinator', [good], [{ id: 'word-1', bytes: PNG.subarray(0, 40) }]),
		'invalid',
		docs
	);
	await same(await put('coordinator', [], image), 'invalid', docs);
	// Somebody else's section, beside their own.
	await same(
		await put('education', [good, await into(app, social, [p('C')])], image),
		'forbidden',
		docs
	);
	await same(await put('councilMember', [good]), 'notFound', docs);

	must(await submitNow(app, 'coordinator', safety));
	const locked = await into(app, safety, [p('B')]);
	await same(await put('coordinator', [good, locked], image), 'locked', docs);
	expect((await app.read((tx) => listAudit(tx, reportId))).length).toBe(before.length + 1);
});

test('[A3] [Y7] who may change their own rows only puts nothing in from a file', async () => {
	const { app, put, social } = await desk();
	const section = await sectionNow(app, social);
	const departments = await app.read((tx) => listDepartments(tx, section.municipalityId));
	const writer = await actorFor(app, 'education');
	const own = departments.find(({ id }) =>
		writer.grants.some((g) => g.role === 'writer' && g.departmentId === id)
	);
	await app.read((tx) => setShares(tx, section, [own?.id ?? ''], [own?.id ?? '']));
	expect(refusalOf(await put('education', [await into(app, social, [p('C')])]))).toEqual({
		code: 'forbidden',
		why: 'notYourRow'
	});
});

test('[Y7] [W7] whoever writes in the section sees it come, and writes on', async () => {
	const server = await startServer();
	onTestFinished(() => server.close());
	const { app } = server;
	const id = await sectionId(app, 'figures.education');
	const client = await connect(server, id, 'education');
	onTestFinished(() => client.destroy());
	client.type('Jag skriver. ');
	const { reportId, seq } = await sectionNow(app, id);
	await until(async () => (await sectionNow(app, id)).seq > seq, 'what was typed');
	must(
		await app.commands.importWord({
			by: by('coordinator'),
			reportId,
			fileName: 'utkast.docx',
			into: [await into(app, id, [p('Ur filen.')])],
			images: []
		})
	);
	await until(() => client.text().includes('Ur filen.'), 'what came');
	client.type('Och vidare. ');
	await until(async () => plainText(await docOf(app, id)).includes('Och vidare. '), 'the rest');
	const text = plainText(await docOf(app, id));
	expect(text.split('Ur filen.')).toHaveLength(2);
	expect(text).toContain('Och vidare. Jag skriver. ');
});
