import { invalidateAll } from '$app/navigation';
import type { SubmitFunction } from '@sveltejs/kit';
import { settled } from 'svelte';

/**
 * For `use:enhance`: what was typed stays whatever the answer is. A refusal may come of what somebody
 * else did, so the page around is read anew before it is said: who reads it can act on it at once, and
 * the same button saves. Then the first field in error takes the focus.
 */
export const keepTyped: SubmitFunction =
	({ formElement }) =>
	async ({ result, update }) => {
		const isRefused = result.type === 'failure';
		if (isRefused) await invalidateAll();
		await update({ reset: false });
		if (!isRefused) return;
		await settled();
		formElement.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
	};
