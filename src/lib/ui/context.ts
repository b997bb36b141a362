import { messages, type Lang, type Messages } from '#messages/index.ts';
import { getContext, setContext } from 'svelte';

/** What every part of the interface needs to know to speak. */
export interface Ui {
	readonly lang: Lang;
	/** All texts in that language. */
	readonly t: Messages;
	/**
	 * The server's clock when the page was made, in milliseconds since 1970: "i dag" is the same word
	 * in the first HTML and in the browser, whatever the reader's own clock says.
	 */
	readonly now: number;
}

const KEY = Symbol('ui');

/** Called once, by the root layout. `read` is asked anew each time, so that it may be reactive. */
export function provideUi(read: () => { lang: Lang; now: number }): void {
	const ui: Ui = {
		get lang() {
			return read().lang;
		},
		get t() {
			return messages(read().lang);
		},
		get now() {
			return read().now;
		}
	};
	setContext(KEY, ui);
}

/** The same, of contexts that are handed on to what is mounted apart. */
export const uiIn = (contexts: Map<unknown, unknown>): Ui => contexts.get(KEY) as Ui;

/** Language, texts and clock, for any component below the root layout. */
export function useUi(): Ui {
	return getContext<Ui>(KEY);
}
