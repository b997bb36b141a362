import { MOST_TOKENS, reaches, TOKEN_SCOPES } from '#core/token.ts';
import { operationList } from '#api/operations.ts';
import { scopeOf } from '#api/operation.ts';
import { isToken, tokenOf } from '#server/accounts/tokens.ts';
import type { App } from '#server/app.ts';
import { people } from '#server/demo/people.ts';
import { listOpenTokens } from '#server/store/api-tokens.ts';
import { setPersonActive } from '#server/store/people.ts';
import { sql } from 'drizzle-orm';
import { randomBytes } from 'node:crypto';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { call } from '../routes/caller.ts';
import { startWorld, type World } from '../routes/world.ts';

/** Keys for programs. */

const DAY = 24 * 60 * 60 * 1000;
let world: World;
let now: number;
beforeEach(async () => {
	now = Date.UTC(2026, 10, 23, 9, 30);
	world = await startWorld(() => now);
	onTestFinished(() => world.close());
});

const by = people.coordinator.id;
async function make(app: App, scope = 'read', more: { by?: string; days?: number } = {}) {
	const made = await app.tokens.make({ by, name: 'Intranätet', scope, days: 30, ...more });
	if (!made.ok) throw new Error(made.refusal.code);
	return made.value.token;
}
const ask = (token: string, method: string, path: string, more = {}, headers = {}) =>
	call(world.app, method, path, {
		headers: { authorization: `Bearer ${token}`, ...headers },
		...more
	});
const mine = async () => {
	const actor = (await world.app.tokens.whoIs(`Bearer ${await make(world.app)}`))?.actor ?? null;
	const found = await world.app.views.apiTokens(actor, { now });
	if (!found.ok) throw new Error(found.refusal.code);
	return { actor, ...found.value };
};

test('[U8] a key is known by its form, and one that was mistyped is none', () => {
	const token = tokenOf(randomBytes(32));
	expect(token).toMatch(/^bbs_[A-Za-z0-9_-]{48}$/);
	expect(isToken(token)).toBe(true);
	const other = token.at(-9) === 'A' ? 'B' : 'A';
	for (const wrong of [
		`${token.slice(0, -9)}${other}${token.slice(-8)}`,
		token.slice(0, -1),
		`${token}A`,
		token.toUpperCase(),
		token.slice(4),
		'',
		'bbs_'
	])
		expect(isToken(wrong), wrong).toBe(false);
});

test('[U8] the store has a key’s hash and nowhere the key', async () => {
	const token = await make(world.app);
	const kept = await world.app.read(async ({ db }) => {
		const all = <T>(query: string): T[] => db.all<T>(sql.raw(query));
		const tables = all<{ name: string }>(
			"SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'"
		);
		return tables.map(({ name }) => JSON.stringify(all(`SELECT * FROM "${name}"`)));
	});
	expect(kept.join()).toContain('Intranätet');
	expect(kept.join()).not.toContain(token);
	expect(kept.join()).not.toContain(token.slice(4, 30));
});

test('[U8] a key opens the API as its person, without a cookie, and another site’s page changes nothing of that', async () => {
	const token = await make(world.app, 'write');
	expect((await ask(token, 'GET', '/reports')).status).toBe(200);
	const report = { title: 'x', reportYear: 2024, variant: 'board' };
	const made = await ask(
		token,
		'POST',
		'/reports',
		{ json: report },
		{ origin: 'https://evil.example' }
	);
	expect(made.status).toBe(201);
	expect(made.headers.get('set-cookie')).toBeNull();
	// What the person may not, the key may not.
	const writer = await make(world.app, 'write', { by: people.education.id });
	const refused = await ask(writer, 'POST', '/reports', { json: report });
	expect([refused.status, refused.error['why']]).toEqual([403, 'role']);
});

test('[U8] with a key that stands the cookie beside it is not looked at', async () => {
	const token = await make(world.app, 'read', { by: people.education.id });
	const headers = { authorization: `Bearer ${token}` };
	const json = { title: 'x', reportYear: 2024, variant: 'board' };
	const answer = await world.as('coordinator', 'POST', '/reports', { json, headers });
	expect([answer.status, answer.error['why']]).toEqual([403, 'scope']);
});

test('[U8] a key does no more than its scope: read asks, figures also enters values', async () => {
	const keys = Object.fromEntries(
		await Promise.all(
			TOKEN_SCOPES.map(async (scope) => [scope, await make(world.app, scope)] as const)
		)
	);
	for (const [id, operation] of operationList) {
		const path = operation.path.replace(/\{\w+\}/g, 'none');
		for (const scope of TOKEN_SCOPES) {
			const answer = await ask(
				keys[scope] ?? '',
				operation.method,
				path,
				operation.body ? { json: {} } : {}
			);
			const isStopped = answer.status === 403 && answer.error['why'] === 'scope';
			expect([id, scope, isStopped]).toEqual([id, scope, !reaches(scope, scopeOf(operation))]);
		}
	}
	const ofFigures = operationList.filter(([, o]) => scopeOf(o) === 'figures').map(([id]) => id);
	expect(ofFigures.sort()).toEqual(
		['changeGroup', 'createGroup', 'importValues', 'previewImport', 'putIndicatorValues'].sort()
	);
});

test('[U8] a key ends when its time is over, when it is taken back, and with the account', async () => {
	const [old, taken, closed] = [
		await make(world.app, 'read', { days: 1 }),
		await make(world.app),
		await make(world.app, 'read', { by: people.education.id })
	];
	const status = async (token: string) => (await ask(token, 'GET', '/reports')).status;
	expect([await status(old), await status(taken), await status(closed)]).toEqual([200, 200, 200]);
	now += DAY - 1;
	expect(await status(old)).toBe(200);
	now += 1;
	expect(await status(old)).toBe(401);
	for (const { id } of (await mine()).tokens)
		expect((await world.app.commands.revokeToken({ by, tokenId: id })).ok).toBe(true);
	expect(await status(taken)).toBe(401);
	expect(await status(closed)).toBe(200);
	await world.app.read((tx) => setPersonActive(tx, people.education.id, false));
	expect(await status(closed)).toBe(401);
	// With a cookie that stands it is no better.
	const headers = { authorization: `Bearer ${taken}` };
	expect((await world.as('coordinator', 'GET', '/reports', { headers })).status).toBe(401);
	expect((await world.as('coordinator', 'GET', '/editions', { headers })).status).toBe(401);
});

test('[A8] another’s key does not exist: neither in the list nor to be taken back', async () => {
	const token = await make(world.app, 'read', { by: people.education.id });
	const { tokens } = await mine();
	expect(tokens.map(({ name }) => name)).toEqual(['Intranätet']);
	const [theirs] = await world.app.read((tx) => listOpenTokens(tx, people.education.id, now));
	const answer = await world.app.commands.revokeToken({ by, tokenId: theirs?.id ?? '' });
	expect(answer).toEqual({ ok: false, refusal: { code: 'notFound' } });
	expect((await ask(token, 'GET', '/reports')).status).toBe(200);
});

test('[U8] making a key asks for the right, a name, a known scope and a time of 1 to 365 days, and twenty are enough', async () => {
	const asked = (more: object) =>
		world.app.tokens.make({ by, name: 'x', scope: 'read', days: 30, ...more });
	const problem = async (more: object) => {
		const made = await asked(more);
		return made.ok || made.refusal.code !== 'invalid'
			? made
			: made.refusal.problems.map((p) => `${p.field} ${p.problem}`);
	};
	expect(await asked({ by: people.councilMember.id })).toEqual({
		ok: false,
		refusal: { code: 'forbidden', why: 'role' }
	});
	expect(await problem({ name: ' ' })).toEqual(['name missing']);
	expect(await problem({ name: 'x'.repeat(81) })).toEqual(['name tokenName']);
	for (const days of [0, 366, 1.5, Number.NaN, -1])
		expect(await problem({ days })).toEqual(['days days']);
	for (const scope of ['', 'admin', '__proto__', 'READ'])
		expect(await problem({ scope })).toEqual(['scope unknown']);
	for (let n = 0; n < MOST_TOKENS; n += 1) expect((await asked({})).ok).toBe(true);
	expect(await problem({})).toEqual(['name tooManyTokens']);
	now += 31 * DAY;
	expect((await asked({})).ok).toBe(true);
});

test('[U8] its use is kept to the hour, and making and taking back leave lines without the key', async () => {
	const token = await make(world.app);
	const used = async () => (await mine()).tokens.find((t) => t.lastUsedAt !== null)?.lastUsedAt;
	await ask(token, 'GET', '/reports');
	expect(await used()).toBe(Date.UTC(2026, 10, 23, 9));
	now += 29 * 60_000;
	await ask(token, 'GET', '/reports');
	expect(await used()).toBe(Date.UTC(2026, 10, 23, 9));
	now += 60_000;
	await ask(token, 'GET', '/reports');
	expect(await used()).toBe(Date.UTC(2026, 10, 23, 10));
	const [first] = (await mine()).tokens;
	await world.app.commands.revokeToken({ by, tokenId: first?.id ?? '' });
	const lines = await world.app.read(({ db }) =>
		Promise.resolve(
			db.all<{ act: string; person_id: string; reason: string }>(
				sql`SELECT act, person_id, reason FROM audit_event WHERE act LIKE 'token.%'`
			)
		)
	);
	expect(lines.map(({ act }) => act)).toEqual([
		...Array.from({ length: lines.length - 1 }, () => 'token.make'),
		'token.revoke'
	]);
	for (const line of lines)
		expect(line).toEqual({ act: line.act, person_id: by, reason: 'Intranätet' });
});
