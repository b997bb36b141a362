import { expect, test } from 'vitest';
import { networkSchedules } from './network.ts';

test('[D2] [D4] [W11] 20 stormy networks: connections slow, cut, dead, doubled and overtaken; everybody ends with every word once', async () => {
	const report = await networkSchedules({ schedules: 20, seed: 3201, beside: 4 });
	expect(report.problems).toEqual([]);
	expect(report.words).toBeGreaterThan(20 * 50);
	// Every kind of fault was made, or the storm was none.
	expect(Object.keys(report.faults).sort()).toEqual([
		'calm',
		'halfOpen',
		'narrow',
		'overtaken',
		'reset',
		'resetInFrame',
		'slow',
		'twice'
	]);
}, 300_000);
