import { expect, test } from 'vitest';
import { liveASection, type Life } from './section-life.ts';

test('[D8] [D9] [A7] at random: through compaction, rebuilding, locks and late work the history stays, and says the text and who wrote it', async () => {
	const lives: Life[] = [];
	for (let seed = 1; seed <= 3; seed++) lives.push(await liveASection(seed, 60));
	const sum = (what: keyof Life) => lives.reduce((n, life) => n + life[what], 0);
	expect(sum('letters')).toBeGreaterThan(500);
	for (const what of ['compacted', 'rebuilt', 'kept', 'accepted', 'declined', 'approved'] as const)
		expect([what, sum(what)]).not.toEqual([what, 0]);
});
