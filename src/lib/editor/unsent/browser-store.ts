import { PageStore, type LifeKey, type UnsentStore, type UnsentUpdate } from './store.ts';

const DATABASE = 'barnbokslut-unsent';
const UPDATES = 'updates';
/** Arrays come after numbers and texts in IndexedDB: the end of every key that begins so. */
const END: IDBValidKey = [];

/** In IndexedDB, a row an update, under person, section, life and number. */
class BrowserStore implements UnsentStore {
	readonly lasting = true;
	readonly #database: IDBDatabase;

	constructor(database: IDBDatabase) {
		this.#database = database;
	}

	put(update: UnsentUpdate): Promise<void> {
		return this.#write((updates) => updates.put(update));
	}

	drop({ personId, sectionId, life }: LifeKey, upTo: number): Promise<void> {
		const from = [personId, sectionId, life];
		return this.#write((updates) => updates.delete(IDBKeyRange.bound(from, [...from, upTo])));
	}

	async ofPerson(personId: string): Promise<UnsentUpdate[]> {
		const updates = this.#database.transaction(UPDATES).objectStore(UPDATES);
		return answered(updates.getAll(allOf(personId)) as IDBRequest<UnsentUpdate[]>);
	}

	clear(personId: string): Promise<void> {
		return this.#write((updates) => updates.delete(allOf(personId)));
	}

	/** Done when it is committed, not when it was asked for. */
	#write(work: (updates: IDBObjectStore) => IDBRequest): Promise<void> {
		return new Promise((done, fail) => {
			const transaction = this.#database.transaction(UPDATES, 'readwrite');
			transaction.oncomplete = () => done();
			transaction.onabort = () => fail(transaction.error ?? aborted());
			work(transaction.objectStore(UPDATES));
		});
	}
}

const allOf = (personId: string): IDBKeyRange => IDBKeyRange.bound([personId], [personId, END]);

const aborted = () => new DOMException('the browser did not store it', 'AbortError');

function answered<T>(request: IDBRequest<T>): Promise<T> {
	return new Promise((done, fail) => {
		request.onsuccess = () => done(request.result);
		request.onerror = () => fail(request.error ?? aborted());
	});
}

async function open(): Promise<UnsentStore> {
	try {
		const request = indexedDB.open(DATABASE, 1);
		request.onupgradeneeded = () =>
			request.result.createObjectStore(UPDATES, {
				keyPath: ['personId', 'sectionId', 'life', 'n']
			});
		const database = await answered(request);
		// Another tab with a newer program wants to change it: it is let.
		database.onversionchange = () => database.close();
		return new BrowserStore(database);
	} catch (error) {
		// Switched off, a private window, a damaged profile: told in the save state.
		if (error instanceof DOMException || error instanceof ReferenceError) return new PageStore();
		throw error;
	}
}

let opened: Promise<UnsentStore> | null = null;

/** The store of this browser; where there is none, one for as long as the page lives. */
export const unsentStore = (): Promise<UnsentStore> => (opened ??= open());
