import type { ValueStatus } from './indicator.ts';

/** Why there is no number. */
export type NoNumber = Exclude<ValueStatus, 'value'>;

/**
 * What stands in statistics instead of a number; null where it is not said why there is none. `..` is
 * Kolada's and Skolverket's secrecy.
 */
const WORDS = new Map<string, NoNumber | null>([
	['', null],
	['..', 'suppressed'],
	['…', 'suppressed'],
	['skyddad uppgift', 'suppressed'],
	['sekretess', 'suppressed'],
	['confidential', 'suppressed'],
	['-', 'missing'],
	['–', 'missing'],
	['—', 'missing'],
	['\u2212', 'missing'],
	['uppgift saknas', 'missing'],
	['saknas', 'missing'],
	['no figure', 'missing'],
	['.', 'notApplicable'],
	['ej tillämpligt', 'notApplicable'],
	['not applicable', 'notApplicable'],
	['ej redovisat', null],
	['not reported', null]
]);

/** The meaning of a word that stands instead of a number; undefined when it is none of them. */
export const noNumberWord = (text: string): NoNumber | null | undefined =>
	WORDS.get(text.trim().toLowerCase());
