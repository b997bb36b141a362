import { expect, test } from 'vitest';
import { endAgainAndAgain } from './endings.ts';

test('[D2] [D6] 50 times kill -9 while three rooms are written in: nothing seen or acknowledged is gone, text and workflow agree', async () => {
	const report = await endAgainAndAgain({ signal: 'SIGKILL', times: 50, seed: 3101, lanes: 2 });
	expect(report.problems).toEqual([]);
	expect(report.endings).toBe(50);
	// A test in which nobody wrote, or nothing was promised, would prove nothing.
	expect(report.promised).toBeGreaterThan(50 * 20);
	expect(report.transitions).toBeGreaterThan(0);
}, 600_000);

test('[O5] [D2] 20 times SIGTERM while three rooms are written in: it ends with 0, a clean database, and nothing promised is gone', async () => {
	const report = await endAgainAndAgain({ signal: 'SIGTERM', times: 20, seed: 3102, lanes: 2 });
	expect(report.problems).toEqual([]);
	expect(report.endings).toBe(20);
	expect(report.promised).toBeGreaterThan(20 * 20);
}, 600_000);
