import type { Place, Severity } from '#core/checks.ts';
import { ask, type Asked } from '../ask.ts';

/** A finding as the API tells of it. */
export type ToldFinding = {
	finding: string;
	severity: Severity;
	place: Omit<Place, 'sectionId'>;
	excerpt: string;
	message: string;
	todo: string;
	overridden: { by: string; at: number; reason: string } | null;
};

/** A finding with a name that no other of the list has: two passages that are alike share a finding's. */
export type ListedFinding = ToldFinding & { key: string };

/** A section has no more pages of findings than the checks find of all their kinds. */
const MOST_PAGES = 20;

/** All findings of a section as the server sees its text now, in its order. */
export async function readFindings(
	sectionId: string,
	signal: AbortSignal
): Promise<Asked<ListedFinding[]>> {
	const found: ToldFinding[] = [];
	let after = '';
	for (let pages = 0; pages < MOST_PAGES; pages += 1) {
		const query = new URLSearchParams({ limit: '200', ...(after === '' ? {} : { after }) });
		const answer = await ask<{ items: ToldFinding[]; next: string | null }>(
			`/sections/${encodeURIComponent(sectionId)}/findings?${query.toString()}`,
			signal
		);
		if (!answer.ok) return answer;
		found.push(...answer.value.items);
		if (answer.value.next === null) break;
		after = answer.value.next;
	}
	const times = new Map<string, number>();
	return {
		ok: true,
		value: found.map((one) => {
			const n = times.get(one.finding) ?? 0;
			times.set(one.finding, n + 1);
			return { ...one, key: `${one.finding} ${n}` };
		})
	};
}
