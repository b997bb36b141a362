import { lockOn } from '#core/lock.ts';
import {
	needsReason,
	SECTION_STATES,
	transition,
	TRANSITIONS,
	transitionsFrom
} from '#core/section.ts';
import { expect, test } from 'vitest';

const paths = [
	['draft', 'submit', 'submitted'],
	['submitted', 'approve', 'approved'],
	['submitted', 'return', 'draft'],
	['approved', 'reopen', 'draft']
] as const;

test('[S1] of the twelve steps that one can think of, four exist', () => {
	for (const state of SECTION_STATES)
		for (const step of TRANSITIONS) {
			const path = paths.find(([from, how]) => from === state && how === step);
			const result = transition({
				transition: step,
				state,
				reason: 'ett skäl',
				lastBy: 'Sara',
				lastAt: 7
			});
			if (path) expect(result).toEqual({ ok: true, value: path[2] });
			else
				expect(result).toMatchObject({ ok: false, refusal: { code: 'moved', by: 'Sara', at: 7 } });
			expect(transitionsFrom(state).includes(step)).toBe(path !== undefined);
		}
});

test('[S5] return and reopen need a reason that says something', () => {
	for (const [state, step] of [
		['submitted', 'return'],
		['approved', 'reopen']
	] as const) {
		expect(needsReason(step)).toBe(true);
		for (const reason of [null, '', '  \n'])
			expect(transition({ transition: step, state, reason, lastBy: null, lastAt: null })).toEqual({
				ok: false,
				refusal: { code: 'reasonNeeded' }
			});
	}
});

test('[S7] a lock says why, by whom, since when and who opens it; a draft has none', () => {
	expect(lockOn({ state: 'draft', stateBy: 'Sara', stateAt: 5 })).toBeNull();
	for (const why of ['submitted', 'approved'] as const)
		expect(lockOn({ state: why, stateBy: 'Sara', stateAt: 5 })).toEqual({
			why,
			by: 'Sara',
			since: 5,
			opensBy: 'coordinator'
		});
});
