import {
	FILE_FORMS,
	FILES,
	formAddress,
	FORMS,
	readFormName,
	readLatestName
} from '#core/forms.ts';
import { people } from '#server/demo/people.ts';
import {
	findEdition,
	getEditionFile,
	insertEdition,
	insertEditionFile,
	listEditionFiles
} from '#server/store/editions.ts';
import { startWorld, type World } from './world.ts';
import { handle } from '../../src/hooks.server.ts';
import { match as isForm } from '../../src/params/form.ts';
import { match as isLatest } from '../../src/params/latest.ts';
import { GET } from '../../src/routes/(read)/r/[slug]/v/[file=form]/+server.ts';
import { GET as latest } from '../../src/routes/(read)/r/[latest=latest]/+server.ts';
import type { RequestEvent } from '@sveltejs/kit';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** The files of the demo's edition, through the real hook and the real handlers. */

const SLUG = 'barnbokslut-2022';
let world: World;
beforeAll(async () => {
	world = await startWorld();
});
afterAll(() => world.close());

async function get(
	path: string,
	params: Record<string, string>,
	headers: Record<string, string> = {}
): Promise<Response> {
	(globalThis as Record<symbol, unknown>)[Symbol.for('barnbokslut')] = world.app;
	const url = new URL(`${world.app.origin}${path}`);
	const event = {
		request: new Request(url, { headers }),
		url,
		params,
		route: { id: '/(read)/r/[slug]/v/[file=form]' },
		locals: {},
		cookies: { get: () => undefined }
	} as unknown as RequestEvent;
	const handler = 'latest' in params ? latest : GET;
	return handle({ event, resolve: async (resolved) => handler(resolved as never) });
}
const file = (name: string, headers?: Record<string, string>) =>
	get(`/r/${SLUG}/v/${name}`, { slug: SLUG, file: name }, headers);

test('[P4] every form has an address of its own, which is no page’s', () => {
	for (const form of FILES) {
		const name = formAddress(SLUG, 12, form).split('/').at(-1) ?? '';
		expect(readFormName(name)).toEqual({ number: 12, form });
		expect(isForm(name)).toBe(true);
		expect(isLatest(SLUG + FILE_FORMS[form].suffix)).toBe(true);
		expect(readLatestName(SLUG + FILE_FORMS[form].suffix)).toEqual({ slug: SLUG, form });
	}
	for (const page of ['1', '12', '99999', 'x', SLUG, 'barnbokslut-2022-2']) {
		expect(isForm(page), page).toBe(false);
		expect(isLatest(page), page).toBe(false);
	}
	for (const name of ['0.pdf', '01.pdf', '1.exe', '1pdf', '.pdf', '1.pdf.pdf', '1-x.pdf'])
		expect(readFormName(name), name).toBeNull();
	for (const name of ['.pdf', 'a.b.pdf', 'Å.pdf', 'x.exe'])
		expect(readLatestName(name), name).toBeNull();
});

test('[P4] forms that are not made yet are made for who asks first, once for all who do', async () => {
	const kept = () =>
		world.app.read(async (tx) => {
			const edition = await findEdition(tx, SLUG, 1);
			return edition ? (await listEditionFiles(tx, edition.id)).map(({ form }) => form) : [];
		});
	expect(await kept()).toEqual(['html']);
	const answers = await Promise.all(['1.json', '1.zip', '1.html', '1.json'].map((n) => file(n)));
	expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
	expect((await kept()).sort()).toEqual([...FORMS].sort());
});

test('[P4] a file is what was kept, with its name, type, size and hash', async () => {
	const answer = await file('1.json');
	const bytes = Buffer.from(await answer.arrayBuffer());
	expect(answer.status).toBe(200);
	const kept = await world.app.read(async (tx) => {
		const edition = await findEdition(tx, SLUG, 1);
		return edition ? getEditionFile(tx, edition.id, 'json') : undefined;
	});
	expect(bytes.equals(kept?.bytes ?? Buffer.alloc(0))).toBe(true);
	const hash = createHash('sha256').update(bytes).digest('hex');
	expect(Object.fromEntries(answer.headers)).toMatchObject({
		etag: `"${hash}"`,
		'content-type': 'application/json',
		'content-length': String(bytes.length),
		'content-disposition': `inline; filename="${SLUG}-utgava-1.json"`,
		'cache-control': 'public, max-age=0, must-revalidate',
		'x-content-type-options': 'nosniff'
	});
	expect(answer.headers.get('set-cookie')).toBeNull();
});

test('[P5] every file lets a browser do no more than it needs', async () => {
	for (const form of FILES) {
		const answer = await file(`1${FILE_FORMS[form].suffix}`);
		expect([form, answer.status]).toEqual([form, 200]);
		const policy = answer.headers.get('content-security-policy') ?? '';
		expect(policy).toMatch(/^default-src 'none';/);
		expect(policy).toContain("frame-ancestors 'none'");
		if (form === 'offline') expect(policy).toMatch(/style-src 'sha256-[^']{44}';/);
		expect(policy).not.toMatch(/script-src|\*|https?:/);
		const saved = ['docx', 'figures', 'measures', 'zip'].includes(form);
		expect(answer.headers.get('content-disposition')).toMatch(saved ? /^attachment/ : /^inline/);
		expect(answer.headers.get('content-type')).toBe(FILE_FORMS[form].type);
		await answer.body?.cancel();
	}
});

test('[P2] a copy is asked for again at the price of a 304', async () => {
	const etag = (await file('1.csv')).headers.get('etag') ?? '';
	for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
		const again = await file('1.csv', { 'if-none-match': known });
		expect([again.status, again.headers.get('etag'), await again.text()]).toEqual([304, etag, '']);
	}
	expect((await file('1.csv', { 'if-none-match': '"other"' })).status).toBe(200);
});

test('[A8] an edition or a report that is not there is 404, on a page in Swedish', async () => {
	for (const [name, params] of [
		['2.csv', { slug: SLUG, file: '2.csv' }],
		['1.csv', { slug: 'finns-inte', file: '1.csv' }],
		['1.exe', { slug: SLUG, file: '1.exe' }],
		['x.csv', { latest: 'finns-inte.csv' }],
		['x.exe', { latest: `${SLUG}.exe` }]
	] as const) {
		const answer = await get(`/r/${name}`, params, { 'accept-language': 'en' });
		expect(answer.status).toBe(404);
		expect(await answer.text()).toContain('<h1>Sidan finns inte</h1>');
	}
});

test('[P2] the newest edition’s file is found without its number', async () => {
	const answer = await get(`/r/${SLUG}-atgarder.csv`, { latest: `${SLUG}-atgarder.csv` }).catch(
		(thrown: unknown) => thrown as { status: number; location: string }
	);
	expect(answer).toMatchObject({ status: 307, location: `/r/${SLUG}/v/1-atgarder.csv` });
});

test('[P2] bytes that are not what was published are not sent', async () => {
	await world.app.read(async (tx) => {
		const edition = await findEdition(tx, SLUG, 1);
		if (!edition) throw new Error('the demo has no edition');
		await insertEdition(tx, { ...edition, id: 'other', slug: 'bytt' });
		await insertEditionFile(tx, {
			municipalityId: edition.municipalityId,
			editionId: 'other',
			form: 'json',
			hash: createHash('sha256').update('{}').digest('hex'),
			bytes: Buffer.from('{"edition":"bytt"}')
		});
	});
	await expect(get('/r/bytt/v/1.json', { slug: 'bytt', file: '1.json' })).rejects.toThrow(
		'is not what was published'
	);
});

test('[P2] a form that was taken back is 410, and the page says why', async () => {
	const edition = await world.app.read((tx) => findEdition(tx, SLUG, 1));
	const reason = 'Tabell 3 visar uppgifter om <ett> barn.';
	const done = await world.app.commands.withdrawForms({
		by: people.coordinator.id,
		editionId: edition?.id ?? '',
		forms: ['measures'],
		reason
	});
	expect(done.ok).toBe(true);
	for (const name of ['1-atgarder.csv', '1.zip']) {
		const answer = await file(name, { 'accept-language': 'en' });
		const page = await answer.text();
		expect(answer.status).toBe(410);
		expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
		expect(page).toContain('lang="sv"');
		expect(page).toContain('Det här formatet är återtaget');
		expect(page).toContain('Skäl: Tabell 3 visar uppgifter om &lt;ett&gt; barn.');
		expect(page).toContain(`href="/r/${SLUG}/v/1"`);
	}
	expect((await file('1.csv')).status).toBe(200);
});
