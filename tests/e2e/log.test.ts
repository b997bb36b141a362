import { people } from '#server/demo/people.ts';
import { createServer, type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { connect, until } from '../support/client.ts';
import { apiOf, emailOf } from './api.ts';
import { end, startProcess, testFolder } from './processes.ts';

/** What people write, in one word each. */
const SECRETS = {
	typed: 'Lisa-berättade-hemma',
	number: '191212121212',
	wrong: 'fel-ord-som-någon-skrev',
	searched: 'sökord-som-avslöjar',
	reason: 'känsligt-skäl',
	link: 'aB3dE6gH9jK2mN5pQ8sT1vW4yZ7bC0eF3hJ6kL9nP2r',
	key: 'nyckel-för-program-aB3dE6gH9jK2mN5pQ8sT',
	smtp: 'smtp-lösenord'
};

test('[O7] sign-in, links, searches, keystrokes, reasons and mails that fail leave no word of theirs in the log', async () => {
	const port = await freePort();
	const base = `http://localhost:${port}`;
	const { child } = await startProcess(
		{
			DATA_DIR: testFolder(),
			PORT: String(port),
			ORIGIN: base,
			LOG_LEVEL: 'debug',
			// Nobody answers there.
			SMTP_URL: `smtp://bok:${encodeURIComponent(SECRETS.smtp)}@127.0.0.1:9`,
			MAIL_FROM: 'bok@example.se'
		},
		'pipe'
	);
	onTestFinished(async () => {
		await end(child, 'SIGKILL');
	});
	const said = child.stderr ? text(child.stderr) : Promise.resolve('');
	const post = (path: string, fields: Record<string, string>) =>
		fetch(base + path, {
			method: 'POST',
			headers: { origin: base, accept: 'text/html' },
			body: new URLSearchParams(fields),
			redirect: 'manual'
		});
	const get = (path: string, headers: Record<string, string> = {}) =>
		fetch(base + path, { headers });
	await post('/login', { email: emailOf('education'), password: SECRETS.wrong });
	await post('/login', { email: SECRETS.number, password: SECRETS.wrong });
	await post('/forgot', { email: emailOf('education') });
	for (const where of ['invitation', 'reset', 'first']) {
		await get(`/${where}/${SECRETS.link}`);
		await post(`/${where}/${SECRETS.link}`, { password: SECRETS.wrong });
	}
	await get(`/sok?q=${encodeURIComponent(SECRETS.searched)}`);
	await get(`/api/v1/search?q=${encodeURIComponent(SECRETS.searched)}`);
	await get(`/api/v1/sections/${SECRETS.number}`, { authorization: `Bearer ${SECRETS.key}` });
	const api = await apiOf(base, 'coordinator');
	const { items } = (await api.get('reports')) as { items: { id: string; reportYear: number }[] };
	const report = await api.report(items.find(({ reportYear }) => reportYear === 2023)?.id ?? '');
	const draft = report.sections.find(({ state }) => state === 'draft');
	if (!draft) throw new Error('the demo has no draft');
	const door = {
		ws: `ws://localhost:${port}/collab`,
		origin: base,
		cookie: async () => api.cookie
	};
	const client = await connect(door, draft.id, 'coordinator');
	client.type(`${SECRETS.typed} ${SECRETS.number} `);
	await until(() => client.notes.some(({ type }) => type === 'ack'), 'it is saved');
	client.destroy();
	await expect(
		api.send('POST', `sections/${draft.id}/return`, { reason: SECRETS.reason })
	).rejects.toThrow();
	await fetch(`${base}/api/v1/sections/${draft.id}/return`, {
		method: 'POST',
		headers: { cookie: api.cookie, 'content-type': 'application/json' },
		body: `{"reason": "${SECRETS.reason}`
	});
	const answer = await get('/login');
	expect(await end(child, 'SIGTERM')).toEqual({ code: 0, signal: null });
	const log = await said;
	for (const [name, secret] of Object.entries(SECRETS)) {
		expect(log, name).not.toContain(secret);
		expect(log, name).not.toContain(encodeURIComponent(secret));
	}
	for (const { email, name } of Object.values(people)) {
		expect(log).not.toContain(email);
		expect(log).not.toContain(name);
	}
	expect(log).not.toContain(api.cookie.split('=')[1]);
	// And it is no empty log.
	expect(log).toContain(`request=${answer.headers.get('x-request-id')}`);
	for (const line of [
		/ sign-in outcome=wrongCredentials/,
		/method=POST route=\/reset\/\[token\]/,
		/ act act=startSession .*personId=/,
		/ act act=appendUpdates /,
		/ socket opened section=\S+ person=\S+/,
		/ socket closed .*code=\d{4}/,
		/ ended/
	])
		expect(log).toMatch(line);
});

function freePort(): Promise<number> {
	return new Promise((resolve) => {
		const server = createServer().listen(0, '127.0.0.1', () => {
			const { port } = server.address() as AddressInfo;
			server.close(() => resolve(port));
		});
	});
}
