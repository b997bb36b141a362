import { connect } from 'node:net';
import { expect, inject, onTestFinished, test } from 'vitest';
import { PATIENCE } from './room.ts';

test('[O8] a body that is refused before it is read does not hold up who comes next on the same connection', async () => {
	const { hostname, port, host } = new URL(inject('base'));
	const socket = connect(Number(port), hostname);
	onTestFinished(() => void socket.destroy());
	let answered = '';
	socket.on('data', (data) => (answered += data.toString('latin1')));
	const statuses = () => [...answered.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => status);

	// Another site's form, far larger than what is read ahead.
	const body = 'a'.repeat(1_000_000);
	socket.write(
		`POST /login HTTP/1.1\r\nHost: ${host}\r\nOrigin: https://other.example\r\n` +
			`Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n\r\n${body}`
	);
	await expect.poll(statuses, PATIENCE).toEqual(['403']);
	socket.write(`GET /healthz HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
	await expect.poll(statuses, PATIENCE).toEqual(['403', '200']);
});
