import type { DecorationAttrs } from '@tiptap/pm/view';

const COLOR = /^#[0-9a-f]{6}$/i;

/** Six hexadecimal digits, or a grey: what the server stamps is trusted no further than that. */
const colorOf = (user: Record<string, unknown>): string =>
	typeof user['color'] === 'string' && COLOR.test(user['color']) ? user['color'] : '#666666';

/**
 * Another person's caret: a line of no width, and above it the name, which shows for a moment after
 * each move and never takes part in the layout. Hidden from screen readers: who is in a section is
 * told once, in the presence line.
 */
export function renderCaret(user: Record<string, unknown>): HTMLElement {
	const caret = document.createElement('span');
	caret.className = 'caret';
	caret.setAttribute('aria-hidden', 'true');
	caret.style.setProperty('--person', colorOf(user));
	const name = document.createElement('span');
	name.className = 'caret-name';
	name.textContent = typeof user['name'] === 'string' ? user['name'] : '';
	caret.append(name);
	return caret;
}

/** The text that another person has selected. */
export const renderSelection = (user: Record<string, unknown>): DecorationAttrs => ({
	nodeName: 'span',
	class: 'caret-selection',
	style: `--person: ${colorOf(user)}`
});
