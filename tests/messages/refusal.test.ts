import type { Lock } from '#core/lock.ts';
import {
	REFUSAL_STATUS,
	SOURCE_WHYS,
	type ForbiddenWhy,
	type Happened,
	type Refusal
} from '#core/result.ts';
import { hinderWords } from '#messages/hinders.ts';
import { LANGS } from '#messages/index.ts';
import { sourceWords } from '#messages/source.ts';
import { fieldErrors } from '#messages/field-errors.ts';
import { refusalSentence, refusalWords } from '#messages/refusal.ts';
import { describe, expect, it } from 'vitest';

// 22 November 2026, 15.02 in Stockholm.
const NOW = Date.UTC(2026, 10, 22, 14, 2);
const HOUR = 60 * 60 * 1000;
const lock: Lock = { why: 'submitted', by: 'Elin Skog', since: NOW - HOUR, opensBy: 'coordinator' };

const WHYS: ForbiddenWhy[] = [
	'role',
	'notYourSection',
	'notYourRow',
	'fourEyes',
	'unpublished',
	'scope',
	'passwordOff'
];
const HAPPENED: Happened[] = [
	'textChanged',
	'submitted',
	'approved',
	'returned',
	'reopened',
	'published',
	'valueChanged',
	'fetching',
	'done'
];

/** One of each, with every sub-reason. */
const ALL: Refusal[] = [
	{ code: 'notSignedIn' },
	{ code: 'wrongCredentials' },
	...WHYS.map((why): Refusal => ({ code: 'forbidden', why })),
	{ code: 'notFound' },
	{ code: 'locked', lock },
	{ code: 'locked', lock: { ...lock, why: 'approved', by: null } },
	...HAPPENED.map((happened): Refusal => ({ code: 'moved', happened, by: null, at: null })),
	{ code: 'invalid', problems: [] },
	{ code: 'reasonNeeded' },
	{ code: 'notReady', hinders: [] },
	{ code: 'malformed', rule: 'x' },
	{ code: 'tooLarge', limit: 'image' },
	{ code: 'tooLarge', limit: 'frame' },
	{ code: 'tooFast' },
	{ code: 'oldSchema' },
	{ code: 'otherEpoch' },
	{ code: 'notSaved' },
	{ code: 'withdrawn', reason: 'Den visade en uppgift om ett barn.', at: NOW },
	{ code: 'source', why: 'slow' }
];

describe('the words of a refusal', () => {
	it('[M3] every code and every reason has its own sentence, in both languages', () => {
		expect(new Set(ALL.map((r) => r.code))).toEqual(new Set(Object.keys(REFUSAL_STATUS)));
		for (const lang of LANGS) {
			// Where a source is asked, each of its ways to fail has words of its own.
			const said = [
				...ALL.map((r) => refusalWords(r, lang, NOW)),
				...SOURCE_WHYS.map((why) => sourceWords(why, lang))
			];
			for (const { what, then } of said) {
				expect(what).toMatch(/^\p{Lu}.*\.$/u);
				expect(then).toMatch(/^\p{Lu}.*[.:]$/u);
				expect(what + then).not.toMatch(/undefined|null|!/);
			}
			expect(new Set(said.map((s) => s.what)).size).toBe(said.length);
		}
	});

	it('[S7] a locked section says who handed it in, when, and who opens it', () => {
		const said = refusalSentence({ code: 'locked', lock }, 'sv', NOW);
		expect(said).toBe(
			'Avsnittet är inskickat för godkännande av Elin Skog i dag kl. 14.02. ' +
				'Samordnaren öppnar det genom att återlämna det.'
		);
		const before = { ...lock, since: NOW - 24 * HOUR };
		expect(refusalSentence({ code: 'locked', lock: before }, 'sv', NOW)).toContain(
			'av Elin Skog i går kl. 15.02.'
		);
		const longAgo = { ...lock, since: Date.UTC(2025, 2, 3, 8, 30) };
		expect(refusalSentence({ code: 'locked', lock: longAgo }, 'sv', NOW)).toContain(
			'3\u00a0mars 2025 kl. 09.30.'
		);
		expect(refusalSentence({ code: 'locked', lock }, 'en', NOW)).toContain(
			'by Elin Skog today at 14:02.'
		);
	});

	it('[S10] who came second is told what happened, by whom and when', () => {
		const moved: Refusal = { code: 'moved', happened: 'approved', by: 'Sara Ek', at: NOW };
		expect(refusalWords(moved, 'sv', NOW).what).toBe('Sara Ek godkände avsnittet i dag kl. 15.02.');
		expect(refusalWords({ ...moved, by: null, at: null }, 'sv', NOW).what).toBe(
			'Någon godkände avsnittet.'
		);
	});

	it('[C7] what hinders is a sentence that names its section', () => {
		const at = { sectionId: '1', key: 'plan', title: 'Plan' };
		expect(hinderWords({ what: 'blockMissing', block: 'planTable', ...at }, 'sv')).toBe(
			'”Plan” saknar plan med åtgärder.'
		);
		for (const what of ['sectionNotApproved', 'hashDiffers', 'altMissing'] as const)
			for (const lang of LANGS) expect(hinderWords({ what, ...at }, lang)).toContain('Plan');
	});

	it('[M3] a field in error has a sentence, also for a problem that is not known here', () => {
		const refusal: Refusal = {
			code: 'invalid',
			problems: [
				{ field: 'value', problem: 'number' },
				{ field: 'x', problem: 'fromTheFuture' }
			]
		};
		for (const lang of LANGS) {
			const errors = fieldErrors(refusal, lang);
			expect(Object.keys(errors)).toEqual(['value', 'x']);
			for (const text of Object.values(errors)) expect(text).toMatch(/\.$/);
		}
		expect(fieldErrors({ code: 'notFound' }, 'sv')).toEqual({});
	});
});

describe('the time to wait', () => {
	it('[O8] who asks too often is told how long to wait, where it is known', () => {
		const then = (after: number, lang: 'sv' | 'en') =>
			refusalWords({ code: 'tooFast', after }, lang, NOW).then;
		expect(then(1, 'sv')).toBe('Vänta en sekund och försök igen.');
		expect(then(90, 'sv')).toBe('Vänta 90 sekunder och försök igen.');
		expect(then(91, 'sv')).toBe('Vänta 2 minuter och försök igen.');
		expect(then(900, 'en')).toBe('Wait 15 minutes and try again.');
		expect(refusalWords({ code: 'tooFast' }, 'sv', NOW).then).toBe(
			'Vänta en stund och försök igen.'
		);
	});
});
