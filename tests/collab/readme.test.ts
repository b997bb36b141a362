import { people } from '#server/demo/people.ts';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { until } from '../support/client.ts';
import { sectionId } from '../support/server.ts';
import { eachWithServer } from '../support/sockets.ts';
import { CLOSES } from '#collab/closes.ts';

const readme = readFileSync('server/collab/README.md', 'utf8');
const world = eachWithServer();

test('[W1] the script of the README follows a section as another program would', async () => {
	const script = /```js\n(.*?)```/s.exec(readme)?.[1] ?? '';
	expect(script.trim().split('\n').length).toBeLessThan(14);
	const { server } = world;
	const id = await sectionId(server.app, 'units.culture');
	// Beside the tests, where its imports are found.
	const file = `tests/collab/follow-${process.pid}.mjs`;
	await writeFile(file, script);
	const child = spawn(process.execPath, [file, server.origin, id, await server.cookie('culture')], {
		stdio: ['ignore', 'pipe', 'ignore']
	});
	let printed = '';
	child.stdout.on('data', (data: Buffer) => (printed += data.toString()));
	try {
		const writer = await world.join(id, 'coordinator');
		await until(() => printed.includes('<paragraph>'), 'the text');
		writer.type(`${people.coordinator.name} skriver `);
		await until(() => printed.includes('skriver '), 'the change');
	} finally {
		child.kill();
		await rm(file);
	}
});

test('[W11] every close code stands in the README', () => {
	for (const { code } of Object.values(CLOSES)) expect(readme).toContain(String(code));
});
