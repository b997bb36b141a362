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
	const isSaved = (save: SaveState | null) => save !== null && saveKind(save) === 'saved';
	$effect.pre(() => {
		const next = read();
		if (!isSaved(next) || isSaved(untrack(() => shown))) {
			shown = next;
			return;
		}
		const timer = setTimeout(() => (shown = next), REST_MS);
		return () => clearTimeout(timer);
	});
	return {
		get current() {
			return shown;
		}
	};
}
