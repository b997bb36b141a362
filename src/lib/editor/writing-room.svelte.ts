import type { Messages } from '#messages/index.ts';
import type { Editor } from '@tiptap/core';
import { getContext, setContext } from 'svelte';
import { Announcer } from './announcer.svelte.ts';
import type { DialogActions } from './commands.ts';
import { FiguresStore } from './figures.svelte.ts';
import { FollowedMap } from './followed-map.svelte.ts';
import { isOnlyHere, keepAcross, mayReload } from './kept-store.ts';
import type { IndicatorChoice, ReportFacts } from './report-facts.ts';
import type { SectionSession } from './session.ts';
import { signsOut } from './sign-out.ts';
import type { Person, SessionView } from './session-view.ts';
import { SlashMenuModel } from './slash-menu.svelte.ts';
import type { Orphan } from './unsent/at-return.ts';

/** A question that must be answered before the text changes. */
export type RoomDialog =
	| { kind: 'link'; editor: Editor }
	/** The note that is selected, or a new one. */
	| { kind: 'footnote'; editor: Editor }
	| { kind: 'indicator'; block: 'indicator' | 'figure'; choose: (id: string) => void }
	| { kind: 'picture'; editor: Editor; file: File | null }
	/** A new chart; or the caption, picture and source of the table at the caret. */
	| { kind: 'chart'; editor: Editor; isNew: boolean }
	/** A table of areas to be put in. */
	| { kind: 'areas'; editor: Editor; purpose: 'plan' | 'followUp' }
	/** Where the number of a block comes from. */
	| { kind: 'card'; sectionId: string; indicator: string }
	/** Last year's text of a section: it stays while others are asked. */
	| { kind: 'previous'; sectionId: string };

/** How often the toolbar looks at the text at most: not on the way of a key. */
const LOOK_MS = 120;

export type RoomOptions = {
	texts: () => Messages['editor'];
	facts: () => ReportFacts;
	/** Reads the page's data anew. */
	refresh: () => void;
	/** Goes to the login page and back. */
	signIn: () => void;
};

/** What the sections of one page share: figures, who is where, the toolbar's editor, questions. */
export class WritingRoom {
	readonly figures = new FiguresStore();
	readonly announcer = new Announcer();
	readonly slash: SlashMenuModel;
	readonly views = new FollowedMap<string, SessionView>();
	/** By section id: the others who are there. */
	people: Record<string, Person[]> = $state.raw({});
	/** Sections for which a closed page of this person left something to send. */
	toSend: string[] = $state.raw([]);
	/** What was typed in sections that are not on the page any more. */
	orphans: Orphan[] = $state.raw([]);
	/** The editor that was written in last. */
	active: Editor | null = $state.raw(null);
	activeSection: string | null = $state(null);
	/** The section that is in the middle of the window. */
	inView: string | null = $state(null);
	#hasFocus = $state(false);
	/** Where the others see this person: where they write, else what they read. */
	readonly here = $derived(this.#hasFocus ? this.activeSection : this.inView);
	/** Raised when the active editor's text or selection may have changed. */
	beat = $state(0);
	dialog: RoomDialog | null = $state.raw(null);
	/** The section whose text of last year is read beside it. */
	beside: Extract<RoomDialog, { kind: 'previous' }> | null = $state.raw(null);
	/** The section whose comments are open, and what was asked for last: a new object each time. */
	review: { sectionId: string; what: 'threads' | 'comment' | 'suggest' } | null = $state.raw(null);
	/** By section id: how many threads are open, where that is newer than the page. */
	readonly openThreads = new FollowedMap<string, number>();
	readonly dialogs: DialogActions;
	/** Set by the toolbar: takes the focus. */
	focusToolbar: () => void = () => undefined;
	readonly #sessions = new FollowedMap<string, SectionSession>();
	readonly #options: RoomOptions;
	#looking: ReturnType<typeof setTimeout> | null = null;
	#refreshing: ReturnType<typeof setTimeout> | null = null;
	#leaving = false;

	constructor(options: RoomOptions) {
		this.#options = options;
		this.dialogs = {
			link: (editor) => (this.dialog = { kind: 'link', editor }),
			footnote: (editor) => (this.dialog = { kind: 'footnote', editor }),
			indicator: (editor, block) => this.pickIndicator(block, (id) => insert(editor, block, id)),
			picture: (editor) => (this.dialog = { kind: 'picture', editor, file: null }),
			areas: (editor, purpose) => (this.dialog = { kind: 'areas', editor, purpose }),
			chart: (editor) => (this.dialog = { kind: 'chart', editor, isNew: true })
		};
		this.slash = new SlashMenuModel(options.texts, this.dialogs);
	}

	get texts(): Messages['editor'] {
		return this.#options.texts();
	}

	get facts(): ReportFacts {
		return this.#options.facts();
	}

	get indicators(): IndicatorChoice[] {
		return this.facts.indicators;
	}

	/** True while leaving the page would lose words (D3). */
	get hasUnsaved(): boolean {
		const losesWords = (session: SectionSession) =>
			session.hasUnsaved || session.view.kept.some(isOnlyHere);
		return !this.#leaving && !signsOut() && this.#sessions.values().some(losesWords);
	}

	pickIndicator(block: 'indicator' | 'figure', choose: (id: string) => void): void {
		this.dialog = { kind: 'indicator', block, choose };
	}

	add(sectionId: string, session: SectionSession): void {
		this.#sessions.set(sectionId, session);
	}

	remove(sectionId: string): void {
		this.#sessions.delete(sectionId);
		this.views.delete(sectionId);
	}

	/** Takes who is where, and tells of who came to or left the section that is written in. */
	takePeople(people: Record<string, Person[]>): void {
		const others = Object.fromEntries(
			Object.entries(people).map(([sectionId, all]) => [
				sectionId,
				all.filter((person) => person.id !== this.facts.me.personId)
			])
		);
		const here = this.activeSection;
		const section = this.facts.sections.find((one) => one.id === here);
		if (here !== null && section !== undefined) {
			const before = this.people[here] ?? [];
			const after = others[here] ?? [];
			const { came, left, and } = this.texts.people;
			const names = (some: Person[]) => some.map((p) => p.name).join(and);
			const missingIn = (list: Person[]) => (p: Person) => !list.some((q) => q.id === p.id);
			const arrived = after.filter(missingIn(before));
			const gone = before.filter(missingIn(after));
			if (arrived.length > 0) this.announcer.say(came(names(arrived), section.title));
			if (gone.length > 0) this.announcer.say(left(names(gone), section.title));
		}
		this.people = others;
	}

	/** Somebody wants to say something: of the section where they marked words, write or read. */
	discuss(what: 'comment' | 'suggest'): void {
		const marked =
			getSelection()?.anchorNode?.parentElement?.closest<HTMLElement>('[data-section-id]');
		const sectionId = marked?.dataset['sectionId'] ?? this.activeSection ?? this.inView;
		if (sectionId !== null) this.review = { sectionId, what };
	}

	/** The editor that has the caret: what the toolbar works on. */
	activate(sectionId: string, editor: Editor): void {
		this.active = editor;
		this.activeSection = sectionId;
		this.#hasFocus = true;
		this.look();
	}

	/** The caret has left an editor; the toolbar goes on working on it. */
	blur(editor: Editor): void {
		if (this.active === editor) this.#hasFocus = false;
	}

	/** An editor is gone; the toolbar must not reach for it. */
	release(editor: Editor): void {
		if (this.active !== editor) return;
		this.active = null;
		this.#hasFocus = false;
	}

	/** The active text changed: the toolbar looks again soon. */
	look(): void {
		if (this.#looking !== null) return;
		this.#looking = setTimeout(() => {
			this.#looking = null;
			this.beat += 1;
		}, LOOK_MS);
	}

	/** Something of the page's data is old: several reasons within a moment are one reading. */
	refreshSoon(): void {
		if (this.#refreshing !== null) return;
		this.#refreshing = setTimeout(() => {
			this.#refreshing = null;
			this.#options.refresh();
		}, 250);
	}

	/** The network may have changed. */
	retryAll(): void {
		for (const session of this.#sessions.values()) session.retry();
	}

	/** The person looks at the page again. */
	wakeAll(): void {
		for (const session of this.#sessions.values()) session.wake();
	}

	/**
	 * D4: looks for what closed pages of this person could not send.
	 * @param gone aborted when the page is left: it has no facts from then on, and what it shows is
	 * another page's to show
	 */
	async lookForUnsent(gone: AbortSignal): Promise<void> {
		const { me, report, sections } = this.facts;
		const isGone = () => gone.aborted;
		const { lookForUnsent } = await import('./open-section.ts');
		if (isGone()) return;
		const isOnPage = (id: string) => sections.some((section) => section.id === id);
		const found = await lookForUnsent(me.personId, report.id, isOnPage);
		this.toSend = found.sections;
		this.orphans = found.orphans;
		const release = () => {
			for (const orphan of this.orphans) orphan.release();
			this.orphans = [];
		};
		if (isGone()) release();
		else gone.addEventListener('abort', release);
	}

	/** The person has taken what they wanted of an orphan. */
	dismissOrphan(orphan: Orphan): void {
		orphan.forget();
		this.orphans = this.orphans.filter((one) => one !== orphan);
	}

	/** Waits for everything unsaved; false when something still is after `ms`. */
	async settleAll(ms: number): Promise<boolean> {
		const open = this.#sessions.values().filter((session) => session.hasUnsaved);
		return (await Promise.all(open.map((session) => session.settle(ms)))).every(Boolean);
	}

	/** The person chose to leave without what is unsaved: nothing asks again. */
	forget(): void {
		this.#leaving = true;
	}

	/** Leaves the page for good reasons of the server's, with everybody's words set aside. */
	leave(to: 'signIn' | 'reload'): void {
		if (this.#leaving) return;
		if (to === 'reload' && !mayReload(Date.now())) return;
		for (const [sectionId, session] of this.#sessions.entries()) {
			const kept = session.setAside();
			if (kept.length > 0) keepAcross(this.facts.me.personId, sectionId, kept);
		}
		this.#leaving = true;
		if (to === 'reload') location.reload();
		else this.#options.signIn();
	}
}

function insert(editor: Editor, type: string, indicator: string): void {
	editor.chain().focus().insertContent({ type, attrs: { indicator } }).run();
}

const KEY = Symbol('writing room');

/** Makes the room known to everything below the page. */
export const provideRoom = (room: WritingRoom): WritingRoom => setContext(KEY, room);

/** The room of the page. */
export const useRoom = (): WritingRoom => getContext<WritingRoom>(KEY);
