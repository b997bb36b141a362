import { describe, expect, it } from 'vitest';
import { FINDINGS, type FindingCode } from '#core/checks/finding.ts';
import { findingWords } from '#messages/checks.ts';
import { check, table } from '../core/checks/make.ts';

describe('findings in words', () => {
	it('[C1] [M3] every kind says what is the matter and what to do, in both languages', () => {
		for (const code of Object.keys(FINDINGS) as FindingCode[])
			for (const lang of ['sv', 'en'] as const) {
				const words = findingWords({ code, params: {} }, lang);
				for (const text of [words.says, words.todo]) {
					expect(text, code).toMatch(/\.$/);
					expect(text, code).not.toContain('undefined');
				}
			}
	});

	it('[C1] the words name the numbers and what to write instead', () => {
		const [percent] = check(['På en skola når 58% av eleverna målen.']);
		const [sum] = check([table('Skäl', 'Skäl | Antal', 'A | 75', 'B | 16', 'Totalt | 92')]);
		if (!percent || !sum) throw new Error('nothing was found');
		expect(findingWords(percent, 'sv')).toEqual({
			says: '58% saknar mellanslag före procenttecknet.',
			todo: 'Skriv 58\u00a0%, med hårt mellanslag.'
		});
		expect(findingWords(sum, 'sv').says).toBe('Delarna blir 91 men totalen är 92.');
		expect(findingWords(sum, 'en').says).toBe('The parts make 91 but the total is 92.');
	});

	it('[C1] a count in a table says so, a period is written in words, and an unknown one is said', () => {
		const says = (code: FindingCode, params: Record<string, string>) =>
			findingWords({ code, params }, 'sv').says;
		expect(says('smallCount', { count: '3', what: '' })).toMatch(/^Talet 3 gäller så få/);
		expect(says('smallCount', { count: '3', what: 'elever' })).toMatch(/^3 elever är så få/);
		expect(says('otherYear', { own: '2022-vt', other: '2019' })).toContain('gäller vt 2022 men');
		expect(says('otherYear', { own: 'unknown', other: '2019' })).toContain('inte vilket år');
	});
});
