import type { Review, ThreadOnPage } from '#core/review.ts';
import type { ThreadAct } from '#core/thread-act.ts';
import { tick } from 'svelte';
import type { Told } from './ask-threads.ts';
import { Drafts, type DraftKey } from './drafts.svelte.ts';
import { namedIn } from './mentions.ts';
import type { News } from './news.ts';
import { Talk } from './talk.svelte.ts';

export type Words = { what: string; then: string };

export type DeskOptions = {
	reportId: string;
	sectionId: string;
	personId: string;
	/** Why something was not done, in words; null: nobody answered. */
	refused: (told: Told | null) => Words;
	notSaved: () => Words;
	/** Waits until the server has every letter that an anchor may hold on to. */
	settle: () => Promise<boolean>;
	onNews: (news: News[]) => void;
	/** Goes to a thread's passage. */
	show: (thread: ThreadOnPage) => void;
};

/** What the parts of one section's panel share: what is said, what is being written, and what went wrong. */
export class ReviewDesk {
	readonly talk: Talk;
	readonly drafts: Drafts;
	readonly show: DeskOptions['show'];
	/** The thread that is looked at. */
	active: string | null = $state(null);
	filter: 'open' | 'done' = $state('open');
	/** Told to those who have the page read aloud. */
	says = $state('');
	/** What is being sent. */
	busy: string | null = $state(null);
	/** By what was to be done: why it was not. */
	problems: Record<string, Words | undefined> = $state({});
	readonly #options: DeskOptions;

	constructor(options: DeskOptions) {
		this.#options = options;
		this.show = options.show;
		this.talk = new Talk(options.reportId, options.sectionId, options.onNews);
		this.drafts = new Drafts(options.personId, options.sectionId);
	}

	get people(): Review['people'] {
		return this.talk.review?.people ?? [];
	}

	idOf(what: string): string {
		return `talk-${this.#options.sectionId}-${what}`;
	}

	async focus(what: string): Promise<void> {
		await tick();
		document.getElementById(this.idOf(what))?.focus();
	}

	/** Goes to a thread in the list. */
	look({ id, state }: ThreadOnPage): void {
		this.active = id;
		this.filter = state === 'open' ? 'open' : 'done';
	}

	/** Opens the field for something, with what is in it already. */
	begin(key: DraftKey, text = ''): void {
		if (this.drafts.get(key) === undefined) this.drafts.set(key, { text });
		void this.focus(key);
	}

	/** The words of a draft as they are sent. */
	said(key: DraftKey): { text: string; mentions: string[] } {
		const { text, picked } = this.drafts.get(key) ?? { text: '', picked: [] };
		return { text: text.trim(), mentions: namedIn(text, this.people, picked) };
	}

	/**
	 * Does something. What was written for it goes only when it is done.
	 * @param what the draft that it is made of, or a name for what is done without one
	 * @returns the thread as it is then; null when it was not done
	 */
	async act(what: string, act: ThreadAct, said: string): Promise<ThreadOnPage | null> {
		if (this.busy !== null) return null;
		this.busy = what;
		this.problems[what] = undefined;
		this.says = '';
		const done = await this.#send(what, act);
		this.busy = null;
		if (done === null) return null;
		this.drafts.drop(what as DraftKey);
		this.says = said;
		return done;
	}

	async #send(what: string, act: ThreadAct): Promise<ThreadOnPage | null> {
		const { settle, refused, notSaved } = this.#options;
		if ('anchor' in act && act.anchor !== null && !(await settle())) {
			this.problems[what] = notSaved();
			return null;
		}
		const answer = await this.talk.act(act);
		if (answer.ok) return answer.value ?? null;
		this.problems[what] = refused(answer.told);
		// Somebody else may have been first: what stands here is old then.
		if (answer.told !== null) void this.talk.read();
		return null;
	}
}
