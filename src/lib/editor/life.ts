import type { ServerMessage } from '#collab/protocol.ts';
import type { DocNode } from '#core/publication.ts';
import { docJson, jsonOf } from '#schema/content.ts';
import { plainText } from '#schema/text.ts';
import type { Editor } from '@tiptap/core';
import type { Node as ModelNode } from '@tiptap/pm/model';
import { SectionConnection } from './connection.ts';
import { guardBinding, type BindingGuard } from './guard.ts';
import type { SaveState } from './save-state.ts';
import { othersIn, type Person, type SectionFacts } from './session-view.ts';
import { leaveStill, placeOf, type Place } from './still.ts';
import { blocksHolding } from './unsent/holding.ts';
import { putBack } from './unsent/put-back.ts';
import type { Unsent } from './unsent/store.ts';

export type LifeOptions = {
	facts: SectionFacts;
	url: string;
	me: Person;
	host: HTMLElement;
	createEditor: (connection: SectionConnection, element: HTMLElement) => Editor;
	webSocket?: typeof WebSocket;
	unsent?: Unsent;
};

export type LifeEvents = {
	save: (save: SaveState) => void;
	others: (others: Person[]) => void;
	/** The server's text is here; an editor may be bound. */
	synced: () => void;
	note: (message: ServerMessage) => void;
	closed: (code: number) => void;
	/** The document is not what its authors made of it any more: another life is to begin. */
	harmed: () => void;
	/** A view that did not follow was drawn anew. */
	stale: () => void;
};

/**
 * One document of a section from its first connection to its end: socket, text, editor. A document
 * that has gone astray is not mended but ended, and another life begins (`session.ts`).
 */
export class Life {
	readonly connection: SectionConnection;
	readonly #options: LifeOptions;
	readonly #events: LifeEvents;
	#editor: Editor | null = null;
	#guard: BindingGuard | null = null;
	#base: ModelNode | null = null;

	constructor(options: LifeOptions, events: LifeEvents) {
		this.#options = options;
		this.#events = events;
		const { url, facts, webSocket, unsent } = options;
		this.connection = new SectionConnection({
			url,
			sectionId: facts.id,
			epoch: facts.epoch,
			...(webSocket === undefined ? {} : { webSocket }),
			...(unsent === undefined ? {} : { unsent }),
			events: {
				...events,
				reading: () => this.#guard?.beforeReading(),
				observerFailed: () => {
					events.stale();
					this.#guard?.renderAnew();
				}
			}
		});
		const { awareness, doc } = this.connection.provider;
		awareness.on('change', () =>
			events.others(othersIn(awareness.getStates(), doc.clientID, options.me.id))
		);
	}

	get editor(): Editor | null {
		return this.#editor;
	}

	/** The text before the first change that is not yet acknowledged; null when there was none. */
	get base(): DocNode | null {
		return this.#base === null ? null : jsonOf(this.#base);
	}

	/** What of the text before certainly needs no keeping: the blocks without a letter that is unsent. */
	get safe(): DocNode {
		const { doc, unsent } = this.connection;
		const own = this.#text().content ?? [];
		const unsafe = new Set(
			[...blocksHolding(doc, unsent)].map((i) => plainText(own[i] ?? { type: 'doc' }))
		);
		const content = this.base?.content ?? [];
		return { type: 'doc', content: content.filter((block) => !unsafe.has(plainText(block))) };
	}

	/** The changes that the server has not acknowledged, to be put in again. */
	get wish(): readonly Uint8Array[] {
		return [...this.connection.unsent];
	}

	/** The text as it is here, and behind it the words that somebody else's deletion took along. */
	get ownText(): DocNode {
		const { buried } = this.connection;
		const text = this.#text();
		if (buried === '') return text;
		const paragraph = { type: 'paragraph', content: [{ type: 'text', text: buried }] };
		return { ...text, content: [...(text.content ?? []), paragraph] };
	}

	/** What the view shows where the document cannot be read. */
	#text(): DocNode {
		try {
			return docJson(this.connection.doc);
		} catch (error) {
			if (!(error instanceof RangeError)) throw error;
			return this.#editor === null ? { type: 'doc' } : jsonOf(this.#editor.state.doc);
		}
	}

	/** Where the person is in the text. */
	get place(): Place | null {
		return this.#editor === null ? null : placeOf(this.#editor);
	}

	/** Puts an editor in the host's place for the text. */
	bind(editable: boolean): Editor {
		const element = document.createElement('div');
		const editor = this.#options.createEditor(this.connection, element);
		// Told to the blocks, too: they were drawn before, as those of a text that takes letters.
		editor.setEditable(editable);
		editor.on('beforeTransaction', ({ transaction }) => {
			if (transaction.docChanged) this.#noteBase();
		});
		this.#editor = editor;
		this.#guard = guardBinding(editor.view, () => this.#events.stale());
		this.#options.host.replaceChildren(element);
		return editor;
	}

	/** Puts in what a closed page of this person had typed; false when the document lacks its base. */
	putBack(updates: Uint8Array[]): boolean {
		this.#noteBase();
		return putBack(this.connection.doc, updates);
	}

	#noteBase(): void {
		if (this.connection.save.unsaved === 0) this.#base = this.#editor?.state.doc ?? null;
	}

	/** Lets the others see the person here, or not. */
	setHere(here: boolean): void {
		this.connection.show(here ? this.#options.me : null);
		// The caret's place is told at the next look of its plugin.
		if (here && this.#editor !== null) this.#editor.view.dispatch(this.#editor.state.tr);
	}

	/** Editor, provider, document, in that order; a still picture of the text stays. */
	end(): void {
		if (this.#editor !== null) {
			leaveStill(this.#editor, this.#options.host);
			this.#editor.destroy();
		}
		this.connection.destroy();
		this.#editor = this.#guard = null;
	}
}
