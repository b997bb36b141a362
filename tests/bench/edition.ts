import type { EditionModel } from '#core/publication.ts';
import { canonicalJson, sha256Hex } from '#schema/content.ts';
import type { App } from '#server/app.ts';
import { createApp } from '#server/create-app.ts';
import { ok } from '#core/result.ts';
import { openStore } from '#server/store/store.ts';
import { keepForms } from '#server/commands/keep-forms.ts';
import { ensureDemo } from '#server/demo/ensure.ts';
import { people } from '#server/demo/people.ts';
import { makeForms } from '#server/export/forms.ts';
import type { EditionInput } from '#server/export/input.ts';
import { renderPdf } from '#server/export/pdf/render-pdf.ts';
import { printDocument } from '#server/export/print/build.ts';
import { renderDocx } from '#server/export/word/docx.ts';
import { findEdition, insertEdition } from '#server/store/editions.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { launch } from '../e2e/browser.ts';
import { benchCompare } from './edition-compare.ts';
import { benchSearch } from './edition-search.ts';
import { loadNow } from './machine.ts';
import { median, short, spread } from './numbers.ts';
import { serve, serveOurs } from './processes.ts';
import type { SyncOptions } from './sync/field.ts';

/**
 * What an edition costs: its forms, what readers load, search and comparison. The PDF stands beside what
 * Chromium prints of the same page; for the rest there is no rival that does the same.
 */

const PAGES = 30;
const CHARTS = 15;
const LIMITS = { pdfMs: 1000, pdfBytes: 400_000, docxMs: 1000, delayMs: 20, pageBytes: 60_000 };

type Tell = (label: string, words: string, fits: boolean) => void;

/**
 * The demo's edition with charts, of so many pages: sections of text go from its end, or come again under
 * other keys.
 */
async function editionInput(app: App, pages: number): Promise<EditionInput & { pages: number }> {
	const edition = await app.read((tx) => findEdition(tx, 'barnbokslut-2022', null));
	if (!edition) throw new Error('the demo has no edition');
	const model = withHistory(JSON.parse(edition.model) as EditionModel);
	const isText = ({ content }: EditionModel['sections'][number]) =>
		Object.keys(content.figures).length === 0;
	const measured = async () => {
		const input = { model, hash: sha256Hex(canonicalJson(model)), images: {} };
		const made = await renderPdf(printDocument(input), {}, { size: 'normal' });
		if (!made.ok) throw new Error(made.reason);
		return { ...input, pages: made.pages };
	};
	let now = await measured();
	for (
		let last;
		now.pages > pages && (last = model.sections.findLast(isText));
		now = await measured()
	)
		model.sections.splice(model.sections.indexOf(last), 1);
	const texts = model.sections.filter(isText);
	for (let round = 1; now.pages < pages; round += 1, now = await measured())
		model.sections.push(
			...texts.map((s) => ({ ...s, content: { ...s.content, key: `${s.content.key}.${round}` } }))
		);
	return now;
}

/** Every indicator has a number, and four years of it before, made up, so that it is drawn. */
function withHistory(model: EditionModel): EditionModel {
	for (const { content } of model.sections)
		for (const { figures } of Object.values(content.figures)) {
			const whole = figures.values.some((v) => v.series === 'own' && v.breakdown === '');
			const part = figures.values.find((v) => v.series === 'own' && v.status === 'value');
			if (!whole && part) figures.values.push({ ...part, breakdown: '' });
			const own = figures.values.filter(
				(v) => v.series === 'own' && v.breakdown === '' && /^\d{4}(-|$)/.test(v.period)
			);
			const [last] = own.toSorted((a, b) => b.period.localeCompare(a.period));
			if (!last || last.status !== 'value') continue;
			const known = new Set(own.map(({ period }) => period));
			for (const back of [1, 2, 3, 4]) {
				const period = `${Number(last.period.slice(0, 4)) - back}${last.period.slice(4)}`;
				if (known.has(period)) continue;
				figures.values.push({ ...last, period, value: Number(last.value) * (1 + back / 40) });
			}
		}
	return model;
}

async function timed(times: number, work: () => Promise<unknown>): Promise<number[]> {
	const spent: number[] = [];
	for (let i = 0; i <= times; i += 1) {
		const begun = performance.now();
		await work();
		// The first one is also the compiler's.
		if (i > 0) spent.push(performance.now() - begun);
	}
	return spent;
}

const kB = (bytes: number): string => `${(bytes / 1000).toFixed(0)} kB`;

export async function benchEdition(options: SyncOptions): Promise<boolean> {
	const times = options.repetitions ?? (options.quick ? 1 : 5);
	const folder = mkdtempSync(join(tmpdir(), 'barnbokslut-edition-'));
	const file = join(folder, 'barnbokslut.sqlite');
	const app = await createApp({
		file,
		migrations: resolve('drizzle'),
		origin: 'http://localhost'
	});
	let isOpen = true;
	let good = true;
	const tell: Tell = (label, words, fits) => {
		good &&= fits;
		console.log(`${label.padEnd(44)} ${words}${fits ? '' : '   OVER ITS LIMIT'}`);
	};
	try {
		await ensureDemo(app);
		const input = await editionInput(app, PAGES);
		const doc = printDocument(input);
		const charts = doc.parts.flatMap(
			({ blocks }) => JSON.stringify(blocks).match(/"kind":"chart"/g) ?? []
		).length;
		console.log(`\nAn edition of ${input.pages} pages with ${charts} charts (${loadNow()})`);
		if (charts < CHARTS) throw new Error(`too few charts: ${charts}`);

		let bytes = 0;
		const pdf = await timed(times, async () => {
			const made = await renderPdf(printDocument(input), {}, { size: 'normal' });
			if (made.ok) bytes = made.bytes.length;
		});
		tell(
			'PDF, tagged and for the archive, ms',
			`${spread(pdf)}, ${kB(bytes)}`,
			median(pdf) <= LIMITS.pdfMs && bytes <= LIMITS.pdfBytes
		);
		const chromium = await chromiumPdf(times);
		tell(
			'… the same report printed by Chromium, ms',
			`${spread(chromium.ms)}, ${kB(chromium.bytes)} (started before; no archive form)`,
			true
		);
		console.log(`${'… ours / Chromium'.padEnd(44)} ${short(median(pdf) / median(chromium.ms))}`);
		const docx = await timed(times, async () => {
			bytes = (await renderDocx(printDocument(input), {})).length;
		});
		tell('Word, ms', `${spread(docx)}, ${kB(bytes)}`, median(docx) <= LIMITS.docxMs);
		await publishing(app, Math.min(times, 3), tell);
		await app.close();
		isOpen = false;
		await keepEdition(file, input);
		await readersPage(folder, tell);
	} finally {
		if (isOpen) await app.close();
		rmSync(folder, { recursive: true, force: true });
	}
	good = (await benchSearch()) && good;
	good = (await benchCompare()) && good;
	return good;
}

/** What Chromium makes of the reader's page: no rival knows archive forms, this one comes nearest. */
async function chromiumPdf(times: number): Promise<{ ms: number[]; bytes: number }> {
	const ours = await serveOurs();
	const browser = await launch();
	try {
		const page = await browser.newPage();
		await page.goto(`${ours.base}/r/barnbokslut-2022`, { waitUntil: 'load' });
		let bytes = 0;
		const ms = await timed(times, async () => {
			bytes = (await page.pdf({ format: 'A4', tagged: true, outline: true })).length;
		});
		return { ms, bytes };
	} finally {
		await browser.close();
		await ours.stop();
	}
}

/** Publishes for real, all forms, while the event loop is watched: people write meanwhile. */
async function publishing(app: App, times: number, tell: Tell): Promise<void> {
	const edition = await app.read((tx) => findEdition(tx, 'barnbokslut-2022', null));
	const decision = {
		body: 'Kommunfullmäktige',
		date: '2023-06-19',
		paragraph: '§ 87',
		registryNumber: 'KS 2023/0123'
	};
	const idle = monitorEventLoopDelay({ resolution: 1 });
	idle.enable();
	await new Promise((done) => setTimeout(done, 1000));
	idle.disable();
	const spent: number[] = [];
	const worst: number[] = [];
	for (let i = 0; i < times; i += 1) {
		const loop = monitorEventLoopDelay({ resolution: 1 });
		loop.enable();
		const begun = performance.now();
		const done = await app.publishing.publish({
			by: people.coordinator.id,
			reportId: edition?.reportId ?? '',
			decision,
			note: `Mätning ${i}`,
			number: null
		});
		spent.push(performance.now() - begun);
		loop.disable();
		if (!done.ok) throw new Error(JSON.stringify(done.refusal));
		worst.push(loop.max / 1e6);
	}
	tell('all forms made and published, ms', spread(spent), true);
	tell(
		'event loop held up meanwhile at most, ms',
		`${spread(worst)} (at rest on this machine ${short(idle.max / 1e6)})`,
		median(worst) <= LIMITS.delayMs
	);
}

const SLUG = 'matning';

/** Puts the edition beside the demo's, as if it had been published. */
async function keepEdition(file: string, { model, images }: EditionInput): Promise<void> {
	const own = { ...model, slug: SLUG };
	const json = canonicalJson(own);
	const hash = sha256Hex(json);
	const made = await makeForms({ model: own, hash, images });
	if (!made.ok) throw new Error(JSON.stringify(made.problems));
	const store = openStore({ file, migrations: resolve('drizzle') });
	await store.write(async (tx) => {
		const demo = await findEdition(tx, 'barnbokslut-2022', 1);
		if (!demo) throw new Error('the demo has no edition');
		await insertEdition(tx, { ...demo, id: SLUG, slug: SLUG, number: 1, model: json, hash });
		const { municipalityId } = demo;
		await keepForms(tx, { municipalityId, editionId: SLUG }, made.forms);
		return ok(null);
	});
	store.close();
}

/** What a reader's browser is sent, packed as the server packs it. */
async function readersPage(folder: string, tell: Tell): Promise<void> {
	const served = await serve('server/main.ts', { DATA_DIR: folder, PORT: '0' });
	const browser = await launch();
	try {
		const page = await browser.newPage();
		const sent: Promise<{ kind: string; bytes: number }>[] = [];
		page.on('requestfinished', (request) =>
			sent.push(
				request.sizes().then(({ responseBodySize, responseHeadersSize }) => ({
					kind: request.resourceType(),
					bytes: responseBodySize + responseHeadersSize
				}))
			)
		);
		await page.goto(`${served.base}/r/${SLUG}`, { waitUntil: 'networkidle' });
		const all = await Promise.all(sent);
		const total = all.reduce((sum, { bytes }) => sum + bytes, 0);
		const scripts = all.filter(({ kind }) => kind === 'script').length;
		tell(
			'reader’s page with its font on the wire',
			`${(total / 1000).toFixed(1)} kB in ${all.length} answers with their heads, ${scripts} scripts: ` +
				all.map(({ kind, bytes }) => `${kind} ${(bytes / 1000).toFixed(1)}`).join(', '),
			total <= LIMITS.pageBytes && scripts === 0
		);
	} finally {
		await browser.close();
		await served.stop();
	}
}
