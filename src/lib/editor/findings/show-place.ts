import type { Editor } from '@tiptap/core';
import { findPlace, wordsOf, type Spot } from './find-place.ts';
import type { ToldFinding } from './read-findings.ts';

/** What a sentence or a cell stands in, in the text as it came with the page. */
const BLOCKS = 'p, h3, h4, h5, h6, td, th, caption, figcaption, img';

/**
 * Goes to a finding in the section's text: selected where it can be found, in the middle of the window;
 * else to the section's heading. The focus goes with it.
 * @param editor the section's editor; null while the text is the one that came with the page
 * @returns false when the place is gone
 */
export function showPlace(section: HTMLElement, editor: Editor | null, told: ToldFinding): boolean {
	if (editor !== null) {
		const spot = findPlace(editor.state.doc, told);
		if (spot !== null) return showSpot(editor, spot);
	} else {
		const block = staticBlock(section, told);
		if (block !== null) return showElement(section.querySelector('.prose'), block);
	}
	const heading = section.querySelector<HTMLElement>('header :is(h2, h3)');
	heading?.setAttribute('tabindex', '-1');
	heading?.focus({ preventScroll: true });
	section.scrollIntoView();
	return false;
}

/** Selects a stretch, in the middle of the window, with the focus on it. */
export function showSpot(editor: Editor, { from, to, whole }: Spot): true {
	const { view } = editor;
	const at = whole ? view.nodeDOM(from) : view.domAtPos(from).node;
	const element = at instanceof HTMLElement ? at : (at?.parentElement ?? view.dom);
	if (editor.isEditable) {
		// First, for the browser puts a caret of its own where the focus comes to.
		view.focus();
		if (whole) editor.commands.setNodeSelection(from);
		else editor.commands.setTextSelection({ from, to });
		element.scrollIntoView({ block: 'center' });
		return true;
	}
	if (whole) return showElement(view.dom, element);
	const [start, end] = [view.domAtPos(from), view.domAtPos(to)];
	focusOn(view.dom);
	getSelection()?.setBaseAndExtent(start.node, start.offset, end.node, end.offset);
	element.scrollIntoView({ block: 'center' });
	return true;
}

/** A text that takes no letters shows the place all the same. */
function showElement(text: HTMLElement | null, element: HTMLElement): true {
	if (text !== null) focusOn(text);
	getSelection()?.selectAllChildren(element);
	element.scrollIntoView({ block: 'center' });
	return true;
}

function focusOn(text: HTMLElement): void {
	text.tabIndex = -1;
	text.focus({ preventScroll: true });
}

/** The innermost block with the words, else the block of the text that the finding is in. */
function staticBlock(section: HTMLElement, { place, excerpt }: ToldFinding): HTMLElement | null {
	const text = section.querySelector('.prose');
	const words = wordsOf(excerpt);
	const blocks = [...(text?.querySelectorAll<HTMLElement>(BLOCKS) ?? [])];
	const holding = blocks.filter((b) => (b.getAttribute('alt') ?? b.textContent).includes(words));
	const found = words === '' ? undefined : holding.at(0);
	const top = text?.children[place.path[0] ?? 0];
	return found ?? (top instanceof HTMLElement ? top : null);
}
