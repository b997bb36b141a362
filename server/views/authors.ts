import { permit } from '#core/permit.ts';
import { personColour } from '#core/person-colour.ts';
import { ok, refuse } from '#core/result.ts';
import { authoredBlocks, type AuthoredBlock } from '#schema/authors.ts';
import { loadDoc } from '#schema/content.ts';
import { documentBytes, listClaims } from '#server/store/log.ts';
import { getReport } from '#server/store/reports.ts';
import type { Section } from '#server/store/sections.ts';
import type { Tx } from '#server/store/store.ts';
import { seenSection } from './api-section.ts';
import { namesOf } from './history.ts';
import type { View } from './index.ts';

/** Somebody whose words stand in the text. `id` null: the template, or the server. */
export type TextAuthor = {
	id: string | null;
	name: string;
	/** `#rrggbb`; empty for the template. */
	colour: string;
	/** What stands beside their words for who does not see colours; each has another. */
	mark: string;
	/** How many words of the text they wrote, most letters of each. */
	words: number;
};

export type AuthorsPage = {
	report: { id: string; title: string };
	section: { id: string; key: string; number: string; title: string };
	/** Those with the most words first, the template last. */
	authors: TextAuthor[];
	/** Of the text as it stands. */
	words: number;
	blocks: AuthoredBlock[];
};

/** R4: who wrote what of a section's text as it stands, for who may see its history. */
export const sectionAuthors: View<{ reportId: string; sectionId: string }, AuthorsPage> = async (
	tx,
	actor,
	params
) => {
	const seen = await seenSection(tx, actor, params.sectionId);
	if (!seen.ok) return seen;
	const { section, thing, actor: person } = seen.value;
	if (section.reportId !== params.reportId) return refuse({ code: 'notFound' });
	const allowed = permit(person, 'section.history', thing);
	if (!allowed.ok) return allowed;
	const blocks = await blocksOf(tx, section);
	const counts = countWords(blocks);
	const names = namesOf(tx);
	const authors: TextAuthor[] = [];
	const marks = new Set<string>();
	for (const [id, words] of [...counts].sort(([a, m], [b, n]) =>
		a === null ? 1 : b === null ? -1 : n - m
	)) {
		const name = id === null ? '' : await names(id);
		authors.push({
			id,
			name,
			colour: id === null ? '' : personColour(id),
			mark: id === null ? '' : markOf(name, marks),
			words
		});
	}
	const { id, key, number, title, reportId } = section;
	return ok({
		report: { id: reportId, title: (await getReport(tx, reportId))?.title ?? '' },
		section: { id, key, number, title },
		authors,
		words: [...counts.values()].reduce((sum, n) => sum + n, 0),
		blocks
	});
};

/** By author: how many words of the section's text as it stands are theirs. */
export const wordsByAuthor = async (
	tx: Tx,
	section: Section
): Promise<ReadonlyMap<string | null, number>> => countWords(await blocksOf(tx, section));

async function blocksOf(tx: Tx, section: Section): Promise<AuthoredBlock[]> {
	const doc = loadDoc((await documentBytes(tx, section)).parts);
	const blocks = authoredBlocks(doc, await listClaims(tx, section));
	doc.destroy();
	return blocks;
}

/** By author: the words of which they wrote most letters; with those who placed blocks alone. */
function countWords(blocks: AuthoredBlock[]): Map<string | null, number> {
	const counts = new Map<string | null, number>();
	for (const { by, setBy, runs } of blocks) {
		for (const id of [by, ...setBy, ...runs.map((run) => run.by)])
			counts.set(id, counts.get(id) ?? 0);
		const letters = runs.flatMap((run) => Array.from(run.text, (sign) => ({ sign, by: run.by })));
		let word = new Map<string | null, number>();
		for (const { sign, by: author } of [...letters, { sign: ' ', by: null }]) {
			if (/[\p{L}\p{N}]/u.test(sign)) word.set(author, (word.get(author) ?? 0) + 1);
			else if (/\s/.test(sign) && word.size > 0) {
				const [most] = [...word].reduce((a, b) => (b[1] > a[1] ? b : a));
				counts.set(most, (counts.get(most) ?? 0) + 1);
				word = new Map();
			}
		}
	}
	// Who nobody asks about: the template, where it has no word in the text.
	if (counts.get(null) === 0) counts.delete(null);
	return counts;
}

/** "AN" of "Anna Nilsson"; with a number where somebody has it already. */
function markOf(name: string, taken: Set<string>): string {
	const initials = name
		.split(/\s+/)
		.flatMap((part) => Array.from(part).slice(0, 1))
		.slice(0, 2)
		.join('')
		.toLocaleUpperCase('sv');
	let mark = initials;
	for (let n = 2; taken.has(mark); n++) mark = `${initials}${n}`;
	taken.add(mark);
	return mark;
}
