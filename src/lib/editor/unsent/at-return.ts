import { keptWords, type KeptText } from '../kept-text.ts';
import { unsentStore } from './browser-store.ts';
import { takeClosedLives } from './closed-lives.ts';
import { typedText } from './typed-text.ts';

/** Words of a section that this person cannot open any more: put away, or left for another time. */
export type Orphan = { text: KeptText; forget: () => void; release: () => void };

/**
 * What this person typed in a report and never sent: the sections to open at once, so that it is sent
 * without their being looked at, and the words of those that are not on the page any more.
 */
export async function lookForUnsent(
	personId: string,
	reportId: string,
	isOnPage: (sectionId: string) => boolean
): Promise<{ sections: string[]; orphans: Orphan[] }> {
	const rows = await (await unsentStore()).ofPerson(personId);
	const sections = new Set(rows.map((row) => row.sectionId).filter(isOnPage));
	const orphans: Orphan[] = [];
	await takeClosedLives(
		unsentStore(),
		personId,
		(place) => place.reportId === reportId && !isOnPage(place.sectionId),
		({ place, updates, at, forget, release }) => {
			const words = typedText(updates);
			const text = keptWords(words, { kind: 'gone', section: place.section }, null, at);
			if (text === null) forget();
			else orphans.push({ text, forget, release });
		}
	);
	return { sections: [...sections], orphans };
}
