import { JSDOM } from 'jsdom';

/** What Tiptap and ProseMirror ask a browser's page for. */
const NAMES = [
	'document',
	'Node',
	'Text',
	'Element',
	'HTMLElement',
	'Document',
	'DocumentFragment',
	'DOMParser',
	'MutationObserver',
	'Range',
	'Event',
	'KeyboardEvent',
	'InputEvent'
] as const;

/**
 * Makes this process a page, as the test runner does for a test: to be called before Tiptap is
 * imported.
 */
export function becomePage(): void {
	const { window } = new JSDOM('<!doctype html><body></body>', { url: 'http://localhost/' });
	for (const name of NAMES) Reflect.set(globalThis, name, window[name]);
	Reflect.set(globalThis, 'window', window);
	Object.defineProperty(globalThis, 'navigator', { value: window.navigator, configurable: true });
	globalThis.getSelection = () => window.getSelection();
	globalThis.getComputedStyle = (element) => window.getComputedStyle(element);
	globalThis.cancelAnimationFrame = (id) => clearTimeout(id);
}
