import { proposedBreakdowns, settledBreakdown, sortedBreakdowns } from '#core/breakdown.ts';
import { expect, test } from 'vitest';

test('[I9] a part that is typed in another spelling is the part that is there', () => {
	for (const [typed, known, settled] of [
		['Flickor', [], 'flickor'],
		['  pojkar ', [], 'pojkar'],
		['kulanskolan', ['Kulanskolan'], 'Kulanskolan'],
		['Åsens  skola', ['Åsens skola'], 'Åsens skola'],
		// What stands there already is left alone, in either spelling.
		['Flickor', ['Flickor', 'flickor'], 'Flickor'],
		['Ny skola', ['Kulanskolan'], 'Ny skola'],
		['', ['flickor'], '']
	] as const)
		expect([typed, settledBreakdown(typed, known)]).toEqual([typed, settled]);
});

test('[I1] parts stand after the whole: girls, boys, then the alphabet', () => {
	expect(
		sortedBreakdowns(['Åsens skola', 'pojkar', 'finska', '', 'flickor', 'Kulanskolan', 'pojkar'])
	).toEqual(['', 'flickor', 'pojkar', 'finska', 'Kulanskolan', 'Åsens skola']);
});

test('[I1] a form proposes genders, what is used already and languages, each once', () => {
	const proposed = proposedBreakdowns(['Flickor', '', 'Kulanskolan', 'samiska']);
	expect(proposed.slice(0, 3)).toEqual(['flickor', 'pojkar', 'Kulanskolan']);
	expect(proposed.filter((one) => /^(?:flickor|samiska)$/i.test(one))).toEqual([
		'flickor',
		'samiska'
	]);
	expect(proposed).toContain('finska');
	expect(proposed).not.toContain('');
});
