/** Where something was typed, and for which shape of document. */
export type UnsentPlace = {
	personId: string;
	reportId: string;
	sectionId: string;
	/** The section's name at the time, for when it is gone. */
	section: string;
	epoch: number;
	schema: number;
};

/** One local change that the server has not acknowledged. */
export type UnsentUpdate = UnsentPlace & {
	/** The life of the document that made it: the number of its Yjs client. */
	life: number;
	/** Which change of that life it is, from 1. */
	n: number;
	/** Milliseconds since 1970. */
	at: number;
	update: Uint8Array;
};

/** What names all that one life of a document left behind. */
export type LifeKey = Pick<UnsentUpdate, 'personId' | 'sectionId' | 'life'>;

/**
 * What was typed and not acknowledged, and nothing else: the municipality's texts do not belong on a
 * computer that others use too. Everything is asked for by person.
 */
export interface UnsentStore {
	/** True when it survives the closing of the browser. */
	readonly lasting: boolean;
	/** @throws DOMException when the browser takes no more */
	put(update: UnsentUpdate): Promise<void>;
	/** Forgets the changes of a life up to the `upTo`th. */
	drop(life: LifeKey, upTo: number): Promise<void>;
	/** All of one person, each life's in order. */
	ofPerson(personId: string): Promise<UnsentUpdate[]>;
	clear(personId: string): Promise<void>;
}

/** Where the unsent is kept, and for whom and what. */
export type Unsent = { store: Promise<UnsentStore>; place: UnsentPlace };

/**
 * For browsers that store nothing (private windows, no room left): as long as this page lives, going
 * to the board and back included.
 */
export class PageStore implements UnsentStore {
	readonly lasting: boolean = false;
	#updates: UnsentUpdate[] = [];

	put(update: UnsentUpdate): Promise<void> {
		this.#updates.push(update);
		return Promise.resolve();
	}

	drop({ personId, sectionId, life }: LifeKey, upTo: number): Promise<void> {
		return this.#keep(
			(u) => u.personId !== personId || u.sectionId !== sectionId || u.life !== life || u.n > upTo
		);
	}

	ofPerson(personId: string): Promise<UnsentUpdate[]> {
		return Promise.resolve(this.#updates.filter((u) => u.personId === personId));
	}

	clear(personId: string): Promise<void> {
		return this.#keep((u) => u.personId !== personId);
	}

	#keep(which: (update: UnsentUpdate) => boolean): Promise<void> {
		this.#updates = this.#updates.filter(which);
		return Promise.resolve();
	}
}
