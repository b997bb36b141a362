import { clockTime, formatWhen } from '#core/format.ts';
import type { Refusal } from '#core/result.ts';
import { messages, type Lang } from './index.ts';
import type { Words } from './refusal.sv.ts';

/** "i dag kl. 14.02", "12 nov. kl. 09.30": a moment within a sentence. */
function dayAndClock(at: number, now: number, lang: Lang): string {
	const clock = clockTime(at, lang);
	const when = formatWhen(at, now, lang);
	const day = when.endsWith(clock) ? when.slice(0, -clock.length).trimEnd() : when;
	return messages(lang).refusal.dayAndClock(day, clock);
}

/** A refusal in words: what happened, and what to do. `now` in milliseconds since 1970. */
export function refusalWords(refusal: Refusal, lang: Lang, now: number): Words {
	const words = messages(lang).refusal;
	switch (refusal.code) {
		case 'forbidden':
			return words.forbidden[refusal.why];
		case 'locked':
			return words.locked(refusal.lock, dayAndClock(refusal.lock.since, now, lang));
		case 'moved':
			return words.moved(
				refusal.happened,
				refusal.by,
				refusal.at === null ? null : dayAndClock(refusal.at, now, lang)
			);
		case 'tooLarge':
			return refusal.limit === 'image' ? words.imageTooLarge : words.tooLarge;
		case 'tooFast':
			return refusal.after === undefined
				? words.tooFast
				: { ...words.tooFast, then: words.wait(refusal.after) };
		case 'withdrawn':
			return { what: words.withdrawn, then: refusal.reason };
		case 'notSignedIn':
		case 'wrongCredentials':
		case 'notFound':
		case 'invalid':
		case 'reasonNeeded':
		case 'notReady':
		case 'malformed':
		case 'oldSchema':
		case 'otherEpoch':
		case 'notSaved':
		case 'source':
			return words[refusal.code];
	}
}

/** The same in one line, for the API and the log. */
export function refusalSentence(refusal: Refusal, lang: Lang, now: number): string {
	const { what, then } = refusalWords(refusal, lang, now);
	return then === '' ? what : `${what} ${then}`;
}
