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
		.map((control) => ({
			control,
			value: control.value,
			ticked: 'checked' in control && control.checked
		}));
	return () => {
		for (const { control, value, ticked } of early) {
			// A field that shows it already keeps its caret.
			if (control.value !== value) control.value = value;
			if ('checked' in control) control.checked = ticked;
			for (const type of ['input', 'change'])
				control.dispatchEvent(new Event(type, { bubbles: true }));
		}
	};
}

function isChanged(control: Control): boolean {
	if ('options' in control) {
		const drawn = [...control.options].findIndex((option) => option.defaultSelected);
		return control.selectedIndex !== Math.max(drawn, 0);
	}
	if ('checked' in control && control.checked !== control.defaultChecked)
		// Of radios the one that was chosen says it for all.
		return control.checked || control.type === 'checkbox';
	return control.value !== control.defaultValue;
}
