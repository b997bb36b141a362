import { driftOf, driftSentence } from '#core/drift.ts';
import { NBSP } from '#core/format.ts';
import { expect, test } from 'vitest';
import { figures, nation, value } from '../support/figures.ts';

const fixed = figures(
	[value('2021', 14.7), value('2020', 'missing'), value('2021', 11, 'g-nation'), value('2021', 0)],
	{ groups: [nation] }
);

test('[I6] what is another number today is told with both, in both languages', () => {
	const now = figures(
		[value('2021', 14.9), value('2020', 'missing'), value('2021', 11, 'g-nation')],
		{
			groups: [nation]
		}
	);
	const [one, ...rest] = driftOf(figures([value('2021', 14.7)]), now);
	expect(rest).toEqual([]);
	if (!one) throw new Error('no drift');
	expect(driftSentence(one, fixed, { state: 'approved', lang: 'sv' })).toBe(
		`2021: godkänd med 14,7${NBSP}%, källan anger nu 14,9${NBSP}%`
	);
	expect(driftSentence(one, fixed, { state: 'submitted', lang: 'en' })).toBe(
		'2021: submitted with 14.7%, the source now says 14.9%'
	);
});

test('[I6] a value of a group, a part, a blank and a value that is gone are told as what they are', () => {
	const before = figures(
		[value('2021', 11, 'g-nation'), value('2021', 5, 'own', 'flickor'), value('2020', 'missing')],
		{ groups: [nation] }
	);
	const now = figures([value('2021', 12, 'g-nation'), value('2020', 0)], { groups: [nation] });
	const said = driftOf(before, now).map((d) =>
		driftSentence(d, before, { state: 'approved', lang: 'sv' })
	);
	expect(said).toEqual([
		`Riket, 2021: godkänd med 11,0${NBSP}%, källan anger nu 12,0${NBSP}%`,
		`Flickor, 2021: godkänd med 5,0${NBSP}%, värdet finns inte längre`,
		`2020: godkänd med att uppgift saknas, källan anger nu 0,0${NBSP}%`
	]);
});

test('[I6] a number that prints the same, a new period and a new group are no drift', () => {
	const before = figures([value('2021', 14.7)]);
	expect(driftOf(before, figures([value('2021', 14.7499), value('2022', 3)]))).toEqual([]);
	expect(driftOf(before, figures([value('2021', 14.7), value('2021', 3, 'g-nation')]))).toEqual([]);
	expect(driftOf(before, null)).toHaveLength(1);
	expect(driftOf(figures([value('2021', 0)]), figures([value('2021', 'missing')]))).toHaveLength(1);
});
