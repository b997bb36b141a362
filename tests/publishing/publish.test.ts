import { FORMS, type MadeForm } from '#core/forms.ts';
import type { EditionModel } from '#core/publication.ts';
import { canonicalJson, sha256Hex } from '#schema/content.ts';
import type { App } from '#server/app.ts';
import { keepForms } from '#server/commands/keep-forms.ts';
import { makeForms, type FormsMade } from '#server/export/forms.ts';
import { lackingEditions } from '#server/publishing/lacking.ts';
import { openPublishing, type Publishing } from '#server/publishing/service.ts';
import {
	findEdition,
	getEditionFile,
	insertEdition,
	listEditionFiles,
	listEditions
} from '#server/store/editions.ts';
import { listReports } from '#server/store/reports.ts';
import { formsInProcess, type FormsAsked } from '#server/publishing/forms-process.ts';
import { listSections } from '#server/store/sections.ts';
import { sql } from 'drizzle-orm';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { by, must, refusalOf } from '../support/act.ts';
import { demoApp } from '../support/app.ts';

const decision = {
	body: 'Kommunfullmäktige',
	date: '2023-09-25',
	paragraph: '§ 112',
	registryNumber: 'KS 2023/0123'
};

const NOW = Date.UTC(2023, 8, 26, 8);

/** The real service with the real transaction; only how the forms are made is given. */
function service(app: App, make: Parameters<typeof openPublishing>[0]['makeForms']): Publishing {
	return openPublishing({
		clock: () => NOW,
		origin: 'https://barnbokslut.example',
		read: (work) => app.read(work),
		publishReport: (input) => app.commands.publishReport(input),
		completeEdition: (input) => app.commands.completeEdition(input),
		...(make ? { makeForms: make } : {})
	});
}

const reportOf = async (app: App) => {
	const reports = await app.read((tx) => listReports(tx, 'demo-exempelkommun'));
	const report = reports.find((r) => r.reportYear === 2022);
	if (!report) throw new Error('no report');
	return report.id;
};
const editionsOf = (app: App) => app.read((tx) => listEditions(tx));

/** Two forms, at once: what is tested is when they are made and kept, not how they look. */
const plain = async ({ input }: FormsAsked): Promise<FormsMade> => ({
	ok: true,
	forms: [
		{ form: 'html', bytes: Buffer.from(`<p>${input.hash}</p>`) },
		{ form: 'json', bytes: Buffer.from(input.hash) }
	] satisfies MadeForm[]
});

const asked = async (app: App, over: { note?: string; number?: number | null } = {}) => ({
	by: by('coordinator'),
	reportId: await reportOf(app),
	decision,
	note: 'Rättat ett årtal',
	number: null,
	...over
});

test('[P1] an edition comes with all its forms, and says where and when it was published', async () => {
	const app = await demoApp();
	const done = must(await service(app, plain).publish(await asked(app, { number: 2 })));
	const edition = await app.read((tx) => findEdition(tx, done.slug, 2));
	const model = JSON.parse(edition?.model ?? '{}') as EditionModel;
	expect(model).toMatchObject({
		publishedAt: NOW,
		address: 'https://barnbokslut.example/r/barnbokslut-2022/v/2'
	});
	const files = await app.read((tx) => listEditionFiles(tx, done.editionId));
	expect(files.map(({ form, size }) => [form, size])).toEqual([
		['html', 71],
		['json', 64]
	]);
});

test('[P1] what changes while the forms are made is not published, and nothing is kept', async () => {
	const app = await demoApp();
	const reportId = await reportOf(app);
	const [first] = await app.read((tx) => listSections(tx, reportId));
	const sectionId = first?.id ?? '';
	const publishing = service(app, async (input) => {
		must(
			await app.commands.reopenSection({ by: by('coordinator'), sectionId, reason: 'Ett fel till' })
		);
		return plain(input);
	});
	expect(refusalOf(await publishing.publish(await asked(app)))).toMatchObject({
		code: 'notReady',
		hinders: [{ what: 'sectionNotApproved', sectionId }]
	});
	expect(await editionsOf(app)).toHaveLength(1);
});

test('[S10] two who publish the same number at the same second: one edition, and the other is told by whom', async () => {
	const app = await demoApp();
	const one = service(app, plain);
	const other = service(app, plain);
	const input = await asked(app, { number: 2 });
	const answers = await Promise.all([
		one.publish(input),
		other.publish({ ...input, by: by('deputy') })
	]);
	const refused = answers.filter((a) => !a.ok);
	expect(refused).toHaveLength(1);
	expect(refused.map(refusalOf)).toMatchObject([{ code: 'moved', happened: 'published', at: NOW }]);
	expect((await editionsOf(app)).map((e) => e.number)).toEqual([2, 1]);
	// Who comes later with the number that they saw is told as well, before anything is made.
	const late = refusalOf(await one.publish(input));
	expect(late).toMatchObject({ code: 'moved', happened: 'published' });
});

test('[P1] a block that cannot be printed hinders, and is named by its section', async () => {
	const app = await demoApp();
	const publishing = service(app, async () => ({
		ok: false,
		forms: [],
		problems: [
			{ section: { key: 'voices', title: 'Röster' }, problem: 'sign', excerpt: 'Hej' },
			{ section: null, problem: 'size', excerpt: '' }
		]
	}));
	const refusal = refusalOf(await publishing.publish(await asked(app)));
	if (refusal.code !== 'notReady') throw new Error(refusal.code);
	const reportId = await reportOf(app);
	const sections = await app.read((tx) => listSections(tx, reportId));
	const sectionId = sections.find((s) => s.key === 'voices')?.id;
	expect(refusal.hinders).toEqual([
		{
			what: 'unprintable',
			sectionId,
			key: 'voices',
			title: 'Röster',
			problem: 'sign',
			excerpt: 'Hej'
		},
		{ what: 'unprintable', sectionId: '', key: '', title: '', problem: 'size', excerpt: '' }
	]);
	expect(await editionsOf(app)).toHaveLength(1);
});

test('[P1] [D5] a disk that fills in the middle leaves no part of an edition, and the next try succeeds', async () => {
	const app = await demoApp();
	const large = async (input: FormsAsked): Promise<FormsMade> => {
		const made = await plain(input);
		return made.ok
			? { ok: true, forms: [...made.forms, { form: 'pdf', bytes: new Uint8Array(4_000_000) }] }
			: made;
	};
	const publishing = service(app, large);
	const counts = () =>
		app.read(async (tx) =>
			tx.db.get(
				sql`select (select count(*) from edition) as editions, (select count(*) from edition_file) as files, (select count(*) from audit_event) as acts`
			)
		);
	const before = await counts();
	const pages = await app.read(async (tx) =>
		tx.db.get<{ page_count: number }>('PRAGMA page_count')
	);
	await app.read(async (tx) => tx.db.get(`PRAGMA max_page_count = ${pages.page_count + 100}`));
	const full = await publishing.publish(await asked(app)).catch((error: unknown) => error);
	expect(full).toMatchObject({ ok: false, refusal: { code: 'notSaved' } });
	expect(await counts()).toEqual(before);
	await app.read(async (tx) => tx.db.get('PRAGMA max_page_count = 1000000'));
	expect(must(await publishing.publish(await asked(app))).number).toBe(2);
});

test('[P2] an edition that lacks forms is given them once; those it had stay as they were', async () => {
	const app = await demoApp();
	const [edition] = await editionsOf(app);
	const id = edition?.id ?? '';
	const [kept] = await app.read((tx) => listEditionFiles(tx, id));
	let made = 0;
	const publishing = service(app, async ({ input }) => {
		made += 1;
		return {
			ok: true,
			forms: FORMS.map((form) => ({ form, bytes: Buffer.from(form + input.hash) }))
		};
	});
	await Promise.all([publishing.complete(id), publishing.complete(id)]);
	const files = await app.read((tx) => listEditionFiles(tx, id));
	expect(files.find(({ form }) => form === 'html')).toEqual(kept);
	expect(files.map(({ form }) => form).sort()).toEqual([...FORMS].sort());
	expect(made).toBe(1);
});

test('[P1] what waits to be published is bounded', async () => {
	const app = await demoApp();
	const gate = Promise.withResolvers<null>();
	const publishing = service(app, async (input) => {
		await gate.promise;
		return plain(input);
	});
	const input = await asked(app);
	const all = Array.from({ length: 12 }, () => publishing.publish(input));
	const last = refusalOf((await all.at(-1)) ?? { ok: true, value: null });
	expect(last).toEqual({ code: 'tooFast' });
	gate.resolve(null);
	await Promise.all(all);
});

test('[O5] at the program’s end nobody waits for forms, and nothing of them is kept', async () => {
	const app = await demoApp();
	const publishing = service(app, formsInProcess);
	const [edition] = await editionsOf(app);
	const before = await app.read((tx) => listEditionFiles(tx, edition?.id ?? ''));
	const input = await asked(app);
	const completing = publishing.complete(edition?.id ?? '');
	const asking = publishing.publish(input);
	await publishing.close();
	await completing;
	expect(refusalOf(await asking)).toEqual({ code: 'notSaved' });
	expect(await app.read((tx) => listEditionFiles(tx, edition?.id ?? ''))).toEqual(before);
	expect(refusalOf(await publishing.publish(input))).toEqual({ code: 'notSaved' });
	expect(await editionsOf(app)).toHaveLength(1);
});

/** The demo's edition in other words, as an older program would have published it. */
async function olderEdition(app: App, change: (json: string) => string, kept: MadeForm[]) {
	const newest = await app.read((tx) => findEdition(tx, 'barnbokslut-2022', null));
	if (!newest) throw new Error('no edition');
	const model = JSON.parse(change(newest.model)) as EditionModel;
	const json = canonicalJson({ ...model, number: 2 });
	await app.read(async (tx) => {
		await insertEdition(tx, {
			...newest,
			id: 'older',
			number: 2,
			model: json,
			hash: sha256Hex(json)
		});
		await keepForms(tx, { municipalityId: newest.municipalityId, editionId: 'older' }, kept);
	});
}

test('[P2] [P7] the archive of an edition that is completed holds the bytes that were kept before', async () => {
	const app = await demoApp();
	const kept = Buffer.from('som det var då');
	await olderEdition(app, (json) => json, [{ form: 'figures', bytes: kept }]);
	await service(app, ({ input, kept }) => makeForms(input, kept)).complete('older');
	const zip = await app.read((tx) => getEditionFile(tx, 'older', 'zip'));
	const held = Object.values(unzipSync(new Uint8Array(zip?.bytes ?? [])));
	expect(held.some((bytes) => kept.equals(bytes))).toBe(true);
	const files = await app.read((tx) => listEditionFiles(tx, 'older'));
	expect(files.map(({ form }) => form).sort()).toEqual([...FORMS].sort());
});

test('[P2] an old edition that cannot be printed is given its other forms, and the next one all of them', async () => {
	const app = await demoApp();
	await olderEdition(app, (json) => json.replaceAll('kulturskolan', 'kulturskolan \u{1f600}'), []);
	const publishing = service(app, ({ input, kept }) => makeForms(input, kept));
	const lacking = await app.read(lackingEditions);
	const completed = [];
	for (const { editionId } of lacking) completed.push(await publishing.complete(editionId));
	expect(lacking.map(({ editionId }) => editionId)[0]).toBe('older');
	expect(refusalOf(completed[0] ?? { ok: true, value: null })).toMatchObject({
		code: 'notReady',
		hinders: expect.arrayContaining([
			expect.objectContaining({ what: 'unprintable', problem: 'sign', key: 'summary.plain' })
		]) as unknown
	});
	const formsOf = async (id: string) =>
		(await app.read((tx) => listEditionFiles(tx, id))).map(({ form }) => form).sort();
	expect(await formsOf('older')).toEqual(['figures', 'html', 'json', 'measures', 'offline']);
	const first = (await editionsOf(app)).find((e) => e.number === 1);
	expect(await formsOf(first?.id ?? '')).toEqual([...FORMS].sort());
});

test('[W11] text that is too much for its process harms no other: publishing is refused, and says so', async () => {
	const app = await demoApp();
	const input = await asked(app);
	const never = new AbortController().signal;
	for (const [limits, problem] of [
		[{ ms: 60_000, heapMb: 16 }, 'refused'],
		[{ ms: 1, heapMb: 1024 }, 'size']
	] as const) {
		const publishing = service(app, (forms) => formsInProcess(forms, never, limits));
		expect(refusalOf(await publishing.publish(input))).toMatchObject({
			code: 'notReady',
			hinders: [{ what: 'unprintable', problem, sectionId: '' }]
		});
	}
	expect(await editionsOf(app)).toHaveLength(1);
	expect(must(await service(app, formsInProcess).publish(input)).number).toBe(2);
});

test('[P1] forms of another model than the one that would be published are not stored', async () => {
	const app = await demoApp();
	const publishing = service(app, async (forms) => {
		// Nothing hinders the publication now, but the edition would say another sender than its forms.
		must(
			await app.commands.saveSender({
				by: by('coordinator'),
				seenAt: 0,
				input: {
					accent: '',
					logoAlt: '',
					unit: 'Barnrättsenheten',
					email: '',
					phone: '',
					web: ''
				},
				logo: 'keep'
			})
		);
		return plain(forms);
	});
	expect(refusalOf(await publishing.publish(await asked(app)))).toMatchObject({ code: 'moved' });
	expect(await editionsOf(app)).toHaveLength(1);
});

test('[P2] a form that is kept is not kept again, whatever it is given', async () => {
	const app = await demoApp();
	const [edition] = await editionsOf(app);
	const { id: editionId = '', hash = '' } = edition ?? {};
	const before = await app.read((tx) => listEditionFiles(tx, editionId));
	const forms: MadeForm[] = [
		{ form: 'html', bytes: Buffer.from('annat') },
		{ form: 'json', bytes: Buffer.from('nytt') }
	];
	must(await app.commands.completeEdition({ editionId, hash, forms }));
	const after = await app.read((tx) => listEditionFiles(tx, editionId));
	expect(after.filter(({ form }) => form === 'html')).toEqual(before);
	expect(after.map(({ form }) => form).sort()).toEqual(['html', 'json']);
	const other = { editionId, hash: sha256Hex(''), forms: [] };
	expect(refusalOf(await app.commands.completeEdition(other))).toEqual({ code: 'notFound' });
});
