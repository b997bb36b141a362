/** How a menu is gone through by keyboard: one way for all of the editor's. */

/** The entries of an open menu, in order. */
export const entriesOf = (menu: HTMLElement | undefined): HTMLElement[] => [
	...(menu?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])
];

/** Moves the focus by arrow keys, Home and End; Escape and Tab close. Other keys are left alone. */
export function menuKey(
	event: KeyboardEvent,
	menu: HTMLElement | undefined,
	close: () => void
): void {
	const all = entriesOf(menu);
	const at = all.indexOf(document.activeElement as HTMLElement);
	const go = (index: number) => all[(index + all.length) % all.length]?.focus();
	if (event.key === 'ArrowDown') go(at + 1);
	else if (event.key === 'ArrowUp') go(at - 1);
	else if (event.key === 'Home') go(0);
	else if (event.key === 'End') go(-1);
	else if (event.key === 'Escape') close();
	// The page goes on to what is next.
	else if (event.key === 'Tab') return close();
	else return;
	event.preventDefault();
	event.stopPropagation();
}

/** True when the focus has gone out of the button and its menu. */
export function hasLeft(event: FocusEvent): boolean {
	const to = event.relatedTarget;
	return !(to instanceof Node) || !(event.currentTarget as HTMLElement).contains(to);
}
