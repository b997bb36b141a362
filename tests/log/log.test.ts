import { openLog } from '#server/log/log.ts';
import { readable } from '#server/log/readable.ts';
import { nameOf } from '#server/log/requests.ts';
import { spawn } from 'node:child_process';
import { openSync } from 'node:fs';
import { expect, test } from 'vitest';

/** What a log of this level writes. */
function written(
	level: 'debug' | 'info',
	say: (log: ReturnType<typeof openLog>) => void
): string[] {
	const lines: string[] = [];
	say(openLog({ write: (line) => lines.push(line) }, level));
	return lines;
}

// Ends of line, a bell, colours, a cursor, DEL, C1, and what Unicode calls ends of line.
const HOSTILE = 'a\r\n{"level":"fatal"}\u0007\u001b[31m\u001b[2K\u007f\u0085\u009b\u2028\u2029z';
// eslint-disable-next-line no-control-regex -- it is what must not be there
const CONTROLS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029]/;

test('[O7] a line is one line of JSON, whatever stands in a value; nothing in it moves a cursor', () => {
	const [line = '', ...others] = written('info', (log) =>
		log.warn({ act: HOSTILE, error: new Error(HOSTILE) }, HOSTILE)
	);
	expect(others).toEqual([]);
	expect(line.slice(0, -1)).not.toMatch(/\n/);
	expect(line).not.toMatch(CONTROLS);
	expect(JSON.parse(line)).toMatchObject({ level: 'warn', msg: HOSTILE, act: HOSTILE });
	const short = readable(line);
	expect(short).not.toMatch(CONTROLS);
	expect(short.split('\n')[0]).toContain('warn');
	// Beyond its first line there are frames of the stack alone.
	expect(
		short
			.trimEnd()
			.split('\n')
			.slice(1)
			.every((row) => /^ {4}at /.test(row))
	).toBe(true);
});

test('[O7] the level decides what is written, and each line says when', () => {
	const lines = written('info', (log) => {
		log.debug('no');
		log.info({ n: 1 }, 'yes');
	});
	expect(lines).toHaveLength(1);
	expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 'info', n: 1, msg: 'yes' });
	expect(lines[0]).toMatch(/"time":"\d{4}-\d\d-\d\dT[\d:.]+Z"/);
});

test('[O7] a route is told by its id: no path, no group, no query', () => {
	expect(nameOf('/(work)/reports/[id]/word', 200)).toBe('/reports/[id]/word');
	expect(nameOf('/(work)/(inner)', 200)).toBe('/');
	expect(nameOf('/invitation/[token]', 200)).toBe('/invitation/[token]');
	expect([nameOf(null, 200), nameOf(null, 404)]).toEqual(['file', 'none']);
});

test('[O7] a reader that is slow gets every line, in order and whole', async () => {
	const child = spawn(process.execPath, ['--input-type=module', '-e', WRITES], {
		stdio: ['ignore', 'pipe', 'inherit'],
		env: { ...process.env, VITEST: '' }
	});
	let said = '';
	for await (const chunk of child.stdout) {
		said += String(chunk);
		await new Promise((done) => setTimeout(done, 1));
	}
	const lines = said
		.trimEnd()
		.split('\n')
		.map((line) => JSON.parse(line) as { i?: number });
	expect(lines.map(({ i }) => i)).toEqual([...Array(2000).keys(), undefined]);
});

const WRITES = `
	const { openLog } = await import('./server/log/log.ts');
	const { standardOutput } = await import('./server/log/standard-output.ts');
	const out = standardOutput();
	const log = openLog(out, 'info');
	for (let i = 0; i < 2000; i += 1) log.info({ i }, 'å'.repeat(500));
	log.info('the end');
	out.flush();
	process.exit(0);`;

test('[O7] [D5] a log that nobody can take ends no process: a full disk, a pipe that was closed', async () => {
	const program = `
		const { openLog } = await import('./server/log/log.ts');
		const { standardOutput } = await import('./server/log/standard-output.ts');
		const out = standardOutput();
		const log = openLog(out, 'info');
		for (let i = 0; i < 5000; i += 1) log.info({ i }, 'x'.repeat(1000));
		await new Promise((done) => setTimeout(done, 100));
		log.info('again');
		out.flush();
		process.stderr.write('alive');`;
	const run = (stdout: number | 'pipe') =>
		new Promise<string>((done) => {
			const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
				stdio: ['ignore', stdout, 'pipe'],
				env: { ...process.env, VITEST: '' }
			});
			child.stdout?.destroy();
			let said = '';
			child.stderr?.on('data', (data) => (said += String(data)));
			child.once('close', (code) => done(`${code} ${said}`));
		});
	expect(await run(openSync('/dev/full', 'w'))).toBe('0 alive');
	expect(await run('pipe')).toBe('0 alive');
});
