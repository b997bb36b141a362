import { invalidateAll } from '$app/navigation';
import type { SubmitFunction } from '@sveltejs/kit';
import { tick } from 'svelte';

/**
 * For `use:enhance`: what was typed stays whatever the answer is. A refusal may come of what somebody
 * else did, so the page around is read anew; then the first field in error takes the focus.
 */
export const keepTyped: SubmitFunction =
	({ formElement }) =>
	async ({ result, update }) => {
		await update({ reset: false });
		if (result.type !== 'failure') return;
		await invalidateAll();
		await tick();
		formElement.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
	};
