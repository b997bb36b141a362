import type { ServerMessage } from '#collab/protocol.ts';
import { SectionConnection } from '#editor/connection.ts';
import { FRAGMENT } from '#schema/version.ts';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { firstText } from './client.ts';

// y-websocket listens for the end of the process in each provider, and here are many.
process.setMaxListeners(500);

/** What the typists of one test have written: which words there must be, and which may be gone. */
export class Words {
	readonly #deleted = new Set<string>();
	#made = 0;

	/** A word that nobody has written before, `w17z`: no word is the beginning of another. */
	next(): string {
		return `w${this.#made++}z`;
	}

	/** Somebody deleted this text: its words may be missing from now on. */
	gone(text: string): void {
		for (const word of wordsIn(text)) this.#deleted.add(word);
	}

	/** Whether somebody deleted it. */
	isGone(word: string): boolean {
		return this.#deleted.has(word);
	}

	/** Of `expected`, the words that are missing in `text` or stand in it twice. */
	faults(expected: Iterable<string>, text: string): string[] {
		const count = new Map<string, number>();
		for (const word of wordsIn(text)) count.set(word, (count.get(word) ?? 0) + 1);
		const wrong = [...count].filter(([, n]) => n > 1).map(([word, n]) => `${word} ${n} times`);
		for (const word of expected)
			if (!count.has(word) && !this.#deleted.has(word)) wrong.push(`${word} missing`);
		return wrong;
	}
}

export const wordsIn = (text: string): string[] => text.match(/w\d+z/g) ?? [];

/** The words of a document, read without any schema. */
export const textOf = (doc: Y.Doc): string => doc.getXmlFragment(FRAGMENT).toJSON();

/** A WebSocket class that sends a cookie and an Origin, as a browser does. */
export function socketOf(cookie: string, origin: string): typeof globalThis.WebSocket {
	class Socket extends WebSocket {
		constructor(url: string | URL, protocols?: string | string[]) {
			super(url, protocols, { headers: { cookie, origin } });
			// A socket that is cut says so; what matters is that it closes.
			this.on('error', () => undefined);
		}
	}
	return Socket as unknown as typeof globalThis.WebSocket;
}

export type TypistOptions = {
	ws: string;
	origin: string;
	cookie: string;
	section: { id: string; epoch: number };
	words: Words;
	random: () => number;
};

/** A person who writes through the browser's own connection, without a browser. */
export class Typist {
	readonly connection: SectionConnection;
	readonly notes: ServerMessage[] = [];
	/** Updates of others (and the server's) in the order in which they came. */
	readonly received: Uint8Array[] = [];
	/** Own updates, in the order in which they were made, with the words that each brought. */
	readonly made: { update: Uint8Array; words: string[] }[] = [];
	/** The code with which the server ended the connection for good. */
	closedWith: number | null = null;
	/** W8: what is typed after a refusal goes nowhere; a page would load the section anew. */
	refused = false;
	readonly #words: Words;
	readonly #random: () => number;
	#own: Y.XmlText | null = null;
	#writing: string[] = [];

	constructor(options: TypistOptions) {
		this.#words = options.words;
		this.#random = options.random;
		this.connection = new SectionConnection({
			url: options.ws,
			sectionId: options.section.id,
			epoch: options.section.epoch,
			webSocket: socketOf(options.cookie, options.origin),
			events: {
				save: () => undefined,
				synced: () => undefined,
				reading: () => undefined,
				note: (note) => {
					this.notes.push(note);
					if (note.type === 'refused') this.refused = true;
				},
				closed: (code) => (this.closedWith = code),
				observerFailed: (error) => {
					throw error;
				},
				harmed: () => {
					throw new Error('nothing is drawn here');
				}
			}
		});
		this.doc.on('update', (update: Uint8Array, origin: unknown) => {
			if (origin === this.connection.provider) this.received.push(update);
			else this.made.push({ update, words: this.#writing.splice(0) });
		});
		this.connection.connect();
	}

	get doc(): Y.Doc {
		return this.connection.doc;
	}

	get isReady(): boolean {
		return this.connection.save.status === 'connected';
	}

	/** Own updates that the server has acknowledged. */
	acknowledged(): { update: Uint8Array; words: string[] }[] {
		return this.made.slice(0, this.made.length - this.connection.save.unsaved);
	}

	/** One word at the end of the own paragraph. */
	type(): string {
		const word = this.#words.next();
		const text = this.#paragraph();
		this.#write(() => text.insert(text.length, `${word} `), [word]);
		return word;
	}

	/** One word in a new paragraph at the end, which becomes the own one. */
	paragraph(): string {
		const word = this.#words.next();
		const text = new Y.XmlText(`${word} `);
		this.#own = text;
		const root = this.doc.getXmlFragment(FRAGMENT);
		this.#write(() => root.insert(root.length, [paragraphOf(text)]), [word]);
		return word;
	}

	/** A word in the own paragraph, or where everybody writes. */
	say(): void {
		if (this.#random() < 0.7) this.type();
		else this.#typeShared();
	}

	/** Something that people do, at random: mostly a word, sometimes much at once. */
	act(): void {
		const dice = this.#random();
		if (dice < 0.5) this.type();
		else if (dice < 0.65) this.#typeShared();
		else if (dice < 0.75) this.#split();
		else if (dice < 0.85) this.#deleteWord(this.#paragraph());
		else if (dice < 0.9) this.#deleteWord(firstText(this.doc));
		else for (let i = 5 + this.#random() * 30; i > 0; i -= 1) this.type();
	}

	destroy(): void {
		this.connection.destroy();
	}

	#write(change: () => void, words: string[] = []): void {
		this.#writing.push(...words);
		this.doc.transact(change);
	}

	/** A paragraph that nobody else writes in. */
	#paragraph(): Y.XmlText {
		const known = this.#own;
		if (known !== null && known.doc !== null && !isGone(known)) return known;
		const text = new Y.XmlText();
		this.#own = text;
		const root = this.doc.getXmlFragment(FRAGMENT);
		this.#write(() => root.insert(root.length, [paragraphOf(text)]));
		return text;
	}

	/** A word at the start of the text that everybody writes in. */
	#typeShared(): void {
		const word = this.#words.next();
		this.#write(() => firstText(this.doc).insert(0, `${word} `), [word]);
	}

	/** Enter in the middle of the own paragraph: what follows moves into a new one. */
	#split(): void {
		const text = this.#paragraph();
		const content = plain(text);
		const at = content.indexOf(' ', Math.floor(this.#random() * content.length)) + 1;
		const tail = content.slice(at);
		const paragraph = text.parent;
		if (at === 0 || tail === '' || !(paragraph instanceof Y.XmlElement)) return;
		const next = new Y.XmlText(tail);
		this.#write(() => {
			const root = this.doc.getXmlFragment(FRAGMENT);
			root.insertAfter(paragraph, [paragraphOf(next)]);
			text.delete(at, tail.length);
		});
		this.#own = next;
	}

	#deleteWord(text: Y.XmlText): void {
		const content = plain(text);
		const words = [...content.matchAll(/w\d+z /g)];
		const match = words[Math.floor(this.#random() * words.length)];
		if (!match) return;
		this.#words.gone(match[0]);
		this.#write(() => text.delete(match.index, match[0].length));
	}
}

const paragraphOf = (text: Y.XmlText): Y.XmlElement => {
	const paragraph = new Y.XmlElement('paragraph');
	paragraph.insert(0, [text]);
	return paragraph;
};

const isGone = (type: Y.XmlText): boolean => type._item?.deleted === true;

/** The letters of a text, by the positions that `insert` and `delete` count; marks are left out. */
const plain = (text: Y.XmlText): string =>
	(text.toDelta() as { insert: unknown }[])
		.map(({ insert }) => (typeof insert === 'string' ? insert : ' '))
		.join('');
