/** How long news are gathered before they are read out. */
const GATHER_MS = 2500;
/** More than this at once is noise: the newest are told. */
const MOST = 4;

/**
 * What a polite live region says: news about others and about locks, gathered for a moment so that
 * ten people who come at once are one sentence and not ten interruptions.
 */
export class Announcer {
	text = $state('');
	#news: string[] = [];
	#timer: ReturnType<typeof setTimeout> | null = null;

	say(news: string): void {
		if (!this.#news.includes(news)) this.#news.push(news);
		if (this.#timer !== null) return;
		this.#timer = setTimeout(() => {
			this.#timer = null;
			this.text = this.#news.slice(-MOST).join('. ');
			this.#news = [];
		}, GATHER_MS);
	}
}
