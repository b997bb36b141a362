/** What was found in both lists, in the order of the second, and what was not, in its own order. */
export type Paired<T> = {
	pairs: [before: T, after: T][];
	before: T[];
	after: T[];
};

/**
 * Pairs what is the same in two lists. The keys are tried one after the other; an empty key is none, and
 * one that several bear on either side names none of them, so that nothing is matched by guess.
 */
export function pairUp<T>(before: T[], after: T[], keys: ((one: T) => string)[]): Paired<T> {
	const found = new Map<T, T>();
	const taken = new Set<T>();
	for (const key of keys) {
		const [old, now] = [before, after].map((list) =>
			onlyOnes(
				list.filter((one) => !taken.has(one) && !found.has(one)),
				key
			)
		);
		for (const [name, one] of now ?? []) {
			const was = old?.get(name);
			if (was === undefined) continue;
			found.set(one, was);
			taken.add(was);
		}
	}
	return {
		pairs: after.flatMap((one): [T, T][] => {
			const was = found.get(one);
			return was === undefined ? [] : [[was, one]];
		}),
		before: before.filter((one) => !taken.has(one)),
		after: after.filter((one) => !found.has(one))
	};
}

/** By key, those whose key nobody else bears. */
function onlyOnes<T>(list: T[], key: (one: T) => string): Map<string, T> {
	const byKey = new Map<string, T[]>();
	for (const one of list) {
		const name = key(one);
		if (name === '') continue;
		const same = byKey.get(name);
		if (same) same.push(one);
		else byKey.set(name, [one]);
	}
	return new Map(
		[...byKey].flatMap(([name, [only, ...others]]) =>
			only !== undefined && others.length === 0 ? [[name, only] as const] : []
		)
	);
}
