import { safeError, scrubbed, ToldError } from '#server/log/safe-error.ts';
import { openStore } from '#server/store/store.ts';
import fc from 'fast-check';
import { sql } from 'drizzle-orm';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';

const SECRET = 'Lisa Ek, 19121212-1212, mår dåligt hemma';

/** The error that `work` ends with. */
async function failing(work: () => unknown): Promise<unknown> {
	try {
		await work();
	} catch (error) {
		return error;
	}
	throw new Error('it did not fail');
}

test('[O7] what engines and libraries quote in their errors is not logged', async () => {
	const store = openStore({ file: ':memory:', migrations: resolve('drizzle') });
	const errors = [
		await failing(() => JSON.parse(SECRET)),
		await failing(() => JSON.parse(`{"text": "${SECRET}" oj`)),
		await failing(() => new URL(SECRET)),
		await failing(() => decodeURIComponent(`%${SECRET}`)),
		await failing(() => store.read(async (tx) => tx.db.all(sql`select * from ${SECRET}`))),
		await failing(() => structuredClone(() => SECRET)),
		new Error(`550 5.1.1 <lisa.ek@example.se>: Recipient address rejected: "${SECRET}"`),
		new Error(`no route to /invitation/${'x'.repeat(43)}`),
		new AggregateError([new Error(`'${SECRET}'`)], `"${SECRET}"`, { cause: `"${SECRET}"` })
	];
	store.close();
	for (const error of errors) {
		const said = JSON.stringify(safeError(error));
		for (const part of ['Lisa', '1212', 'dåligt', 'lisa.ek', 'xxxxxx'])
			expect(said, String(error)).not.toContain(part);
	}
});

test('[O7] what helps to find a bug is logged: name, code, words of ours, and the places in our code', () => {
	const told = safeError(Object.assign(new TypeError('the writer has stopped'), { code: 'EGONE' }));
	expect(told).toMatchObject({ name: 'TypeError', code: 'EGONE', said: 'the writer has stopped' });
	expect(told.at[0]).toMatch(/safe-error\.test\.ts:\d+:\d+/);
	expect(safeError(new ToldError(told))).toEqual(told);
	expect(safeError(new Error('outer', { cause: new Error('inner') })).causes?.[0]?.said).toBe(
		'inner'
	);
});

test('[O7] a message that looks like a stack, and one of any signs, brings nothing of it', () => {
	const forged = new Error(`x\n    at hemligt (/a/b.ts:1:1)\n    at /hemligt/c.ts:2:2`);
	expect(JSON.stringify(safeError(forged).at)).not.toContain('hemligt');
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), (text) => {
			const said = scrubbed(`it is not "hemligt${text}hemligt" at all`);
			expect(said).not.toContain('hemligt');
			expect(said.length).toBeLessThanOrEqual(300);
		}),
		{ numRuns: 50 }
	);
});
