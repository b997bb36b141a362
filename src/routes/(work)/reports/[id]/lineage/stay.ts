import { goto } from '$app/navigation';
import type { SubmitFunction } from '@sveltejs/kit';
import { settled } from 'svelte';

/**
 * For `use:enhance`: the page stays where it is, and the way that was decided about takes the focus, for
 * the button that was pressed is gone. A refusal is shown on a page that was read anew.
 */
export const stay: SubmitFunction =
	() =>
	async ({ result, update }) => {
		if (result.type !== 'redirect') return update({ reset: false });
		await goto(result.location, { noScroll: true, keepFocus: true, invalidateAll: true });
		await settled();
		const id = decodeURIComponent(result.location.split('#')[1] ?? '');
		(document.getElementById(id) ?? document.getElementById('counts'))?.focus();
	};
