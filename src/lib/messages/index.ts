import { en } from './en.ts';
import { sv } from './sv.ts';

export type Lang = 'sv' | 'en';
export const LANGS = ['sv', 'en'] as const;
export type Messages = typeof sv;

/** All texts of the interface in one language. */
export const messages = (lang: Lang): Messages => (lang === 'en' ? en : sv);
