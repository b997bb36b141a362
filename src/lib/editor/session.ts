import { CLOSES } from '#collab/closes.ts';
import type { ServerMessage } from '#collab/protocol.ts';
import type { Editor } from '@tiptap/core';
import { answerToClose, answerToRefusal, type Answer } from './answers.ts';
import { Baggage } from './baggage.ts';
import type { SectionConnection } from './connection.ts';
import { keptText, type KeptText, type KeptWhy } from './kept-text.ts';
import { Life, type LifeOptions } from './life.ts';
import { OwnWords } from './own-words.ts';
import { ResetCap } from './reset-cap.ts';
import { compareAtRest, type Idle } from './rest.ts';
import {
	firstView,
	isWritable,
	type Counts,
	type Person,
	type SessionView,
	type Trouble
} from './session-view.ts';
import { returnTo, type Place } from './still.ts';

export type SessionOptions = LifeOptions & {
	onView: (view: SessionView) => void;
	/** The report's figures changed: what blocks show must be read again. */
	onFigures: () => void;
	/** Who is in which section of the report, this one among them. */
	onPresence: (sections: Record<string, Person[]>) => void;
	/** The page can do no more by itself: sign in again, or load the page anew. */
	onLeave: (to: 'signIn' | 'reload') => void;
	/** What an earlier page of this person set aside. */
	kept?: KeptText[];
	idle?: Idle;
	/** How long to wait before a store that was full is tried again. */
	waitMs?: number;
};

const WAIT_MS = 5_000;

/** What drawing a colleague’s change would have deleted, as the gate would name it. */
const HARMED: KeptWhy = { kind: 'refused', refusal: { code: 'malformed', rule: 'nesting' } };

/**
 * One section on the page: opens its document, follows locks and rights, and begins anew with the
 * server's text when the server says that this document has gone astray, with the person's own words
 * set aside first (W8).
 */
export class SectionSession {
	readonly #options: SessionOptions;
	readonly #cap = new ResetCap();
	#view: SessionView;
	#life: Life | null = null;
	#baggage: Baggage | null = null;
	#place: Place | null = null;
	#here = false;
	#waiting: ReturnType<typeof setTimeout> | null = null;
	/** What the person typed that is not in the text. */
	readonly words: OwnWords;

	constructor(options: SessionOptions) {
		this.#options = options;
		const { facts, kept = [], unsent } = options;
		this.#view = { ...firstView(facts), kept };
		this.words = new OwnWords(
			kept,
			unsent,
			(view) => this.#set(view),
			() => this.#takeLeftBehind()
		);
	}

	get view(): SessionView {
		return this.#view;
	}

	get connection(): SectionConnection | null {
		return this.#life?.connection ?? null;
	}

	get editor(): Editor | null {
		return this.#life?.editor ?? null;
	}

	/** True while closing the page would lose words: unacknowledged, or on their way to the panel. */
	get hasUnsaved(): boolean {
		return this.#view.save.unsaved > 0 || this.#baggage !== null;
	}

	/** Connects, for the first time or again after `pause`. */
	open(): void {
		if (this.#waiting !== null) return;
		if (this.#life !== null) this.#life.connection.connect();
		else if (this.#view.trouble === null && this.#baggage === null) this.#begin();
	}

	/** Ends the socket while the section is out of sight; never with work in it. */
	pause(): void {
		if (!this.hasUnsaved && !this.editor?.isFocused) this.connection?.pause();
	}

	/** Whether the person reads or writes in this section, for the others to see. */
	setHere(here: boolean): void {
		if (here === this.#here) return;
		this.#here = here;
		this.#life?.setHere(here);
	}

	/** The network may have changed. */
	retry(): void {
		if (this.#waiting === null) this.connection?.retry();
	}

	/** The person looks at the page again. */
	wake(): void {
		if (this.#waiting === null) this.connection?.wake();
	}

	/** All that would be lost with this page, for the next one to show. */
	setAside(): KeptText[] {
		const { onlyHere } = this.words;
		const log = this.#baggage === null ? this.connection?.log : this.#baggage.log;
		// What is in the browser's store is sent by the next page itself.
		if (log?.isLasting === true) return onlyHere;
		return [...onlyHere, ...this.#unsavedText({ kind: 'left' })];
	}

	/**
	 * Waits until all is acknowledged and numbered, so that `view.seq` names what this page shows.
	 * @returns false when something is still unsaved after `ms`
	 */
	async settle(ms = 4000): Promise<boolean> {
		const end = Date.now() + ms;
		while (this.#baggage !== null || this.connection?.settled !== true) {
			if (Date.now() > end) return !this.hasUnsaved && this.#life !== null;
			await new Promise((go) => setTimeout(go, 50));
		}
		this.#set({ seq: this.connection.seq });
		return true;
	}

	destroy(): void {
		if (this.#waiting !== null) clearTimeout(this.#waiting);
		this.#end();
		this.#baggage?.log?.letGo();
		this.words.leftBehind.release();
	}

	#begin(): void {
		const life = new Life(this.#options, {
			save: (save) => {
				this.#set({ save });
				if (save.unsaved === 0) this.words.leftBehind.answered();
			},
			others: (others) => {
				const ids = (people: Person[]) => people.map((p) => p.id).join();
				if (ids(others) !== ids(this.#view.others)) this.#set({ others });
			},
			synced: () => this.#bind(life),
			note: (message) => this.#onNote(life, message),
			closed: (code) => this.#answer(answerToClose(code), { kind: 'closed', code }, null),
			stale: () => this.#count('stale'),
			harmed: () => {
				this.#count('harmed');
				void this.#beginAnew(HARMED, null, this.#wish);
			}
		});
		this.#life = life;
		this.#set({ save: life.connection.save });
		if (this.#here) life.setHere(true);
		life.connection.connect();
	}

	/** The server's text is here: puts in what an undo wanted, then shows the editor. */
	#bind(life: Life): void {
		const { doc } = life.connection;
		const baggage = this.#baggage;
		const shown = baggage?.unpack(doc) ?? null;
		const editor = life.bind(isWritable(this.#view));
		if (this.#place !== null) returnTo(this.#place, editor);
		this.#baggage = this.#place = null;
		this.#set({ live: true });
		this.words.keep([shown]);
		this.#takeLeftBehind();
	}

	/** D4: what was typed in pages that were closed goes in as this page's own work, or is shown. */
	#takeLeftBehind(): void {
		const life = this.#life;
		const { leftBehind } = this.words;
		const { trouble } = this.#view;
		if (trouble === 'forbidden' || trouble === 'notFound')
			return this.words.keep(leftBehind.show({ kind: 'closed', code: CLOSES[trouble].code }));
		if (life === null || life.editor === null) return;
		this.words.keep(leftBehind.putBack((updates) => life.putBack(updates)));
		if (life.connection.save.unsaved === 0) leftBehind.answered();
	}

	#onNote(life: Life, message: ServerMessage): void {
		if (life !== this.#life) return;
		const { seq, settled } = life.connection;
		switch (message.type) {
			case 'ack':
				return this.#set({ seq, trouble: null });
			case 'state': {
				const { state, lock, mayEdit, version } = message;
				this.#set({ state, lock, mayEdit, version, seq });
				life.editor?.setEditable(isWritable(this.#view), true);
				return;
			}
			case 'figures':
				return this.#options.onFigures();
			case 'review':
				return this.#set({ reviewed: this.#view.reviewed + 1 });
			case 'presence':
				return this.#options.onPresence(message.sections);
			case 'hash':
				this.#set({ seq });
				if (settled && message.seq === seq) void this.#compare(life, message.hash);
				return;
			case 'late':
				if (this.words.late(message)) this.#count('late');
				return;
			case 'lateDecided':
				return this.words.decided(message);
			case 'refused': {
				const { refusal, lateId } = message;
				return this.#answer(answerToRefusal(refusal), { kind: 'refused', refusal }, lateId);
			}
		}
	}

	async #compare(life: Life, hash: string): Promise<void> {
		const { connection } = life;
		const verdict = await compareAtRest(connection.doc, hash, this.#options.idle);
		if (verdict !== 'differs' || life !== this.#life) return;
		this.#count('diverged');
		connection.say({ type: 'diverged', seq: connection.seq });
		await this.#beginAnew({ kind: 'diverged' }, null, null);
	}

	/** The changes to put in again; null without a change of one's own. */
	get #wish(): readonly Uint8Array[] | null {
		return this.#life?.base ? this.#life.wish : null;
	}

	#answer(answer: Answer, why: KeptWhy, lateId: string | null): void {
		switch (answer) {
			case 'wait':
				return this.#wait();
			case 'putIn': {
				const wish = this.#wish;
				if (wish !== null) this.#count('reordered');
				void this.#beginAnew(why, lateId, wish);
				return;
			}
			case 'startAnew':
				void this.#beginAnew(why, lateId, null);
				return;
			case 'forbidden':
			case 'notFound':
				return this.#withdraw(answer, why);
			case 'reload':
				this.#stop('reload', why);
				return this.#options.onLeave(answer);
			case 'signIn':
				// With what is unsent: the room sets it aside, or the next page finds it in the store.
				return this.#options.onLeave(answer);
		}
	}

	/** D5: nothing is thrown away; all that is unsent goes with the next sync step 2. */
	#wait(): void {
		this.connection?.pause();
		this.#set({ trouble: 'notSaved' });
		this.#waiting ??= setTimeout(() => {
			this.#waiting = null;
			this.connection?.connect();
		}, this.#options.waitMs ?? WAIT_MS);
	}

	/** Throws the document away and loads the server's; with `wish`, to put the difference in again. */
	async #beginAnew(
		why: KeptWhy,
		lateId: string | null,
		wish: readonly Uint8Array[] | null
	): Promise<void> {
		if (!this.#cap.allow(Date.now())) return this.#stop('tooManyResets', why);
		this.#count('resets');
		// Again before the last one had come through: what it carried is what the person wrote.
		this.#baggage ??= new Baggage(this.#life, why, lateId, wish);
		this.#place = this.#life?.place ?? this.#place;
		this.#forget();
		this.#end();
		// y-tiptap and the provider finish what they had begun in this turn.
		await Promise.resolve();
		this.#begin();
	}

	/** Ends the work in this section; the text stays on the page, to be read and copied. */
	#stop(trouble: Trouble, why: KeptWhy): void {
		const unsaved = this.#unsavedText(why);
		this.#forget();
		this.#baggage?.log?.forget();
		this.#finish(trouble, unsaved);
	}

	/** The same for a section that cannot be had any more: the store has the text until it is put away. */
	#withdraw(trouble: Trouble, why: KeptWhy): void {
		const log = this.#baggage?.log ?? this.connection?.log;
		const unsaved = this.#unsavedText(why);
		const { leftBehind } = this.words;
		for (const text of unsaved) {
			if (log) leftBehind.hold(text, () => log.forget());
			// It is among this document's own now.
			leftBehind.answered();
		}
		this.#finish(trouble, unsaved);
		this.#takeLeftBehind();
	}

	#finish(trouble: Trouble, unsaved: KeptText[]): void {
		this.#end();
		this.#baggage?.log?.letGo();
		this.#baggage = null;
		this.#set({ trouble });
		this.words.keep(unsaved);
	}

	#unsavedText(why: KeptWhy): KeptText[] {
		if (!this.hasUnsaved) return [];
		const mine = this.#baggage?.mine ?? this.#life?.ownText ?? { type: 'doc' };
		const safe = this.#baggage === null ? this.#life?.safe : this.#life?.base;
		const kept = keptText(mine, safe ?? { type: 'doc' }, why, null);
		return kept === null ? [] : [kept];
	}

	/** What this document has not saved is in a panel, or on its way there: never sent from the store. */
	#forget(): void {
		const log = this.connection?.log;
		if (log !== this.#baggage?.log) log?.forget();
		this.words.leftBehind.answered();
	}

	#end(): void {
		this.#life?.end();
		this.#life = null;
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
