import { untrack } from 'svelte';

/**
 * Values by key, in the order in which their keys came, which who reads them follows as a whole: for few
 * entries. Svelte's own map follows each key by itself, and weighs more than a page with a budget has to give.
 */
export class FollowedMap<K, V> {
	#entries = $state.raw<readonly (readonly [K, V])[]>([]);

	get(key: K): V | undefined {
		return this.#entries.find(([known]) => known === key)?.[1];
	}

	values(): V[] {
		return this.#entries.map(([, value]) => value);
	}

	entries(): readonly (readonly [K, V])[] {
		return this.#entries;
	}

	/** Whoever sets an entry does not follow the others by it. */
	set(key: K, value: V): void {
		const before = untrack(() => this.#entries);
		const at = before.findIndex(([known]) => known === key);
		if (at === -1) this.#entries = [...before, [key, value]];
		else if (before[at]?.[1] !== value) this.#entries = before.with(at, [key, value]);
	}

	delete(key: K): void {
		const before = untrack(() => this.#entries);
		const after = before.filter(([known]) => known !== key);
		if (after.length < before.length) this.#entries = after;
	}
}
