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
	/** The note's number, and the id of its words; that of its mark is made of it. */
	of: (note: DocNode) => { number: number; id: string };
	/** What the list is called, a mark, and the way back; read aloud only. */
	label: string;
	mark: (number: number) => string;
	back: (number: number) => string;
};

/** Notes of a text that stands alone: numbered in the order in which they are met. */
export function countedNotes(): NoteNames {
	let number = 0;
	return {
		of: () => {
			number += 1;
			return { number, id: `not-${number}` };
		},
		label: '',
		mark: String,
		back: String
	};
}

/** The id of the place in the text that a note belongs to. */
export const markId = (noteId: string): string => `${noteId}-i-texten`;

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
		const { number, id } = this.#names.of(note);
		this.#notes.push({ number, html: this.#noteHtml(number, id, words) });
		const label = attribute('aria-label', this.#names.mark(number));
		return (
			`<sup class="note-mark"><a${attribute('href', `#${id}`)}${attribute('id', markId(id))}` +
			` role="doc-noteref"${label}>${number}</a></sup>`
		);
	}

	#noteHtml(number: number, id: string, words: string): string {
		const said = noteParts(words)
			.map(({ text, href }) =>
				href === null ? escapeHtml(text) : `<a${attribute('href', href)}>${escapeHtml(text)}</a>`
			)
			.join('');
		const back =
			`<a${attribute('href', `#${markId(id)}`)} role="doc-backlink"` +
			`${attribute('aria-label', this.#names.back(number))}>↑</a>`;
		return `<li${attribute('id', id)} value="${number}">${said} ${back}</li>`;
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
	const lines = Object.entries(signatureText(attrs)).filter(([, line]) => line !== '');
	return `<div class="signature">${lines
		.map(([name, line]) => `<p class="${name}">${escapeHtml(line)}</p>`)
		.join('')}</div>`;
}
