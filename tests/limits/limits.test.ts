import { ok, refuse, type Result } from '#core/result.ts';
import { Count, MOST_ASKERS } from '#server/limits/count.ts';
import { openLimits } from '#server/limits/limits.ts';
import { TABLE } from '#server/limits/table.ts';
import { openMetrics } from '#server/metrics.ts';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

/** Who asks too often, and that others do not notice. */

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

const open = () => {
	const metrics = openMetrics();
	const limits = openLimits({ refused: metrics.limited });
	const wrong = async (): Promise<Result<null>> => refuse({ code: 'wrongCredentials' });
	const right = async (): Promise<Result<null>> => ok(null);
	const at = (address: string, email: string, attempt = wrong) =>
		limits.signIn({ address, email }, attempt);
	const said = async (work: Promise<Result<unknown>>) => {
		const result = await work;
		return result.ok ? 'ok' : result.refusal.code;
	};
	return { limits, metrics, wrong, right, at, said };
};

test('[U2] the sixth wrong password of an account at an address is not looked at, for a quarter of an hour', async () => {
	const { at, said, right, metrics } = open();
	for (let n = 0; n < 5; n += 1)
		expect(await said(at('192.0.2.1', 'anna@example.se'))).toBe('wrongCredentials');
	const sixth = await at('192.0.2.1', ' ANNA@example.se ', right);
	expect(sixth).toEqual({ ok: false, refusal: { code: 'tooFast', after: 900 } });
	vi.advanceTimersByTime(899_000);
	expect(await at('192.0.2.1', 'anna@example.se', right)).toEqual(
		refuse({ code: 'tooFast', after: 1 })
	);
	vi.advanceTimersByTime(1001);
	expect(await said(at('192.0.2.1', 'anna@example.se', right))).toBe('ok');
	expect(await metrics.registry.metrics()).toContain(
		'barnbokslut_limited_total{limit="signInPair"} 2'
	);
});

test('[U2] a colleague is locked out neither by who tries their account elsewhere nor by who sits beside them', async () => {
	const { at, said, right } = open();
	for (let n = 0; n < 20; n += 1) await at('203.0.113.66', 'anna@example.se');
	expect(await said(at('203.0.113.66', 'anna@example.se', right))).toBe('tooFast');
	expect(await said(at('192.0.2.1', 'anna@example.se', right))).toBe('ok');
	expect(await said(at('203.0.113.66', 'bo@example.se', right))).toBe('ok');
});

test('[U2] fifty wrong passwords from one address end its tries, whatever accounts they name', async () => {
	const { at, said, right } = open();
	for (let n = 0; n < 50; n += 1)
		expect(await said(at('2001:db8::1', `a${n}@example.se`))).toBe('wrongCredentials');
	// The same network, another address of it.
	expect(await said(at('2001:db8::ffff', 'anna@example.se', right))).toBe('tooFast');
	expect(await said(at('2001:db8:0:1::1', 'anna@example.se', right))).toBe('ok');
});

test('[U2] who succeeds is not counted: an office of three hundred signs in at once from one address', async () => {
	const { at, said, right } = open();
	const office = Array.from({ length: 300 }, (_, n) =>
		said(at('192.0.2.1', `p${n}@example.se`, right))
	);
	expect(new Set(await Promise.all(office))).toEqual(new Set(['ok']));
	const one = Array.from({ length: 90 }, () => said(at('192.0.2.1', 'anna@example.se', right)));
	expect(new Set(await Promise.all(one))).toEqual(new Set(['ok']));
});

test('[U2] the right password forgets the wrong ones before it', async () => {
	const { at, said, right } = open();
	for (let round = 0; round < 3; round += 1) {
		for (let n = 0; n < 4; n += 1) await at('192.0.2.1', 'anna@example.se');
		expect(await said(at('192.0.2.1', 'anna@example.se', right))).toBe('ok');
	}
});

test('[U2] many guesses sent at once are no more guesses than one after the other', async () => {
	const { limits, said } = open();
	let looked = 0;
	const guess = async (): Promise<Result<null>> => {
		looked += 1;
		await Promise.resolve();
		return refuse({ code: 'wrongCredentials' });
	};
	const pair = { address: '192.0.2.1', email: 'anna@example.se' };
	const all = await Promise.all(
		Array.from({ length: 100 }, () => said(limits.signIn(pair, guess)))
	);
	expect(looked).toBe(5);
	expect(all.filter((code) => code === 'tooFast')).toHaveLength(95);
	looked = 0;
	const spread = Array.from({ length: 300 }, (_, n) =>
		limits.signIn({ address: '192.0.2.2', email: `a${n}@example.se` }, guess)
	);
	await Promise.all(spread);
	// Those that were under way when the last was counted come to it.
	expect(looked).toBeLessThanOrEqual(53);
});

test('[O8] a refusal of another kind is no wrong password, and an exception leaves no place taken', async () => {
	const { limits, said, right } = open();
	const pair = { address: '192.0.2.1', email: 'anna@example.se' };
	for (let n = 0; n < 10; n += 1)
		expect(await said(limits.signIn(pair, async () => refuse({ code: 'notSaved' })))).toBe(
			'notSaved'
		);
	for (let n = 0; n < 10; n += 1)
		await expect(limits.signIn(pair, () => Promise.reject(new Error('a bug')))).rejects.toThrow(
			'a bug'
		);
	expect(await said(limits.signIn(pair, right))).toBe('ok');
});

test('[O8] who is over a limit is told the seconds to wait, and others are not', async () => {
	const { limits, said } = open();
	for (let n = 0; n < TABLE.searchAddress.points; n += 1)
		expect((await limits.take('searchAddress', '192.0.2.1')).ok).toBe(true);
	expect(await limits.take('searchAddress', '192.0.2.1')).toEqual(
		refuse({ code: 'tooFast', after: 60 })
	);
	expect((await limits.take('searchAddress', '192.0.2.2')).ok).toBe(true);
	expect((await limits.take('apiAddress', '192.0.2.1')).ok).toBe(true);
	vi.advanceTimersByTime(60_001);
	expect(await said(limits.take('searchAddress', '192.0.2.1'))).toBe('ok');
});

test('[U3] links that do not stand are counted by address, those that stand are not', async () => {
	const { limits } = open();
	for (let n = 0; n < 200; n += 1)
		expect(await limits.link('192.0.2.1', async () => true)).toEqual(ok(true));
	for (let n = 0; n < TABLE.linkAddress.points; n += 1)
		expect(await limits.link('192.0.2.1', async () => null)).toEqual(ok(null));
	expect((await limits.link('192.0.2.1', async () => true)).ok).toBe(false);
	expect((await limits.link('192.0.2.2', async () => true)).ok).toBe(true);
});

test('[O8] a hundred thousand askers take no more memory than what is said', async () => {
	const count = new Count({ points: 2, seconds: 60 });
	for (let n = 0; n < 100_000; n += 1) await count.take(`asker ${n}`);
	expect(count.size).toBe(MOST_ASKERS);
	expect(vi.getTimerCount()).toBe(MOST_ASKERS);
	// Who asks is not the one that is forgotten.
	await count.take('asker 99999');
	expect(await count.take('asker 99999')).toBe(60);
});

test('[O8] every limit stands with its reason in the table of the readme', () => {
	const readme = readFileSync('server/limits/README.md', 'utf8');
	for (const [name, { points, seconds }] of Object.entries(TABLE)) {
		const row = readme.split('\n').find((line) => line.startsWith(`| \`${name}\` |`));
		expect(row, name).toContain(`| ${points} in ${seconds / 60} min |`);
	}
});
