import { docJson, loadDoc } from '#schema/content.ts';
import { plainText } from '#schema/text.ts';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { connect, firstText, lastNote, until, type Client } from '../support/client.ts';
import { mulberry } from '../support/random.ts';
import type { TestServer } from '../support/server.ts';

type Started = {
	child: ChildProcess;
	server: Pick<TestServer, 'ws' | 'origin' | 'cookie' | 'port'>;
	sectionId: string;
};

let folder: string;
let children: ChildProcess[];

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'barnbokslut-kill-'));
	children = [];
});
afterEach(() => {
	for (const child of children) child.kill('SIGKILL');
	rmSync(folder, { recursive: true, force: true });
});

async function start(): Promise<Started> {
	const child = spawn(
		process.execPath,
		['tests/support/sync-process.ts', join(folder, 'test.sqlite'), 'figures.leisure'],
		{ stdio: ['ignore', 'pipe', 'inherit'] }
	);
	children.push(child);
	const line = await new Promise<string>((resolve, reject) => {
		createInterface(child.stdout).once('line', resolve);
		child.once('exit', () => reject(new Error('the server ended at once')));
	});
	const said = JSON.parse(line) as {
		port: number;
		sectionId: string;
		cookies: Record<string, string>;
	};
	return {
		child,
		sectionId: said.sectionId,
		server: {
			port: said.port,
			ws: `ws://localhost:${said.port}/collab`,
			origin: `http://localhost:${said.port}`,
			cookie: async (person) => said.cookies[person] ?? ''
		}
	};
}

const open = (s: Started, person: 'culture' | 'coordinator') =>
	connect(s.server, s.sectionId, person);

const read = (client: Client) => plainText(docJson(loadDoc([stateOf(client)])));
const stateOf = (client: Client) => encode(client.doc);
const { encodeStateAsUpdate: encode } = await import('yjs');

test('[D2] kill -9 in the middle of typing: nothing that another person saw, and nothing acknowledged, is gone', async () => {
	const random = mulberry(9);
	for (let round = 0; round < 4; round++) {
		const first = await start();
		const writer = await open(first, 'culture');
		const reader = await open(first, 'coordinator');
		let typed = 0;
		const typing = setInterval(() => {
			// A letter that says which it is, so that a missing one can be named.
			firstText(writer.doc).insert(0, `<${round}.${typed++}>`);
		}, 2);
		await until(() => (lastNote(writer, 'ack')?.count ?? 0) > 20, 'some work acknowledged');
		await new Promise((resolve) => setTimeout(resolve, random() * 150));
		first.child.kill('SIGKILL');
		await new Promise((resolve) => first.child.once('exit', resolve));
		clearInterval(typing);
		const seen = read(reader).match(/<\d+\.\d+>/g) ?? [];
		const acknowledged = lastNote(writer, 'ack')?.count ?? 0;
		writer.destroy();
		reader.destroy();

		const second = await start();
		const after = await open(second, 'coordinator');
		const text = read(after);
		expect(seen.filter((letter) => !text.includes(letter))).toEqual([]);
		// The first acknowledged message was the answer to sync step 1, the others a letter each.
		for (let n = 0; n < acknowledged - 1; n++) expect(text).toContain(`<${round}.${n}>`);
		expect(seen.length).toBeGreaterThan(10);
		after.destroy();
		second.child.kill('SIGKILL');
		await new Promise((resolve) => second.child.once('exit', resolve));
	}
}, 60_000);
