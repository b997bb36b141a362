import { addGauges } from '#server/gauges.ts';
import { nameOf, Requests } from '#server/log/requests.ts';
import { openLog } from '#server/log/log.ts';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { demoApp } from '../support/app.ts';

test('[O4] what is counted has bounded labels: a thousand addresses, names and passwords make no new series', async () => {
	const app = await demoApp();
	let backup: number | null = null;
	addGauges({
		registry: app.metrics.registry,
		read: app.read,
		file: null,
		newestBackup: () => backup,
		clock: app.clock
	});
	const requests = new Requests(openLog({ write: () => undefined }, 'info'), {
		answered: ({ route, status }) => app.metrics.requests.inc({ route, status })
	});
	const server = createServer((req, res) => {
		requests.begin(req, res);
		const known = req.url?.startsWith('/reports/') ?? false;
		requests.tell(req, { route: known ? '/(work)/reports/[id]' : null, personId: null });
		res.writeHead(known ? 200 : 404).end();
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	const series = async () =>
		(await app.metrics.registry.metrics()).split('\n').filter((line) => /^barnbokslut_/.test(line));
	for (let i = 0; i < 3; i += 1) {
		await fetch(`${base}/reports/${i}?q=${i}`);
		await fetch(`${base}/nothing-${i}`);
		await app.accounts.signIn(`ingen-${i}@demo.example`, `fel ${i}`);
	}
	const before = await series();
	for (let i = 3; i < 40; i += 1) {
		await fetch(`${base}/reports/hemligt-${i}?q=hemligt`);
		await fetch(`${base}/hemligt-${i}`);
	}
	for (let i = 3; i < 6; i += 1) await app.accounts.signIn(`hemligt-${i}@demo.example`, 'hemligt');
	const after = await series();
	server.closeAllConnections();
	server.close();
	const names = (lines: string[]) => lines.map((line) => line.replace(/ \S+$/, '')).sort();
	expect(names(after)).toEqual(names(before));
	expect(after.join()).not.toContain('hemligt');
	expect(after).toContain('barnbokslut_requests_total{route="/reports/[id]",status="200"} 40');
	expect(after).toContain(
		`barnbokslut_requests_total{route="${nameOf(null, 404)}",status="404"} 40`
	);
	expect(after).toContain('barnbokslut_sign_ins_total{outcome="wrongCredentials"} 6');
	// A backup's age is said when there is a backup, and only then.
	expect(after.some((line) => line.startsWith('barnbokslut_backup_age_seconds'))).toBe(false);
	backup = app.clock() - 7_200_000;
	const age = (await series()).find((line) => line.startsWith('barnbokslut_backup_age_seconds'));
	expect(Number(age?.split(' ')[1])).toBeCloseTo(7200, -2);
});
