import type { sv } from './sv.ts';

export type Lang = 'sv' | 'en';
export const LANGS = ['sv', 'en'] as const;
export type Messages = typeof sv;

const loaded: Partial<Record<Lang, Messages>> = {};

/**
 * Loads the texts of a language, once. The root layout waits for it before a page is drawn, so that a
 * browser fetches one language; the server loads both when it starts.
 */
export async function loadMessages(lang: Lang): Promise<void> {
	loaded[lang] ??= lang === 'en' ? (await import('./en.ts')).en : (await import('./sv.ts')).sv;
}

/**
 * All texts of the interface in one language that was loaded. A page of errors may come before any
 * language is known: it speaks the one that there is.
 * @throws Error when no language was loaded
 */
export function messages(lang: Lang): Messages {
	const texts = loaded[lang] ?? loaded.sv ?? loaded.en;
	if (texts === undefined) throw new Error('no language was loaded');
	return texts;
}
