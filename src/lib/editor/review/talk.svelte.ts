import type { Review, ThreadOnPage } from '#core/review.ts';
import type { ThreadAct } from '#core/thread-act.ts';
import { actOnThreads, readThreads, type Answer, type Told } from './ask-threads.ts';
import { newsIn, type News } from './news.ts';

/** What is said about one section: read, acted on, and told when others did. */
export class Talk {
	review: Review | null = $state.raw(null);
	/** Why the last reading failed; undefined when it did not. */
	failed: Told | null | undefined = $state.raw(undefined);
	readonly #address: string;
	readonly #onNews: (news: News[]) => void;
	/** Of two answers the one that was asked for later counts. */
	#asked = 0;

	constructor(reportId: string, sectionId: string, onNews: (news: News[]) => void) {
		this.#address = `/reports/${reportId}/sections/${sectionId}/threads`;
		this.#onNews = onNews;
	}

	get threads(): ThreadOnPage[] {
		return this.review?.threads ?? [];
	}

	get open(): ThreadOnPage[] {
		return this.threads.filter(({ state }) => state === 'open');
	}

	async read(): Promise<void> {
		const mine = (this.#asked += 1);
		const answer = await readThreads(this.#address);
		if (mine !== this.#asked) return;
		this.failed = answer.ok ? undefined : answer.told;
		if (!answer.ok) return;
		const before = this.review;
		this.review = answer.value;
		if (before !== null) this.#onNews(newsIn(before, answer.value));
	}

	/** Does something, and shows how all is then. */
	async act(act: ThreadAct): Promise<Answer<ThreadOnPage | undefined>> {
		const answer = await actOnThreads(this.#address, act);
		if (!answer.ok) return answer;
		const { review, threadId } = answer.value;
		this.#asked += 1;
		this.review = review;
		this.failed = undefined;
		return { ok: true, value: review.threads.find(({ id }) => id === threadId) };
	}
}
