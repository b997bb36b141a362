import { longDate, upperFirst } from './format.ts';
import type { DocNode } from './publication.ts';

/** Who answers for a text, as it is written: "Stockholm den 16 mars 2016", name, title. */
export type SignatureText = { when: string; name: string; title: string };

/** True for a day of the calendar as `2016-03-16`. */
function isIsoDay(said: string): boolean {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(said)) return false;
	const day = new Date(`${said}T00:00:00Z`);
	return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(said);
}

/** A date as it stands after a place: an ISO date in words, anything else as it was typed. */
function dateText(said: string): string {
	const day = isIsoDay(said) ? longDate(said, 'sv') : said;
	return /^\d{1,2}\s\p{L}+\s\d{4}$/u.test(day) ? `den ${day}` : day;
}

/** Place and date in one line; one of them alone stands by itself. */
function whenLine(place: string, date: string): string {
	if (place === '' || date === '') return upperFirst(place + date);
	return /^(?:den|i) /i.test(date) ? `${place} ${date}` : `${place}, ${date}`;
}

/** What a signature says; what nobody filled in is empty. */
export function signatureText(attrs: DocNode['attrs']): SignatureText {
	const said = (name: string): string => {
		const value = attrs?.[name];
		return typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : '';
	};
	return {
		when: whenLine(said('place'), dateText(said('date'))),
		name: said('name'),
		title: said('title')
	};
}

/** The lines of a signature, those that are filled in. */
export function signatureLines(attrs: DocNode['attrs']): string[] {
	const { when, name, title } = signatureText(attrs);
	return [when, name, title].filter((line) => line !== '');
}
