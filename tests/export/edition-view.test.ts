import type { EditionModel } from '#core/publication.ts';
import { canonicalJson, sha256Hex } from '#schema/content.ts';
import type { App } from '#server/app.ts';
import { renderEdition } from '#server/export/index.ts';
import { findEdition, insertEdition, insertEditionFile } from '#server/store/editions.ts';
import { insertLogo } from '#server/store/sender.ts';
import { listReports } from '#server/store/reports.ts';
import { expect, test } from 'vitest';
import { by, must, publishPlain, refusalOf } from '../support/act.ts';
import { demoApp } from '../support/app.ts';

const SLUG = 'barnbokslut-2022';

const read = (app: App, number: number | null) => app.views.edition(null, { slug: SLUG, number });

async function publishedOf(app: App) {
	const edition = await app.read((tx) => findEdition(tx, SLUG, null));
	if (!edition) throw new Error('the demo has no edition');
	return edition;
}

/** Publishes the same approved sections once more. */
async function publishAgain(app: App, note: string) {
	const reports = await app.read((tx) => listReports(tx, 'demo-exempelkommun'));
	const report = reports.find((r) => r.slug === SLUG);
	const decision = {
		body: 'Kommunfullmäktige',
		date: '2023-09-25',
		paragraph: '§ 112',
		registryNumber: 'KS 2023/0123'
	};
	must(
		await publishPlain(app, {
			by: by('coordinator'),
			reportId: report?.id ?? '',
			decision,
			note
		})
	);
}

/** Puts an edition of its own beside the demo's, as if it had been published. */
async function insertOther(app: App, over: Partial<EditionModel>, html: string, hash: string) {
	const edition = await publishedOf(app);
	const model: EditionModel = { ...(JSON.parse(edition.model) as EditionModel), ...over };
	const json = canonicalJson(model);
	await app.read(async (tx) => {
		await insertEdition(tx, {
			...edition,
			id: 'other',
			slug: model.slug,
			number: model.number,
			hash: sha256Hex(json),
			model: json
		});
		await insertEditionFile(tx, {
			municipalityId: edition.municipalityId,
			editionId: 'other',
			form: 'html',
			hash,
			bytes: Buffer.from(html)
		});
	});
}

test('[P3] anyone reads the kept HTML, and it is what the model gives', async () => {
	const app = await demoApp();
	const page = must(await read(app, null));
	expect(page.html).toBe(renderEdition(JSON.parse((await publishedOf(app)).model) as EditionModel));
	expect(page).toMatchObject({ slug: SLUG, number: 1, municipality: 'Exempelkommun' });
	expect(page.editions).toHaveLength(1);
	expect(must(await read(app, 1)).html).toBe(page.html);
});

test('[P2] a newer edition tells why it is there, and the older one stays at its address', async () => {
	const app = await demoApp();
	const first = must(await read(app, 1)).html;
	await publishAgain(app, 'Rättat ett årtal');
	expect(must(await read(app, 1)).html).toBe(first);
	const newest = must(await read(app, null));
	expect(newest.number).toBe(2);
	expect(newest.editions.map(({ number, note }) => [number, note])).toEqual([
		[2, 'Rättat ett årtal'],
		[1, '']
	]);
	expect(newest.html).toContain('Rättat ett årtal');
});

test('[A8] an edition that is not there is not found', async () => {
	const app = await demoApp();
	expect(refusalOf(await read(app, 2))).toEqual({ code: 'notFound' });
	expect(refusalOf(await app.views.edition(null, { slug: 'annan', number: null }))).toEqual({
		code: 'notFound'
	});
});

test('[P2] HTML that is not what was kept is not shown', async () => {
	const app = await demoApp();
	await insertOther(app, { slug: 'bytt', number: 1 }, '<p>bytt</p>', sha256Hex('<p>kept</p>'));
	await expect(app.views.edition(null, { slug: 'bytt', number: 1 })).rejects.toThrow(
		'is not what was published'
	);
});

test('[A8] a picture is shown by the editions that hold it, and by no other', async () => {
	const app = await demoApp();
	const edition = await publishedOf(app);
	const png = Buffer.from(
		'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
		'base64'
	);
	const added = must(
		await app.commands.addImage({
			by: by('coordinator'),
			reportId: edition.reportId,
			bytes: new Uint8Array(png)
		})
	);
	const image = { type: 'image/png', width: 1, height: 1, sha256: '' };
	await insertOther(app, { slug: 'med-bild', images: { [added.id]: image } }, '', sha256Hex(''));
	const ask = (slug: string, imageId: string) =>
		app.views.editionImage(null, { slug, number: 1, imageId });
	const shown = must(await ask('med-bild', added.id));
	expect(shown.type).toBe('image/png');
	expect(Buffer.from(shown.bytes).equals(png)).toBe(true);
	for (const [slug, id] of [
		[SLUG, added.id],
		['med-bild', 'annan'],
		['med-bild', 'constructor'],
		['borta', added.id]
	] as const)
		expect(refusalOf(await ask(slug, id)), `${slug} ${id}`).toEqual({ code: 'notFound' });

	// By its own address too, for anybody.
	const alone = () => app.views.image(null, { imageId: added.id });
	expect(must(await alone()).published).toBe(true);

	// With its page a picture goes, and says why; the mark of the sender too.
	must(
		await app.commands.withdrawForms({
			by: by('coordinator'),
			editionId: 'other',
			forms: ['html'],
			reason: 'Ett barn syntes.'
		})
	);
	expect(refusalOf(await alone())).toEqual({ code: 'notFound' });
	expect(refusalOf(await ask('med-bild', added.id))).toMatchObject({
		code: 'withdrawn',
		reason: 'Ett barn syntes.'
	});
});

test('[P2] the mark of the sender is the edition’s own, and no other of the municipality’s', async () => {
	const app = await demoApp();
	const { municipalityId } = await publishedOf(app);
	const mark = { type: 'image/png' as const, width: 1, height: 1, sha256: 'ab' };
	const kept = {
		bytes: Buffer.from('x'),
		addedBy: by('administrator'),
		addedAt: 0,
		municipalityId
	};
	for (const id of ['old', 'new']) await app.read((tx) => insertLogo(tx, { id, ...mark, ...kept }));
	const contact = { unit: '', email: '', phone: '', web: '' };
	const sender = { accent: '', logo: { id: 'old', ...mark, alt: 'Märke' }, contact };
	await insertOther(app, { slug: 'med-logotyp', sender }, '', sha256Hex(''));
	const ask = (imageId: string) =>
		app.views.editionImage(null, { slug: 'med-logotyp', number: 1, imageId });
	expect(Buffer.from(must(await ask('old')).bytes).toString()).toBe('x');
	expect(refusalOf(await ask('new'))).toEqual({ code: 'notFound' });
});
