import type { Area } from './areas.ts';
import {
	alike,
	covered,
	stemsOf,
	weightOf,
	weights,
	type Weigh,
	type WordBag
} from './lineage-words.ts';

/** An area read once for comparing. */
type ReadArea = {
	area: Area;
	/** The whole name, and the parts of it that stand between slashes or outside brackets. */
	name: WordBag;
	parts: WordBag[];
	/** A sentence each. */
	sentences: WordBag[];
	measures: WordBag;
};

/** What speaks for two areas being the same concern; every number is 0 to 1. */
export type Likeness = {
	/** All together. */
	score: number;
	/** The same words in any order and inflection. */
	sameName: boolean;
	/** One name holds the other, or a part of it does. */
	nameWithin: boolean;
	name: number;
	measures: number;
	/** Nothing to speak of was added to the measures, or taken away. */
	sameMeasures: boolean;
	departments: 'same' | 'shared' | 'other' | 'unknown';
	/** The row was copied from the other side, or kept its id. */
	sameId: boolean;
};

/** A sentence that is as alike as this is the same measure. */
const SAME_SENTENCE = 0.5;
/** So much of all sentences must be found again for the measures to be the same. */
const SAME_MEASURES = 0.8;
/** Words that weigh less than this together name nothing of their own. */
const SAYS_SOMETHING = 0.5;

/** Compares each followed-up area with each planned one; words are weighed by all of them. */
export function likenessOf(
	followed: Area[],
	planned: Area[]
): (from: number, to: number) => Likeness {
	const before = followed.map(readArea);
	const after = planned.map(readArea);
	const weigh = weights([...before, ...after].map((a) => new Set([...a.name, ...a.measures])));
	const known = before.map((a) => after.map((b) => likeness(a, b, weigh)));
	return (from, to) => {
		const found = known[from]?.[to];
		if (!found) throw new Error('No such area to compare');
		return found;
	};
}

function readArea(area: Area): ReadArea {
	const { title, measures } = area;
	const name = new Set(stemsOf(title));
	const pieces = [...title.split('/'), title.replace(/\([^)]*\)/g, ' ')];
	const parts = pieces.map((piece) => new Set(stemsOf(piece))).filter(({ size }) => size > 0);
	const sentences = measures
		.flatMap(({ text }) => text.split(/(?<=[.;!?])\s+/))
		.map((sentence) => new Set(stemsOf(sentence)))
		.filter(({ size }) => size > 0);
	return {
		area,
		name,
		parts: [name, ...parts],
		sentences,
		measures: new Set(sentences.flatMap((s) => [...s]))
	};
}

function likeness(a: ReadArea, b: ReadArea, weigh: Weigh): Likeness {
	const sameName = a.name.size > 0 ? equal(a.name, b.name) : sameTitle(a.area, b.area);
	const name = nameLikeness(a, b, weigh);
	const there = found(a.sentences, b.sentences, weigh);
	const back = found(b.sentences, a.sentences, weigh);
	// A measure of many may be all that goes on; then one side is found and the other is not.
	const measures = Math.max(
		alike(a.measures, b.measures, weigh),
		0.9 * there.likeness,
		0.9 * back.likeness
	);
	const mentioned = Math.max(mention(a, b, weigh), mention(b, a, weigh));
	const departments = departmentsOf(a.area, b.area);
	const sameId = a.area.id === b.area.id;
	const spoken = sameName
		? SAME_NAME
		: 1 - (1 - name) * (1 - 0.85 * measures) * (1 - 0.45 * mentioned);
	const score = spoken * DEPARTMENTS[departments];
	return {
		score: sameId ? 1 - (1 - score) * 0.4 : score,
		sameName,
		nameWithin: nameWithin(a, b, weigh),
		name,
		measures,
		sameMeasures: there.share >= SAME_MEASURES && back.share >= SAME_MEASURES,
		departments,
		sameId
	};
}

/** Above what words that are merely alike come to. */
const SAME_NAME = 2;
/** Another department's area by the same words is often another area. */
const DEPARTMENTS = { same: 1, shared: 1, unknown: 0.95, other: 0.5 } as const;

const equal = (a: WordBag, b: WordBag): boolean =>
	a.size === b.size && [...a].every((word) => b.has(word));

/** Names without a word that says something: "9 A". */
const sameTitle = (a: Area, b: Area): boolean =>
	a.title !== '' && a.title.toLowerCase() === b.title.toLowerCase();

function nameLikeness(a: ReadArea, b: ReadArea, weigh: Weigh): number {
	const all = a.parts.flatMap((x, i) =>
		b.parts.map((y, j) => {
			const isWhole = i === 0 && j === 0;
			if (!isWhole && Math.min(weightOf(x, weigh), weightOf(y, weigh)) < SAYS_SOMETHING) return 0;
			return alike(x, y, weigh) * (isWhole ? 1 : 0.95);
		})
	);
	return Math.max(0, ...all);
}

/** "Skola som arena" in "Skola som arena/Lights on", "Förbättrad uppföljning" in a longer one. */
const nameWithin = (a: ReadArea, b: ReadArea, weigh: Weigh): boolean => {
	const within = (x: WordBag, y: WordBag) =>
		weightOf(x, weigh) >= SAYS_SOMETHING && [...x].every((word) => y.has(word));
	return within(a.name, b.name) || within(b.name, a.name);
};

/** What of the sentences `a` is found among `b`: how alike on the whole, and the share that is the same. */
function found(a: WordBag[], b: WordBag[], weigh: Weigh): { likeness: number; share: number } {
	let [all, near, same] = [0, 0, 0];
	for (const sentence of a) {
		const weight = weightOf(sentence, weigh);
		const best = Math.max(0, ...b.map((other) => alike(sentence, other, weigh)));
		all += weight;
		near += best * weight;
		if (best >= SAME_SENTENCE) same += weight;
	}
	return all < SAYS_SOMETHING
		? { likeness: 0, share: 0 }
		: { likeness: near / all, share: same / all };
}

/** How much of what names `a` is said in the measures of `b`. */
const mention = (a: ReadArea, b: ReadArea, weigh: Weigh): number =>
	weightOf(a.name, weigh) < SAYS_SOMETHING ? 0 : covered(a.name, b.measures, weigh);

function departmentsOf(a: Area, b: Area): Likeness['departments'] {
	if (a.departments.length === 0 || b.departments.length === 0) return 'unknown';
	const both = a.departments.filter((id) => b.departments.includes(id));
	if (both.length === 0) return 'other';
	return both.length === a.departments.length && both.length === b.departments.length
		? 'same'
		: 'shared';
}
