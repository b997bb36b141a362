import { searchStem } from './search/stem.ts';

/**
 * The words by which areas are told apart: stems, each with a weight. A word that half of the areas say
 * weighs little, and one that every plan is full of ("stärka", "arbete", "barn") less still.
 */
export type WordBag = ReadonlySet<string>;
export type Weigh = {
	of: (stem: string) => number;
	/** The other words, of all areas, that begin or end with it, or it with them. */
	near: (stem: string) => readonly string[];
	/** Of all words together; what was added up once is kept. */
	sums: WeakMap<WordBag, number>;
};

const list = (words: string): string[] => words.split(' ');

/** Words that say nothing of what an area is about. */
const EMPTY = new Set(
	list(
		'och samt eller i på av för med till från om kring runt inom under över vid mot som att en ett den det ' +
			'de dem vi vår våra vårt sin sina sitt dess deras än mer mest fler flera flest är blir bli blivit kan ska ' +
			'skall bör behöver genom bland annat såsom hur vad vilka vilken vilket var där när även inte ej alla allt ' +
			'varje samtliga egna egen eget dels ihop upp ut in så sig man också redan bättre utifrån gällande rörande ' +
			'samma någon något några ingen inget the of and'
	)
);

/** Words that every plan for children is full of; their stems. */
const COMMON = new Set(
	list(
		'barn barns barnet barnets barnen unga ungas ungdom ungdomar arbete arbetet arbeta fortsatt fortsätta ' +
			'fortsätt öka ökad stärka stärkt förbättra förbättrad utveckla utveckling skapa säkerställa ge göra gör ' +
			'fokus aktivt särskilt område verksamhet verksamheter enhet enheter förvaltning förvaltningen kommunen ' +
			'staden personal frågor rätt rättigheter insatser åtgärder samverkan samverka utbildning utbilda rutin ' +
			'rutiner metod metoder kunskap'
	).map(searchStem)
);
const COMMON_WEIGHT = 0.3;

/** The stems of what a text says, without words that say nothing; "&" is no word, case and order are none. */
export function stemsOf(text: string): string[] {
	const words =
		text
			.normalize('NFC')
			.toLowerCase()
			.match(/[\p{L}\d]+/gu) ?? [];
	return words.filter((word) => word.length > 1 && !EMPTY.has(word)).map(searchStem);
}

/** How much each word tells, where `areas` are the words of every area of both sides. */
export function weights(areas: WordBag[]): Weigh {
	const seen = new Map<string, number>();
	for (const words of areas) for (const word of words) seen.set(word, (seen.get(word) ?? 0) + 1);
	const most = Math.log(1 + areas.length);
	const of = kept((stem) => {
		const rare = Math.log(1 + areas.length / (seen.get(stem) ?? 1)) / Math.max(most, 1);
		return rare * (COMMON.has(stem) ? COMMON_WEIGHT : 1);
	});
	const all = [...seen.keys()];
	const near = kept((stem) => all.filter((other) => isPart(stem, other)));
	return { of, near, sums: new WeakMap() };
}

/** Every word is asked for again and again. */
function kept<T>(make: (stem: string) => T): (stem: string) => T {
	const known = new Map<string, T>();
	return (stem) => {
		const found = known.get(stem) ?? make(stem);
		known.set(stem, found);
		return found;
	};
}

export const weightOf = (words: WordBag, weigh: Weigh): number => {
	let sum = weigh.sums.get(words) ?? 0;
	if (sum > 0) return sum;
	for (const word of words) sum += weigh.of(word);
	weigh.sums.set(words, sum);
	return sum;
};

/** From so many letters on, a word that begins or ends another is partly the same: "plan", "handlingsplan". */
const PART = 5;
const PART_WEIGHT = 0.6;

function isPart(a: string, b: string): boolean {
	const [short, long] = a.length < b.length ? [a, b] : [b, a];
	if (short.length < PART || a === b) return false;
	return long.startsWith(short) || long.endsWith(short);
}

/** The weight of the words of `a` that `b` says too. */
function shared(a: WordBag, b: WordBag, weigh: Weigh): number {
	let sum = 0;
	for (const word of a)
		if (b.has(word)) sum += weigh.of(word);
		else if (weigh.near(word).some((other) => b.has(other))) sum += PART_WEIGHT * weigh.of(word);
	return sum;
}

/** How much of what `a` says `b` says too: 0 to 1. */
export const covered = (a: WordBag, b: WordBag, weigh: Weigh): number => {
	const all = weightOf(a, weigh);
	return all === 0 ? 0 : shared(a, b, weigh) / all;
};

/** How alike two texts are, from both sides: 0 to 1. */
export const alike = (a: WordBag, b: WordBag, weigh: Weigh): number =>
	Math.sqrt(covered(a, b, weigh) * covered(b, a, weigh));
