/** A letter that is meant for the page: without a modifier, and nobody stands in a field or a question. */
export function wantsKeys(event: KeyboardEvent): boolean {
	const { target } = event;
	if (event.defaultPrevented || event.repeat || event.isComposing) return false;
	if (event.ctrlKey || event.metaKey || event.altKey) return false;
	if (!(target instanceof Element)) return true;
	return target.closest('input, select, textarea, [contenteditable], dialog') === null;
}

const CHOICE = 'desk-keys';

/** What this browser's user chose; the keys act until they are switched off (WCAG 2.1.4). */
export const readChoice = (): boolean => localStorage.getItem(CHOICE) !== 'off';

export function keepChoice(keys: boolean): void {
	if (keys) localStorage.removeItem(CHOICE);
	else localStorage.setItem(CHOICE, 'off');
}
