import type { EditionModel } from '#core/publication.ts';
import { looksFor, partLooksFor, readQuery } from '#core/search.ts';
import { ok } from '#core/result.ts';
import { canonicalJson, sha256Hex } from '#schema/content.ts';
import type { App } from '#server/app.ts';
import { editionHtml } from '#server/export/edition-html.ts';
import { indexEdition } from '#server/commands/index-edition.ts';
import { findEdition, getEditionFile, insertEdition } from '#server/store/editions.ts';
import {
	allPassages,
	findPassages,
	hasPassages,
	passageTexts,
	type Passage
} from '#server/store/passages.ts';
import { passage, passageText } from '#server/store/schema.ts';
import { openStore, type Tx } from '#server/store/store.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { by, must, publishPlain } from '../support/act.ts';
import { demoApp } from '../support/app.ts';
import { seed } from './contract.ts';

const SLUG = 'barnbokslut-2022';

const publishedOf = async (app: App) => {
	const edition = await app.read((tx) => findEdition(tx, SLUG, null));
	if (!edition) throw new Error('the demo has no edition');
	return { ...edition, whole: JSON.parse(edition.model) as EditionModel };
};
const passagesOf = async (app: App, editionId: string): Promise<Passage[]> =>
	app.read(async (tx) =>
		[...(await allPassages(tx)).values()].filter((one) => one.editionId === editionId)
	);

/** The keys of the sections that a query finds. */
async function found(tx: Tx, typed: string, parts = false): Promise<string[]> {
	const query = readQuery(typed);
	const looks = parts ? partLooksFor(query) : looksFor(query);
	const all = await allPassages(tx);
	const [first] = looks?.all ?? [];
	if (!first) return [];
	return [...(await findPassages(tx, first)).keys()].map((id) => all.get(id)?.sectionKey ?? '');
}

test('[P8] [P1] an edition is known to search when it is published, section by section, at its anchors', async () => {
	const app = await demoApp();
	const edition = await publishedOf(app);
	const passages = await passagesOf(app, edition.id);
	expect(passages.map((one) => one.sectionKey)).toEqual(
		edition.whole.sections.map(({ content }) => content.key)
	);
	const html = editionHtml(edition.whole);
	for (const { anchor } of passages) expect(html).toContain(`id="${anchor}"`);
	for (const [i, { content }] of edition.whole.sections.entries())
		expect(passages[i]).toMatchObject({
			title: content.title,
			number: content.number,
			department: content.department,
			articles: content.articles
		});
});

test('[P8] every kind of word that readers meet is found: tables, sentences, captions, quotations', async () => {
	const app = await demoApp();
	const { id, whole } = await publishedOf(app);
	const passages = await passagesOf(app, id);
	const texts = await app.read((tx) =>
		passageTexts(
			tx,
			passages.map((one) => one.id)
		)
	);
	const textOf = (key: string) => {
		const one = passages.find((p) => p.sectionKey === key);
		return texts.get(one?.id ?? 0) ?? '';
	};
	for (const { content } of whole.sections)
		for (const indicatorId of new Set(
			JSON.stringify(content.doc)
				.match(/"indicator":"[^"]+"/g)
				?.map((m) => m.slice(13, -1)) ?? []
		)) {
			const fixed = content.figures[indicatorId];
			expect(textOf(content.key)).toContain(fixed?.figures.indicator.title);
		}
	const economy = whole.sections.find(({ content }) => content.key === 'figures.economy');
	const [figure] = Object.values(economy?.content.figures ?? {});
	expect(textOf('figures.economy')).toContain(figure?.sentence.replace(/\s+/g, ' '));
	// A quotation's source, and two cells of one row of a table.
	expect(textOf('units.social')).toContain('Ungdom, 16 år, i en intervju');
	expect([...texts.values()].join('\n')).toMatch(/\p{L} · \p{L}/u);
});

test('[P8] an edition from before is completed, and a completed one is not indexed twice', async () => {
	const app = await demoApp();
	const { whole, ...edition } = await publishedOf(app);
	const model = { ...whole, slug: 'tidigare', number: 1 };
	const json = canonicalJson(model);
	const hash = sha256Hex(json);
	// As it lay there before search was.
	await app.read((tx) =>
		insertEdition(tx, { ...edition, id: 'old', slug: 'tidigare', model: json, hash })
	);
	expect(await app.read((tx) => hasPassages(tx, 'old'))).toBe(false);
	for (let i = 0; i < 2; i++)
		must(await app.commands.completeEdition({ editionId: 'old', hash, forms: [] }));
	expect(await passagesOf(app, 'old')).toHaveLength(whole.sections.length);
	expect(await app.read((tx) => getEditionFile(tx, 'old', 'html'))).toBeUndefined();
});

test('[P8] an edition that has every form and no passages is completed without its forms being made', async () => {
	const { openPublishing } = await import('#server/publishing/service.ts');
	const { FORMS } = await import('#core/forms.ts');
	const app = await demoApp();
	const { whole, ...edition } = await publishedOf(app);
	const json = canonicalJson({ ...whole, slug: 'tidigare' });
	const hash = sha256Hex(json);
	const { insertEditionFile } = await import('#server/store/editions.ts');
	await app.read(async (tx) => {
		await insertEdition(tx, { ...edition, id: 'old', slug: 'tidigare', model: json, hash });
		for (const form of FORMS)
			await insertEditionFile(tx, {
				municipalityId: edition.municipalityId,
				editionId: 'old',
				form,
				hash: sha256Hex(form),
				bytes: Buffer.from(form)
			});
	});
	let made = 0;
	const publishing = openPublishing({
		clock: () => 0,
		origin: '',
		read: (work) => app.read(work),
		publishReport: (input) => app.commands.publishReport(input),
		completeEdition: (input) => app.commands.completeEdition(input),
		makeForms: async () => {
			made += 1;
			return { ok: true, forms: [] };
		}
	});
	await publishing.complete('old');
	expect(await app.read((tx) => hasPassages(tx, 'old'))).toBe(true);
	expect(made).toBe(0);
});

test('[P1] [P8] a publication that is refused leaves nothing for search', async () => {
	const app = await demoApp();
	const { reportId } = await publishedOf(app);
	const before = await app.read(async (tx) => (await allPassages(tx)).size);
	const decision = {
		body: 'Kommunfullmäktige',
		date: '2024-02-30',
		paragraph: '§ 1',
		registryNumber: 'KS 1'
	};
	const refused = await publishPlain(app, {
		by: by('coordinator'),
		reportId,
		decision,
		note: 'Rättat'
	});
	expect(refused.ok).toBe(false);
	expect(await app.read(async (tx) => (await allPassages(tx)).size)).toBe(before);
});

test('[P2] what search knows of an edition never changes', async () => {
	const app = await demoApp();
	for (const change of [
		(tx: Tx) => tx.db.update(passage).set({ title: 'Annat' }).run(),
		(tx: Tx) => tx.db.delete(passage).run(),
		(tx: Tx) => tx.db.update(passageText).set({ text: '' }).run(),
		(tx: Tx) => tx.db.delete(passageText).run()
	])
		await expect(app.read(async (tx) => change(tx))).rejects.toThrow('a passage never changes');
});

test('[P8] a word finds its forms and the compounds that end with it; å, ä and ö are themselves', async () => {
	const store = openStore({ file: ':memory:', migrations: 'drizzle' });
	onTestFinished(() => store.close());
	const says: Record<string, string> = {
		form: 'Skolorna är öppna.',
		compound: 'På fritidsskolan finns plats.',
		beginning: 'Skolmaten är god.',
		inside: 'Förskolebarnen sover.',
		other: 'Skogen är stor, och barnen är relevanta.',
		dots: 'Ål och al är två ord.',
		phrase: 'Vi ser barn i behov av stöd.'
	};
	await put(store, says);
	await store.read(async (tx) => {
		for (const typed of ['skola', 'skolor', 'skolan', 'SKOLANS'])
			expect([typed, await found(tx, typed)]).toEqual([typed, ['form', 'compound', 'beginning']]);
		expect(await found(tx, 'skola', true)).toEqual(['form', 'compound', 'beginning', 'inside']);
		expect(await found(tx, 'elev')).toEqual([]);
		expect(await found(tx, 'elev', true)).toEqual(['other']);
		expect([await found(tx, 'ål'), await found(tx, 'al')]).toEqual([['dots'], ['dots']]);
		expect(await found(tx, 'åla')).toEqual([]);
		expect(await found(tx, '"barn i behov"')).toEqual(['phrase']);
		expect(await found(tx, '"barn i beho"')).toEqual([]);
		expect(await found(tx, '"behov barn"')).toEqual([]);
	});
});

test('[P8] a word in a title weighs more than in a text, and a word more than the end of a compound', async () => {
	const store = openStore({ file: ':memory:', migrations: 'drizzle' });
	onTestFinished(() => store.close());
	await put(store, {
		tail: 'Kulturskolan och musikskolan är grundskolor.',
		text: 'Alla går i skolan.',
		'title Skolan': 'Om annat.',
		more: 'Skolan är en skola bland skolor.',
		none1: 'Annat.',
		none2: 'Annat.',
		none3: 'Annat.'
	});
	await store.read(async (tx) => {
		const all = await allPassages(tx);
		const [look] = looksFor(readQuery('skola')).all;
		if (!look) throw new Error('nothing to ask');
		const order = [...(await findPassages(tx, look))]
			.sort(([, a], [, b]) => b - a)
			.map(([id]) => all.get(id)?.sectionKey);
		expect(order).toEqual(['title Skolan', 'more', 'text', 'tail']);
	});
});

test('[P8] no typed string makes an error in the index', async () => {
	const store = openStore({ file: ':memory:', migrations: 'drizzle' });
	onTestFinished(() => store.close());
	await put(store, { one: 'Skolan är trygg.' });
	const sign = fc.constantFrom(
		...'" ( ) * - + ^ : { } . , \' ; \\ % _ \0 \ud800 İ ß Å 𝒜 ́ ‍'.split(' '),
		' ',
		'AND ',
		' OR',
		'NOT ',
		'NEAR(',
		'title:',
		'skola',
		"'; DROP TABLE passage; --"
	);
	const typed = fc.oneof(
		fc.string({ maxLength: 200, unit: 'binary' }),
		fc.array(sign, { maxLength: 30 }).map((parts) => parts.join(''))
	);
	await fc.assert(
		fc.asyncProperty(typed, async (text) => {
			await store.read(async (tx) => {
				const query = readQuery(text);
				if (query.terms.length === 0) return;
				for (const looks of [looksFor(query), partLooksFor(query)])
					for (const look of [...(looks?.all ?? []), ...(looks?.none ?? [])])
						await findPassages(tx, look);
			});
		}),
		{ numRuns: 500 }
	);
	expect(await store.read(async (tx) => (await allPassages(tx)).size)).toBe(1);
});

test('[P8] a reading connection beside the writer finds what was just published', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'barnbokslut-passages-'));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	const file = join(folder, 'test.sqlite');
	const writer = openStore({ file, migrations: 'drizzle' });
	onTestFinished(() => writer.close());
	const reader = openStore({ file, migrations: 'drizzle', readonly: true });
	onTestFinished(() => reader.close());
	await put(writer, { one: 'Skolan är trygg.' });
	expect(await reader.read((tx) => found(tx, 'trygghet'))).toEqual(['one']);
	await put(writer, { two: 'Trygga barn.' }, 2);
	expect(await reader.read((tx) => found(tx, 'trygghet'))).toEqual(['one', 'two']);
});

/** An edition with a section for each text; "title X" gives a section its title. */
async function put(
	store: ReturnType<typeof openStore>,
	says: Record<string, string>,
	number = 1
): Promise<void> {
	const section = ([key, text]: [string, string]) => ({
		content: {
			schemaVersion: 1,
			key,
			number: '1',
			title: key.startsWith('title ') ? key.slice(6) : 'Rubrik',
			articles: [],
			department: null,
			counted: [],
			doc: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] },
			figures: {}
		}
	});
	const model = { sections: Object.entries(says).map(section) } as unknown as EditionModel;
	const done = await store.write(async (tx) => {
		if (number === 1) await seed(tx);
		await insertEdition(tx, {
			id: `edition-${number}`,
			municipalityId: 'm',
			reportId: 'r',
			slug: 'r',
			number,
			title: 'R',
			reportYear: 2024,
			hash: '',
			model: '{}',
			publishedBy: 'p',
			publishedAt: number
		});
		const editionId = `edition-${number}`;
		await indexEdition(tx, { municipalityId: 'm', editionId, model });
		return ok(null);
	});
	must(done);
}
