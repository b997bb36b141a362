import {
	dayInStockholm,
	daysLeft,
	dueOn,
	isDeadline,
	latenessOf,
	SOON_DAYS
} from '#core/deadline.ts';
import { expect, test } from 'vitest';

const at = (iso: string) => Date.parse(iso);

test('[R6] a day ends at midnight in Stockholm, in winter and in summer', () => {
	const winter = '2026-01-31';
	expect(daysLeft(winter, at('2026-01-31T22:59:59.999Z'))).toBe(0);
	expect(daysLeft(winter, at('2026-01-31T23:00:00Z'))).toBe(-1);
	expect(latenessOf('draft', winter, at('2026-01-31T22:59:59.999Z'))).toBe('soon');
	expect(latenessOf('draft', winter, at('2026-01-31T23:00:00Z'))).toBe('late');
	const summer = '2026-06-30';
	expect(latenessOf('draft', summer, at('2026-06-30T21:59:59.999Z'))).toBe('soon');
	expect(latenessOf('draft', summer, at('2026-06-30T22:00:00Z'))).toBe('late');
});

test('[R6] days are counted by the calendar where the clock is moved', () => {
	// 29 March 2026 has 23 hours in Stockholm, 25 October has 25.
	expect(daysLeft('2026-03-30', at('2026-03-28T23:30:00Z'))).toBe(1);
	expect(daysLeft('2026-03-30', at('2026-03-28T22:30:00Z'))).toBe(2);
	expect(daysLeft('2026-03-29', at('2026-03-29T21:59:59Z'))).toBe(0);
	expect(daysLeft('2026-03-29', at('2026-03-29T22:00:00Z'))).toBe(-1);
	expect(daysLeft('2026-10-25', at('2026-10-25T22:59:59Z'))).toBe(0);
	expect(daysLeft('2026-10-25', at('2026-10-25T23:00:00Z'))).toBe(-1);
	expect(daysLeft('2026-10-27', at('2026-10-24T22:00:00Z'))).toBe(2);
});

test('[R6] the year turns in Stockholm, whatever it is in the world', () => {
	expect(dayInStockholm(at('2026-12-31T22:59:00Z'))).toBe('2026-12-31');
	expect(dayInStockholm(at('2026-12-31T23:00:00Z'))).toBe('2027-01-01');
	expect(daysLeft('2027-01-01', at('2026-12-31T12:00:00Z'))).toBe(1);
	expect(daysLeft('2026-12-31', at('2026-12-31T23:00:00Z'))).toBe(-1);
	expect(daysLeft('2028-03-01', at('2028-02-28T12:00:00Z'))).toBe(2);
});

test('[R6] a draft alone can be late, and is near three days before', () => {
	const noon = at('2026-03-10T11:00:00Z');
	expect(latenessOf('draft', '2026-03-14', noon)).toBe('ahead');
	expect(latenessOf('draft', '2026-03-13', noon)).toBe('soon');
	expect(SOON_DAYS).toBe(3);
	expect(latenessOf('draft', null, noon)).toBe('none');
	expect(latenessOf('submitted', '2026-03-01', noon)).toBe('none');
	expect(latenessOf('approved', '2026-03-01', noon)).toBe('none');
});

test('[R6] a section’s own day comes before the report’s, which does not press what may be left out', () => {
	const report = { dueOn: '2026-03-31' };
	expect(dueOn({ dueOn: null, required: true }, report)).toBe('2026-03-31');
	expect(dueOn({ dueOn: '2026-04-15', required: true }, report)).toBe('2026-04-15');
	expect(dueOn({ dueOn: null, required: false }, report)).toBeNull();
	expect(dueOn({ dueOn: '2026-04-15', required: false }, report)).toBe('2026-04-15');
	expect(dueOn({ dueOn: null, required: true }, { dueOn: null })).toBeNull();
});

test('[R6] only a day of the calendar is one', () => {
	for (const day of ['2026-03-31', '2028-02-29', '2000-01-01', '2100-12-31'])
		expect([day, isDeadline(day)]).toEqual([day, true]);
	for (const day of [
		'',
		'2026-04-31',
		'2026-02-29',
		'2026-13-01',
		'2026-00-10',
		'0202-03-31',
		'1999-12-31',
		'2101-01-01',
		'20260-03-31',
		'2026-3-31',
		' 2026-03-31',
		'2026-03-31T00:00:00Z',
		'31 mars',
		'NaN-NaN-Na'
	])
		expect([day, isDeadline(day)]).toEqual([day, false]);
});
