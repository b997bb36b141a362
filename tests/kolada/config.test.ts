import { readConfig } from '#server/config.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

test('[O5] the source’s address is an address, or the start says what to do', () => {
	const folder = mkdtempSync(join(tmpdir(), 'barnbokslut-'));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	const read = (url?: string) =>
		readConfig({ DATA_DIR: folder, ...(url === undefined ? {} : { KOLADA_URL: url }) }).koladaUrl;
	expect(read()).toBe('https://api.kolada.se/v3');
	expect(read('http://127.0.0.1:8080/v3/')).toBe('http://127.0.0.1:8080/v3');
	for (const bad of ['', 'kolada', 'file:///etc', 'https://me:word@kolada.se', 'https://a.se/?x=1'])
		expect(() => read(bad), bad).toThrow(/^KOLADA_URL is ".*": set it to an address such as/);
});
