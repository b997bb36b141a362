import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { codingFor, packed } from '../../src/packed.ts';

const WORDS = '<p>Barnen har fått det bättre.</p>'.repeat(200);

const asked = (accepted: string | null): Request =>
	new Request('https://exempel.se/r/a', {
		headers: accepted === null ? {} : { 'accept-encoding': accepted }
	});
const answer = (
	body: string | null,
	headers: Record<string, string> = {},
	status = 200
): Response =>
	new Response(body, {
		status,
		headers: { 'content-type': 'text/html', etag: '"abc"', ...headers }
	});

test('[P5] a page is packed as its reader can unpack it, with a tag of its own', async () => {
	for (const [accepted, coding, unpack] of [
		['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
		['gzip;q=0.5', 'gzip', gunzipSync]
	] as const) {
		const response = await packed(asked(accepted), answer(WORDS));
		expect(response.headers.get('content-encoding')).toBe(coding);
		expect(response.headers.get('etag')).toBe(`"abc-${coding}"`);
		expect(response.headers.get('vary')).toBe('accept-encoding');
		const bytes = Buffer.from(await response.arrayBuffer());
		expect(response.headers.get('content-length')).toBe(String(bytes.length));
		expect(bytes.length).toBeLessThan(WORDS.length / 10);
		expect(unpack(bytes).toString('utf8')).toBe(WORDS);
	}
});

test('[P5] one that asks for no packing is sent the page, and told that it varies', async () => {
	for (const accepted of [null, 'identity', 'br;q=0, gzip;q=0', 'deflate']) {
		const response = await packed(asked(accepted), answer(WORDS));
		expect(response.headers.get('content-encoding')).toBeNull();
		expect(response.headers.get('vary')).toBe('accept-encoding');
		expect(await response.text()).toBe(WORDS);
	}
	expect(codingFor('*')).toBe('br');
	expect(codingFor('br;q=0, *')).toBe('gzip');
});

test('[P5] files, pictures, what is small, packed already or no answer stay as they are', async () => {
	for (const response of [
		answer(WORDS, { 'content-disposition': 'attachment' }),
		answer(WORDS, { 'content-type': 'image/png' }),
		answer(WORDS, { 'content-encoding': 'br' }),
		answer(WORDS, {}, 404),
		answer(null, {}, 304),
		answer('<p>Kort.</p>')
	]) {
		const { status } = response;
		const coding = response.headers.get('content-encoding');
		const kept = await packed(asked('br'), response);
		expect(kept.status).toBe(status);
		expect(kept.headers.get('content-encoding')).toBe(coding);
		expect(kept.headers.get('etag')).toBe('"abc"');
	}
});
