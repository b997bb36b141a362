import { hitsIn, segments, type Hit, type Segment } from './marks.ts';
import type { SearchQuery } from './query.ts';

/** How much of a text is shown: two or three lines. */
const LENGTH = 200;

/**
 * The piece of a text that best shows why it was found: whole words, about 200 characters around the
 * place where most of the terms stand together; the text's beginning when only its title has them.
 * Lines that do not end as sentences are parted by a middle dot.
 * @param text in plain form
 */
export function snippet(text: string, query: SearchQuery, parts: boolean): Segment[] {
	const hits = hitsIn(text, query, parts);
	const { from, to } = around(text, bestCluster(hits));
	const shown = segments(text, hits, from, to).map(({ text: piece, hit }) => ({
		text: piece.replace(/(?<=[.!?:])\s*\n\s*/g, ' ').replace(/\s*\n\s*/g, ' · '),
		hit
	}));
	if (from > 0) shown.unshift({ text: '… ', hit: false });
	if (to < text.length) shown.push({ text: ' …', hit: false });
	return joined(shown);
}

type Span = { from: number; to: number };

/** The hits within reach of each other that answer most terms, then the most of them, then the first. */
function bestCluster(hits: Hit[]): Span {
	let best: Span & { terms: number; count: number } = { from: 0, to: 0, terms: 0, count: 0 };
	for (const [i, first] of hits.entries()) {
		const terms = new Set<number>();
		let count = 0;
		let { to } = first;
		for (let n = i; n < hits.length; n += 1) {
			const hit = hits[n] ?? first;
			if (n > i && hit.to - first.from > LENGTH) break;
			terms.add(hit.term);
			count += 1;
			to = hit.to;
		}
		if (terms.size > best.terms || (terms.size === best.terms && count > best.count))
			best = { from: first.from, to, terms: terms.size, count };
	}
	return best;
}

/** The span with what stands around it, a third of that before it, cut between words. */
function around(text: string, { from, to }: Span): Span {
	const free = Math.max(0, LENGTH - (to - from));
	const line = text.lastIndexOf('\n', from) + 1;
	let begin = Math.max(0, from - Math.round(free / 3));
	// A line's beginning is the best place to begin.
	if (line >= begin) begin = line;
	else begin = afterSpace(text, begin, from);
	let end = Math.min(text.length, Math.max(to, begin + LENGTH));
	if (end < text.length) end = beforeSpace(text, end, to);
	return { from: begin, to: end };
}

/** The first place from `at` on where a word begins, and at most `most`. */
function afterSpace(text: string, at: number, most: number): number {
	if (at === 0) return 0;
	const space = text.slice(at, most).search(/\s/);
	return space < 0 ? most : at + space + 1;
}

/** The last place up to `at` where a word ends, and at least `least`. */
function beforeSpace(text: string, at: number, least: number): number {
	if (/\s/.test(text.charAt(at))) return at;
	const space = /\s\S*$/.exec(text.slice(least, at));
	return space ? least + space.index : least;
}

/** Neighbours of the same kind are one. */
function joined(all: Segment[]): Segment[] {
	const out: Segment[] = [];
	for (const { text, hit } of all) {
		const last = out.at(-1);
		if (last?.hit === hit && !hit) last.text += text;
		else out.push({ text, hit });
	}
	return out;
}
