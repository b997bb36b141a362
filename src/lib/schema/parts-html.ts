import { noteText } from '#core/notes.ts';
import type { DocNode } from '#core/publication.ts';
import { referencesInOrder } from '#core/references.ts';
import { signatureText } from '#core/signature.ts';
import { attribute, escapeHtml } from './markup.ts';
import { noteParts } from './note-parts.ts';
import { plainText } from './text.ts';

/** Notes, references and signatures of a text as HTML. */

type Form = 'draft' | 'edition';

export type NoteNames = {
	/** The note's number, and the ids of its words and of its number in the text. */
	of: (note: DocNode) => { number: number; anchor: string; mark: string };
	/** What the list is called, a mark, and the way back; read aloud only. */
	label: string;
	note: (number: number) => string;
	back: (number: number) => string;
};

/** Notes of a text that stands alone: numbered in the order in which they are met. */
export function countedNotes(): NoteNames {
	let number = 0;
	return {
		of: () => {
			number += 1;
			return { number, anchor: `not-${number}`, mark: `not-${number}-i-texten` };
		},
		label: '',
		note: String,
		back: String
	};
}

/** The notes of a text: their marks on the way through it, their words at its end. */
export class NoteList {
	readonly #form: Form;
	readonly #names: NoteNames;
	readonly #notes: { number: number; html: string }[] = [];

	constructor(form: Form, names: NoteNames) {
		this.#form = form;
		this.#names = names;
	}

	/** A draft has the words at their mark, and its style counts; readers are led to them. */
	markHtml(note: DocNode): string {
		const words = noteText(note);
		if (this.#form === 'draft')
			return `<sup class="footnote"${attribute('data-note', words)}></sup>`;
		if (words === '') return '';
		const { number, anchor, mark } = this.#names.of(note);
		const said = noteParts(words)
			.map(({ text, href }) =>
				href === null ? escapeHtml(text) : `<a${attribute('href', href)}>${escapeHtml(text)}</a>`
			)
			.join('');
		const back =
			`<a${attribute('href', `#${mark}`)} role="doc-backlink"` +
			`${attribute('aria-label', this.#names.back(number))}>↑</a>`;
		const html = `<li${attribute('id', anchor)} value="${number}">${said} ${back}</li>`;
		this.#notes.push({ number, html });
		return (
			`<sup class="note-mark"><a${attribute('href', `#${anchor}`)}${attribute('id', mark)}` +
			` role="doc-noteref"${attribute('aria-label', this.#names.note(number))}>${number}</a></sup>`
		);
	}

	/** The words of all notes by their numbers; empty where there are none. */
	html(): string {
		if (this.#notes.length === 0) return '';
		const items = this.#notes.toSorted((a, b) => a.number - b.number).map(({ html }) => html);
		const label = this.#names.label === '' ? '' : attribute('aria-label', this.#names.label);
		return `<section class="notes" role="doc-endnotes"${label}><ol>${items.join('')}</ol></section>`;
	}
}

/** The works as they were typed, or for readers in alphabetical order. */
export function referencesHtml(
	node: DocNode,
	form: Form,
	paragraphHtml: (paragraph: DocNode) => string
): string {
	if (form === 'draft')
		return `<div data-block="references">${(node.content ?? []).map(paragraphHtml).join('')}</div>`;
	const works = referencesInOrder(node).filter((paragraph) => plainText(paragraph) !== '');
	return `<ul class="references">${works
		.map((paragraph) => `<li>${paragraphHtml(paragraph)}</li>`)
		.join('')}</ul>`;
}

/** Place and date, name, title: a line each. */
export function signatureHtml({ attrs }: DocNode): string {
	const { when, name, title } = signatureText(attrs);
	const line = (as: string, words: string): string =>
		words === '' ? '' : `<p class="${as}">${escapeHtml(words)}</p>`;
	return `<div class="signature">${line('when', when)}${line('name', name)}${line('office', title)}</div>`;
}
