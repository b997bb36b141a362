import { answerToClose, answerToRefusal } from '#editor/answers.ts';
import { Announcer } from '#editor/announcer.svelte.ts';
import { shownKeys } from '#editor/commands.ts';
import type { SaveState } from '#editor/save-state.ts';
import { FiguresStore } from '#editor/figures.svelte.ts';
import { linkAddress } from '#editor/link-address.ts';
import { ResetCap } from '#editor/reset-cap.ts';
import { saveKind, together } from '#editor/save-kind.ts';
import { othersIn } from '#editor/session-view.ts';
import { matching, SlashMenuModel } from '#editor/slash-menu.svelte.ts';
import type { Editor } from '@tiptap/core';
import { CLOSES } from '#collab/closes.ts';
import type { IndicatorFigures } from '#core/indicator.ts';
import type { Refusal } from '#core/result.ts';
import { messages } from '#messages/index.ts';
import { afterEach, describe, expect, it, vi } from 'vitest';

afterEach(() => {
	vi.useRealTimers();
});

const save = (change: Partial<SaveState>): SaveState => ({
	status: 'connected',
	unsaved: 0,
	savedAt: null,
	offlineSince: null,
	onlyHere: false,
	...change
});

describe('what is said of the work', () => {
	it.each([
		['all acknowledged', save({}), 'saved'],
		['one on its way', save({ unsaved: 1 }), 'saving'],
		['many on their way', save({ unsaved: 20 }), 'waiting'],
		['no connection, all saved', save({ status: 'offline' }), 'offline'],
		['no connection, work in it', save({ status: 'offline', unsaved: 3 }), 'offline'],
		['not yet connected', save({ status: 'connecting' }), 'connecting'],
		['not connected, work in it', save({ status: 'connecting', unsaved: 1 }), 'waiting'],
		['ended', save({ status: 'closed' }), 'closed']
	])('[D3] %s', (_name, state, kind) => {
		expect(saveKind(state)).toBe(kind);
	});

	it('[D3] of several sections the worst is told, and their changes together', () => {
		const all = [
			save({ savedAt: 5 }),
			save({ status: 'offline', unsaved: 2, offlineSince: 7 }),
			save({ unsaved: 1, savedAt: 9 })
		];
		expect(together(all)).toEqual(
			save({ status: 'offline', unsaved: 3, savedAt: 9, offlineSince: 7 })
		);
		expect(together([])).toBeNull();
	});
});

describe('what the page does when it is refused', () => {
	const refusals: [Refusal, string][] = [
		[
			{ code: 'locked', lock: { why: 'submitted', by: null, since: 1, opensBy: 'coordinator' } },
			'startAnew'
		],
		[{ code: 'forbidden', why: 'notYourSection' }, 'startAnew'],
		[{ code: 'malformed', rule: 'order' }, 'putIn'],
		[{ code: 'malformed', rule: 'node' }, 'startAnew'],
		[{ code: 'tooLarge', limit: 'document' }, 'startAnew'],
		[{ code: 'notSaved' }, 'wait'],
		[{ code: 'tooFast' }, 'wait'],
		[{ code: 'oldSchema' }, 'reload'],
		[{ code: 'otherEpoch' }, 'reload']
	];
	it.each(refusals)('[W11] $code', (refusal, answer) => {
		expect(answerToRefusal(refusal)).toBe(answer);
	});

	it('[W11] every final close code has its answer', () => {
		const final = Object.values(CLOSES).filter(({ code }) => code >= 4400 && code < 4500);
		expect(Object.fromEntries(final.map(({ code }) => [code, answerToClose(code)]))).toEqual({
			4400: 'startAnew',
			4401: 'signIn',
			4403: 'forbidden',
			4404: 'notFound',
			4409: 'reload',
			4413: 'startAnew',
			4426: 'reload'
		});
	});

	it('[W8] a fourth new beginning within a minute is too many, later ones are not', () => {
		const cap = new ResetCap();
		expect([0, 1000, 2000, 3000].map((now) => cap.allow(now))).toEqual([true, true, true, false]);
		expect(cap.allow(70_000)).toBe(true);
	});
});

describe('who is here', () => {
	it('[W9] each person once, by name, and not oneself', () => {
		const user = (id: string, name: string) => ({
			user: { id, name, color: '#112233', department: null }
		});
		const states = new Map<number, unknown>([
			[1, user('me', 'Jag')],
			[2, user('b', 'Örjan')],
			[3, user('c', 'Anna')],
			[4, user('c', 'Anna')],
			[5, user('me', 'Jag')],
			[6, {}]
		]);
		expect(othersIn(states, 1, 'me').map((p) => p.name)).toEqual(['Anna', 'Örjan']);
	});

	it('[C5] news are read out together, the same only once', () => {
		vi.useFakeTimers();
		const announcer = new Announcer();
		announcer.say('Anna kom');
		announcer.say('Bo kom');
		announcer.say('Anna kom');
		expect(announcer.text).toBe('');
		vi.runAllTimers();
		expect(announcer.text).toBe('Anna kom. Bo kom');
	});
});

describe('figures of blocks', () => {
	const figures = (id: string) => ({ indicator: { id } }) as unknown as IndicatorFigures;

	it('[I5] a locked section shows what was fixed, a draft what is known today', () => {
		const store = new FiguresStore();
		const fixed = { figures: figures('a'), sentence: 'Fryst.' };
		const live = figures('a');
		store.take({ a: live }, { locked: { a: fixed } }, ['a', 'gone']);
		expect(store.of('locked', 'a')).toEqual({ figures: fixed.figures, fixedSentence: 'Fryst.' });
		expect(store.of('draft', 'a')).toEqual({ figures: live, fixedSentence: null });
		expect(store.of('draft', 'gone')).toBeNull();
		expect(store.counted('locked')).toEqual([fixed.figures]);
		expect(store.counted('draft')).toEqual([live]);
	});
});

describe('commands', () => {
	it.each([
		['nyc', ['indicator', 'indicatorSummary']],
		['tab', ['table', 'followUpTable', 'planTable']],
		['RUBR', ['heading1', 'heading2']],
		['diagram', ['indicator', 'picture']],
		['finns inte', []]
	])('[C5] the slash menu finds “%s” by the beginnings of words', (typed, ids) => {
		const found = matching(typed, messages('sv').editor);
		for (const id of ids) expect(found).toContain(id);
		if (ids.length === 0) expect(found).toEqual([]);
	});

	it.each([
		['https://www.scb.se/barn', 'https://www.scb.se/barn'],
		['www.scb.se', 'https://www.scb.se'],
		[' namn@kommun.se ', 'mailto:namn@kommun.se'],
		['026-17 80 00', 'tel:026178000'],
		['#avsnitt', '#avsnitt'],
		['javascript:alert(1)', null],
		['bara ord', null],
		['', null]
	])('[W5] the address that “%s” means', (typed, address) => {
		expect(linkAddress(typed)).toBe(address);
	});

	it('[C5] the slash menu of one section stays open while others are written in', () => {
		const dialogs = {
			link: () => undefined,
			indicator: () => undefined,
			picture: () => undefined,
			areas: () => undefined,
			chart: () => undefined,
			footnote: () => undefined
		};
		const menu = new SlashMenuModel(() => messages('sv').editor, dialogs);
		const editor = () =>
			({
				can: () => new Proxy({}, { get: () => () => true }),
				isActive: () => false,
				view: { dom: { setAttribute: () => undefined, removeAttribute: () => undefined } }
			}) as unknown as Editor;
		const [mine, other] = [editor(), editor()];
		const rect = { x: 1, y: 2 } as DOMRect;
		menu.show(mine, { from: 1, to: 5, text: 'nyc' }, rect);
		menu.hide(other);
		expect(menu.rect).toBe(rect);
		menu.hide(mine);
		expect(menu.rect).toBeNull();
	});

	it('[C5] keys are shown as they stand on the keyboard', () => {
		expect(shownKeys('Mod-Shift-8', false)).toBe('Ctrl+Skift+8');
		expect(shownKeys('Mod-Shift-8', true)).toBe('⌘⇧8');
	});
});
