import { BROUGHT } from '#core/answer-headers.ts';
import { password, people } from '#server/demo/people.ts';
import type { RequestEvent } from '@sveltejs/kit';
import { expect, test } from 'vitest';
import { handle } from '../../src/hooks.server.ts';
import { GET } from '../../src/routes/(work)/images/[id]/+server.ts';
import { pictures } from '../export/support/pictures.ts';
import { by, must, refusalOf } from '../support/act.ts';
import { demoApp } from '../support/app.ts';
import { reportId } from '../support/look.ts';

/** Files that are two things at once. */

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const HTML = '<!doctype html><script>alert(document.domain)</script>';
const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';

test('[O9] what is no picture of ours is not taken for one: SVG, HTML, and pages that begin as a picture', async () => {
	const app = await demoApp();
	const report = await reportId(app, 2023);
	for (const file of [
		SVG,
		`<?xml version="1.0"?>${SVG}`,
		`\uFEFF${SVG}`,
		HTML,
		`GIF89a/*${HTML}*/=1;`,
		`BM${HTML}`,
		`\u0089PNG\r\n\u001a\n${HTML}`,
		`RIFF\u0000\u0000\u0000\u0000WEBP${HTML}`,
		'%PDF-1.7',
		''
	])
		expect([
			file.slice(0, 20),
			refusalOf(
				await app.commands.addImage({ by: by('coordinator'), reportId: report, bytes: bytes(file) })
			)
		]).toEqual([
			file.slice(0, 20),
			{ code: 'invalid', problems: [{ field: 'file', problem: 'image' }] }
		]);
});

test('[O9] a picture with a page behind it is sent as a picture, and as a page it may do nothing', async () => {
	const app = await demoApp();
	const both = Buffer.concat([pictures.png, bytes(HTML)]);
	const added = await app.commands.addImage({
		by: by('coordinator'),
		reportId: await reportId(app, 2023),
		bytes: both
	});
	const { id } = must(added);
	const { cookie } = must(await app.accounts.signIn(people.coordinator.email, password));
	(globalThis as Record<symbol, unknown>)[Symbol.for('barnbokslut')] = app;
	const url = new URL(`${app.origin}/images/${id}`);
	const headers = { cookie: cookie.split(';')[0] ?? '' };
	const event = {
		request: new Request(url, { headers }),
		url,
		params: { id },
		route: { id: '/(work)/images/[id]' },
		locals: {},
		cookies: { get: () => undefined }
	} as unknown as RequestEvent;
	const answer = await handle({ event, resolve: async (e) => GET(e as never) });
	expect(answer.status).toBe(200);
	expect(answer.headers.get('content-type')).toBe('image/png');
	expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
	expect(answer.headers.get('content-security-policy')).toBe(BROUGHT);
	expect(BROUGHT).toMatch(/default-src 'none'.*; sandbox$/);
});
