import type { ServerMessage } from '#collab/protocol.ts';
import type { DocNode } from '#core/publication.ts';
import { docJson } from '#schema/content.ts';
import type { Editor } from '@tiptap/core';
import type { Node as ModelNode } from '@tiptap/pm/model';
import { answerToClose, answerToRefusal, type Answer } from './answers.ts';
import { SectionConnection } from './connection.ts';
import { guardBinding, type BindingGuard } from './guard.ts';
import { keptText, type KeptText, type KeptWhy } from './kept-text.ts';
import { putIn } from './put-in.ts';
import { ResetCap } from './reset-cap.ts';
import { compareAtRest, type Idle } from './rest.ts';
import {
	firstView,
	isWritable,
	othersIn,
	type Counts,
	type Person,
	type SectionFacts,
	type SessionView,
	type Trouble
} from './session-view.ts';
import { leaveStill, placeOf, returnTo, type Place } from './still.ts';

export type SessionOptions = {
	facts: SectionFacts;
	/** `wss://host/collab`. */
	url: string;
	/** How the others see this person. */
	me: Person;
	/** An empty element that belongs to the session: the editor is put into it. */
	host: HTMLElement;
	/** Builds an editor bound to the connection's document, in `element`. */
	createEditor: (connection: SectionConnection, element: HTMLElement) => Editor;
	onView: (view: SessionView) => void;
	/** The report's figures changed: what blocks show must be read again. */
	onFigures: () => void;
	/** Who is in which section of the report, this one among them. */
	onPresence: (sections: Record<string, Person[]>) => void;
	/** The page can do no more by itself: sign in again, or load the page anew. */
	onLeave: (to: 'signIn' | 'reload') => void;
	webSocket?: typeof WebSocket;
	idle?: Idle;
	/** What an earlier page of this person set aside. */
	kept?: KeptText | null;
	/** How long to wait before a store that was full is tried again. */
	waitMs?: number;
};

/** What is taken from one document's life into the next. */
type Baggage = { mine: DocNode; why: KeptWhy; lateId: string | null; base: DocNode | null };

const WAIT_MS = 5_000;

/**
 * One section on the page: opens its document, binds an editor to it, follows locks and rights, and
 * begins anew with the server's text when the server says that this document has gone astray, with
 * the person's own words set aside first (W8).
 */
export class SectionSession {
	readonly #options: SessionOptions;
	readonly #cap = new ResetCap();
	#view: SessionView;
	#connection: SectionConnection | null = null;
	#editor: Editor | null = null;
	#guard: BindingGuard | null = null;
	/** The text before the first change that is not yet acknowledged. */
	#base: ModelNode | null = null;
	#baggage: Baggage | null = null;
	#place: Place | null = null;
	#here = false;
	#waiting: ReturnType<typeof setTimeout> | null = null;

	constructor(options: SessionOptions) {
		this.#options = options;
		this.#view = { ...firstView(options.facts), kept: options.kept ?? null };
	}

	get view(): SessionView {
		return this.#view;
	}

	get connection(): SectionConnection | null {
		return this.#connection;
	}

	get editor(): Editor | null {
		return this.#editor;
	}

	/** True while closing the page would lose words: unacknowledged, or on their way to the panel. */
	get hasUnsaved(): boolean {
		return this.#view.save.unsaved > 0 || this.#baggage !== null;
	}

	/** Connects, for the first time or again after `pause`. */
	open(): void {
		if (this.#waiting !== null) return;
		if (this.#connection !== null) this.#connection.connect();
		else if (this.#view.trouble === null && this.#baggage === null) this.#start();
	}

	/** Ends the socket while the section is out of sight; never with work in it. */
	pause(): void {
		if (!this.hasUnsaved && !this.#editor?.isFocused) this.#connection?.pause();
	}

	/** Whether the person reads or writes in this section, for the others to see. */
	setHere(here: boolean): void {
		if (here === this.#here) return;
		this.#here = here;
		this.#connection?.show(here ? this.#options.me : null);
		// The caret's place is told at the next look of its plugin.
		if (here && this.#editor !== null) this.#editor.view.dispatch(this.#editor.state.tr);
	}

	/** The network may have changed. */
	retry(): void {
		if (this.#waiting === null) this.#connection?.retry();
	}

	/** All that would be lost with this page, for the next one to show; null when nothing would. */
	setAside(): KeptText | null {
		return this.#unsavedText({ kind: 'left' }) ?? this.#view.kept;
	}

	/** The person has taken what they wanted from the panel. */
	dismissKept(): void {
		this.#set({ kept: null });
	}

	/**
	 * Waits until all is acknowledged and numbered, so that `view.seq` names what this page shows.
	 * @returns false when something is still unsaved after `ms`
	 */
	async settle(ms = 4000): Promise<boolean> {
		const end = Date.now() + ms;
		while (this.#baggage !== null || this.#connection?.settled !== true) {
			if (Date.now() > end) return !this.hasUnsaved && this.#connection !== null;
			await new Promise((go) => setTimeout(go, 50));
		}
		this.#set({ seq: this.#connection.seq });
		return true;
	}

	destroy(): void {
		if (this.#waiting !== null) clearTimeout(this.#waiting);
		this.#tearDown();
	}

	#start(): void {
		const { url, facts, webSocket } = this.#options;
		const life = new SectionConnection({
			url,
			sectionId: facts.id,
			epoch: facts.epoch,
			...(webSocket === undefined ? {} : { webSocket }),
			events: {
				save: (save) => this.#set({ save }),
				synced: () => this.#bind(life),
				note: (message) => this.#onNote(life, message),
				closed: (code) => this.#answer(answerToClose(code), { kind: 'closed', code }, null),
				observerFailed: () => {
					this.#count('stale');
					this.#guard?.renderAnew();
				}
			}
		});
		this.#connection = life;
		if (this.#here) life.show(this.#options.me);
		const { awareness, doc } = life.provider;
		awareness.on('change', () => {
			const others = othersIn(awareness.getStates(), doc.clientID, this.#options.me.id);
			const ids = (people: { id: string }[]) => people.map((p) => p.id).join();
			if (ids(others) !== ids(this.#view.others)) this.#set({ others });
		});
		this.#set({ save: life.save });
		life.connect();
	}

	/** The server's text is here: puts in what an undo wanted, then shows the editor. */
	#bind(life: SectionConnection): void {
		const baggage = this.#baggage;
		if (baggage?.base) putIn(life.doc, baggage.base, baggage.mine);
		const element = document.createElement('div');
		const editor = this.#options.createEditor(life, element);
		editor.setEditable(isWritable(this.#view), false);
		editor.on('beforeTransaction', ({ transaction }) => {
			if (transaction.docChanged && life.save.unsaved === 0) this.#base = editor.state.doc;
		});
		this.#editor = editor;
		this.#guard = guardBinding(editor.view, () => this.#count('stale'));
		this.#options.host.replaceChildren(element);
		if (this.#place !== null) returnTo(this.#place, editor);
		let kept = this.#view.kept;
		if (baggage?.base === null)
			kept = keptText(baggage.mine, docJson(life.doc), baggage.why, baggage.lateId) ?? kept;
		this.#baggage = this.#place = null;
		this.#set({ live: true, kept });
	}

	#onNote(life: SectionConnection, message: ServerMessage): void {
		if (life !== this.#connection) return;
		const { seq } = life;
		switch (message.type) {
			case 'ack':
				return this.#set({ seq, trouble: null });
			case 'state': {
				const { state, lock, mayEdit, version } = message;
				this.#set({ state, lock, mayEdit, version, seq });
				this.#editor?.setEditable(isWritable(this.#view), true);
				return;
			}
			case 'figures':
				return this.#options.onFigures();
			case 'presence':
				return this.#options.onPresence(message.sections);
			case 'hash':
				this.#set({ seq });
				if (life.settled && message.seq === seq) void this.#compare(life, message.hash);
				return;
			case 'refused': {
				const { refusal, lateId } = message;
				return this.#answer(answerToRefusal(refusal), { kind: 'refused', refusal }, lateId);
			}
		}
	}

	async #compare(life: SectionConnection, hash: string): Promise<void> {
		const verdict = await compareAtRest(life.doc, hash, this.#options.idle);
		if (verdict !== 'differs' || life !== this.#connection) return;
		this.#count('diverged');
		life.say({ type: 'diverged', seq: life.seq });
		await this.#startAnew({
			mine: this.#ownText(),
			why: { kind: 'diverged' },
			lateId: null,
			base: null
		});
	}

	#answer(answer: Answer, why: KeptWhy, lateId: string | null): void {
		switch (answer) {
			case 'wait':
				return this.#wait();
			case 'putIn': {
				const base = (this.#base?.toJSON() ?? null) as DocNode | null;
				if (base !== null) this.#count('reordered');
				void this.#startAnew({ mine: this.#ownText(), why, lateId, base });
				return;
			}
			case 'startAnew':
				void this.#startAnew({ mine: this.#ownText(), why, lateId, base: null });
				return;
			case 'forbidden':
			case 'notFound':
				return this.#stop(answer, why);
			case 'reload':
			case 'signIn':
				this.#stop('reload', why);
				return this.#options.onLeave(answer);
		}
	}

	/** D5: nothing is thrown away; all that is unsent goes with the next sync step 2. */
	#wait(): void {
		this.#connection?.pause();
		this.#set({ trouble: 'notSaved' });
		this.#waiting ??= setTimeout(() => {
			this.#waiting = null;
			this.#connection?.connect();
		}, this.#options.waitMs ?? WAIT_MS);
	}

	/** Throws the document away and loads the server's. */
	async #startAnew(baggage: Baggage): Promise<void> {
		if (!this.#cap.allow(Date.now())) return this.#stop('tooManyResets', baggage.why);
		this.#count('resets');
		// Again before the last one had come through: what it carried is what the person wrote.
		this.#baggage ??= baggage;
		if (this.#editor !== null) this.#place = placeOf(this.#editor);
		this.#tearDown();
		// y-tiptap and the provider finish what they had begun in this turn.
		await Promise.resolve();
		this.#start();
	}

	/** Ends the work in this section; the text stays on the page, to be read and copied. */
	#stop(trouble: Trouble, why: KeptWhy): void {
		const kept = this.#unsavedText(why) ?? this.#view.kept;
		this.#tearDown();
		this.#baggage = null;
		this.#set({ trouble, kept });
	}

	#unsavedText(why: KeptWhy): KeptText | null {
		if (!this.hasUnsaved) return null;
		const base = (this.#base?.toJSON() ?? { type: 'doc' }) as DocNode;
		return keptText(this.#baggage?.mine ?? this.#ownText(), base, why, null);
	}

	/** The document as it is here; the view's text where the document cannot be read. */
	#ownText(): DocNode {
		try {
			if (this.#connection !== null) return docJson(this.#connection.doc);
		} catch (error) {
			if (!(error instanceof RangeError)) throw error;
		}
		return (this.#editor?.getJSON() as DocNode | undefined) ?? { type: 'doc' };
	}

	/** Editor, provider, document, in that order. */
	#tearDown(): void {
		if (this.#editor !== null) {
			leaveStill(this.#editor, this.#options.host);
			this.#editor.destroy();
		}
		this.#connection?.destroy();
		this.#editor = this.#guard = this.#connection = this.#base = null;
		this.#set({ others: [] });
	}

	#count(what: keyof Counts): void {
		this.#set({ counts: { ...this.#view.counts, [what]: this.#view.counts[what] + 1 } });
	}

	#set(change: Partial<SessionView>): void {
		this.#view = { ...this.#view, ...change };
		this.#options.onView(this.#view);
	}
}
