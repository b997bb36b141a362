import { holdLife, type Release } from './life-lock.ts';
import type { LifeKey, UnsentPlace, UnsentStore } from './store.ts';

/** Acknowledged changes are forgotten together: each would cost as much as each letter. */
const GATHER_MS = 500;

/**
 * What one life of a document has made and the server has not acknowledged. Each change is handed to
 * the store as it is made, not when the page closes: a crash asks nobody.
 */
export class LifeLog {
	readonly #place: UnsentPlace;
	readonly #life: LifeKey;
	readonly #store: Promise<UnsentStore>;
	readonly #onlyHere: (isSo: boolean) => void;
	readonly #hold: Promise<Release | null>;
	#forgetting: ReturnType<typeof setTimeout> | null = null;
	/** Up to which change the server has all. */
	#saved = 0;
	/** The newest change made when the browser took no more; null while it takes all. */
	#refusedAt: number | null = null;
	#made = 0;
	#isOver = false;
	#isHandedOn = false;
	#isLetGo = false;
	#isLasting = false;

	/** @param onlyHere told whether what is typed goes with the page when it is closed */
	constructor(
		store: Promise<UnsentStore>,
		place: UnsentPlace,
		life: number,
		onlyHere: (isSo: boolean) => void
	) {
		this.#place = place;
		this.#life = { personId: place.personId, sectionId: place.sectionId, life };
		this.#store = store;
		this.#onlyHere = onlyHere;
		this.#hold = holdLife(this.#life);
		void store.then(({ lasting }) => {
			this.#isLasting = lasting;
			if (!lasting) onlyHere(true);
		});
	}

	/** True when what was typed here and is not acknowledged survives the page. */
	get isLasting(): boolean {
		return this.#isLasting && this.#refusedAt === null;
	}

	/** The `n`th local change was made. */
	made(n: number, update: Uint8Array): void {
		if (this.#isOver) return;
		this.#made = n;
		// What follows a gap could not be read without it.
		if (this.#refusedAt !== null && this.#saved < this.#refusedAt) {
			this.#refusedAt = n;
			return;
		}
		if (this.#refusedAt !== null) {
			this.#refusedAt = null;
			this.#onlyHere(false);
		}
		const row = { ...this.#place, life: this.#life.life, n, at: Date.now(), update };
		void this.#store.then((store) => store.put(row)).catch(this.#refused);
	}

	/** The server has the first `upTo` changes. */
	saved(upTo: number): void {
		this.#saved = upTo;
		this.#forgetting ??= setTimeout(() => this.#forgetSaved(), GATHER_MS);
	}

	/** Nothing of this life is to be sent: the server has answered it, or the person has. */
	forget(): void {
		this.#saved = Number.MAX_SAFE_INTEGER;
		this.#isOver = true;
		this.#forgetSaved();
		if (this.#isHandedOn) this.letGo();
	}

	/** What is not acknowledged goes into another document of this page: until it is there it stays here. */
	handOn(): void {
		this.#isHandedOn = true;
	}

	/** The document ends; what is not acknowledged stays for the next one. */
	end(): void {
		this.#isOver = true;
		if (this.#forgetting !== null) this.#forgetSaved();
		if (!this.#isHandedOn) this.letGo();
	}

	/** Other pages may take what is not acknowledged. */
	letGo(): void {
		if (this.#isLetGo) return;
		this.#isLetGo = true;
		// After what was handed over last: who takes the life then finds all of it.
		void this.#store.then(() => this.#hold).then((release) => release?.());
	}

	readonly #refused = (error: unknown): void => {
		// No room left, or the browser has closed its database.
		if (!(error instanceof DOMException)) throw error;
		this.#refusedAt = this.#made;
		this.#onlyHere(true);
	};

	#forgetSaved(): void {
		if (this.#forgetting !== null) clearTimeout(this.#forgetting);
		this.#forgetting = null;
		const upTo = this.#saved;
		void this.#store.then((store) => store.drop(this.#life, upTo)).catch(passOverClosing);
	}
}

/** A database that is closing keeps rows that the next page finds to be known already. */
function passOverClosing(error: unknown): void {
	if (!(error instanceof DOMException)) throw error;
}
