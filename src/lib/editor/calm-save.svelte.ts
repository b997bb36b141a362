import { untrack } from 'svelte';
import type { SaveState } from './connection.ts';
import { saveKind } from './save-kind.ts';

const REST_MS = 400;

/**
 * A save state fit to be looked at: while somebody writes it says steadily that it is being saved,
 * and `Sparat` comes back when the work has rested for a moment. It is never early (D3): what is not
 * acknowledged is told at once.
 */
export function calmSave(read: () => SaveState | null): { readonly current: SaveState | null } {
	let shown = $state.raw(read());
	let newest: SaveState | null = null;
	let timer: ReturnType<typeof setTimeout> | null = null;
	const isSaved = (save: SaveState | null) => save !== null && saveKind(save) === 'saved';
	const stop = () => {
		if (timer !== null) clearTimeout(timer);
		timer = null;
	};
	$effect.pre(() => {
		newest = read();
		const before = untrack(() => shown);
		if (!isSaved(newest) || before === null || isSaved(before)) {
			stop();
			shown = newest;
			return;
		}
		// Read again for other reasons meanwhile: the rest has begun already.
		timer ??= setTimeout(() => {
			timer = null;
			shown = newest;
		}, REST_MS);
	});
	$effect(() => stop);
	return {
		get current() {
			return shown;
		}
	};
}
