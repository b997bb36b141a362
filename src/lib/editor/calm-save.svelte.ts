import { untrack } from 'svelte';
import type { SaveState } from './save-state.ts';
import { saveKind } from './save-kind.ts';

const REST_MS = 400;
/** A connection that is back within this time was never lost for anybody who writes. */
const BLIP_MS = 1500;

/**
 * A save state fit to be looked at: while somebody writes it says steadily that it is being saved,
 * and `Sparat` comes back when the work has rested for a moment. It is never early (D3): what is not
 * acknowledged is told at once. That there is no connection is told when it lasts.
 */
export function calmSave(read: () => SaveState | null): { readonly current: SaveState | null } {
	let shown = $state.raw(read());
	let newest: SaveState | null = null;
	let timer: ReturnType<typeof setTimeout> | null = null;
	const is = (kind: 'saved' | 'offline', save: SaveState | null) =>
		save !== null && saveKind(save) === kind;
	const stop = () => {
		if (timer !== null) clearTimeout(timer);
		timer = null;
	};
	/** Shows the newest state in a moment; a reading for other reasons does not begin it again. */
	const soon = (ms: number) => {
		timer ??= setTimeout(() => {
			timer = null;
			shown = newest;
		}, ms);
	};
	let waitsFor: 'saved' | 'offline' | null = null;
	$effect.pre(() => {
		newest = read();
		const before = untrack(() => shown);
		const news = before === null ? null : is('saved', newest) ? 'saved' : 'offline';
		if (news === null || !is(news, newest) || is(news, before)) {
			stop();
			waitsFor = null;
			shown = newest;
			return;
		}
		if (waitsFor !== news) stop();
		waitsFor = news;
		if (news === 'offline' && newest !== null) shown = { ...newest, status: 'connected' };
		soon(news === 'saved' ? REST_MS : BLIP_MS);
	});
	$effect(() => stop);
	return {
		get current() {
			return shown;
		}
	};
}
