type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/**
 * D4: what a person filled in before the page's scripts were at work stays. Hydration puts choices,
 * ticks and some texts back to what the server drew, unseen; Svelte minds it for bound texts alone.
 * Called just before it, this notes what differs from the page as it came. What it returns, called
 * after, fills that in again and tells the page of it, as if it were done then.
 */
export function filledEarly(): () => void {
	const early = [...document.querySelectorAll<Control>('input, select, textarea')]
		.filter(isChanged)
		.map((control) => ({ control, value: control.value, ticked: isTicked(control) }));
	return () => {
		for (const { control, value, ticked } of early) {
			// A field that shows it already keeps its caret.
			if (control.value !== value) control.value = value;
			if (ticked !== null) (control as HTMLInputElement).checked = ticked;
			control.dispatchEvent(new Event('input', { bubbles: true }));
			control.dispatchEvent(new Event('change', { bubbles: true }));
		}
	};
}

/** Null for what cannot be ticked. */
const isTicked = (control: Control): boolean | null =>
	/^(checkbox|radio)$/.test(control.type) ? (control as HTMLInputElement).checked : null;

function isChanged(control: Control): boolean {
	if (control instanceof HTMLSelectElement) {
		const drawn = [...control.options].findIndex((option) => option.defaultSelected);
		return control.selectedIndex !== Math.max(drawn, 0);
	}
	if (control instanceof HTMLInputElement) {
		// Of radios the one that was chosen says it for all.
		if (control.type === 'radio') return control.checked && !control.defaultChecked;
		if (control.type === 'checkbox') return control.checked !== control.defaultChecked;
	}
	return control.value !== control.defaultValue;
}
