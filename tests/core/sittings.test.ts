import { PAUSE, sittings, type LoggedTime } from '#core/sittings.ts';
import { expect, test } from 'vitest';

const MINUTE = 60_000;

/** "a0 a1 b1 -30": who wrote in which minute; `-` is the server. */
const log = (said: string, epoch = 1): LoggedTime[] =>
	said.split(' ').map((one, i) => ({
		seq: i + 1,
		epoch,
		by: one.startsWith('-') ? null : (one[0] ?? null),
		at: Number(one.slice(1)) * MINUTE
	}));
const told = (updates: LoggedTime[], after: number[] = []) =>
	sittings(updates, new Set(after)).map(({ from, to, people }) =>
		`${from}-${to} ${people.map(({ id, changes }) => `${id}${changes}`).join(' ')}`.trim()
	);

test('[R3] a sitting is one person’s, until they pause for ten minutes', () => {
	expect(PAUSE).toBe(10 * MINUTE);
	expect(told(log('-0 a1 a5 a14 a24 a33'))).toEqual(['1-1', '2-4 a3', '5-6 a2']);
	expect(told(log('-0 a11 b12 b13'))).toEqual(['1-1', '2-2 a1', '3-4 b2']);
});

test('[R3] people who write at the same time sit together; who takes over sits alone', () => {
	expect(told(log('a0 b1 a2 b3 c4'))).toEqual(['1-4 a2 b2', '5-5 c1']);
	expect(told(log('a0 a1 b2 b3 b11'))).toEqual(['1-2 a2', '3-5 b3']);
	// Somebody who returns after a pause begins anew, also while another goes on.
	expect(told(log('a0 b1 b8 b9 a15 b16'))).toEqual(['1-1 a1', '2-6 b4 a1']);
	expect(told(log('a0 -0 b1 -1 a2'))).toEqual(['1-5 a2 b1']);
});

test('[R3] an act and a new epoch end a sitting', () => {
	expect(told(log('a0 a1 a2 a3'), [2])).toEqual(['1-2 a2', '3-4 a2']);
	const anew = log('a0 a1 a2 a3').map((one) => ({ ...one, epoch: one.seq > 2 ? 2 : 1 }));
	expect(told(anew)).toEqual(['1-2 a2', '3-4 a2']);
});

test('[R3] the sittings hold every update once, in order', () => {
	for (let seed = 1; seed < 200; seed++) {
		let x = seed;
		const next = (n: number) => (x = (x * 48_271) % 2_147_483_647) % n;
		let at = 0;
		const updates = Array.from({ length: 60 }, (_, i) => ({
			seq: i + 1,
			epoch: 1,
			by: ['a', 'b', 'c', null][next(4)] ?? null,
			at: (at += next(6) * MINUTE)
		}));
		const all = sittings(updates, new Set([next(60)]));
		let last = 0;
		for (const { from, to, people } of all) {
			expect(from, `seed ${seed}`).toBe(last + 1);
			last = to;
			const own = updates.slice(from - 1, to).filter(({ by }) => by !== null);
			expect(people.reduce((sum, one) => sum + one.changes, 0)).toBe(own.length);
		}
		expect(last).toBe(60);
	}
});
