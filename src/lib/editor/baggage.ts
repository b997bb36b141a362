import type { DocNode } from '#core/publication.ts';
import { docJson } from '#schema/content.ts';
import type * as Y from 'yjs';
import { keptText, keptWords, type KeptText, type KeptWhy } from './kept-text.ts';
import type { Life } from './life.ts';
import { putIn } from './put-in.ts';
import type { LifeLog } from './unsent/life-log.ts';

/** What is taken from one document's life into the next: the person's own text, and why it goes along. */
export class Baggage {
	readonly mine: DocNode;
	readonly #why: KeptWhy;
	readonly #lateId: string | null;
	/** What is to be put in again; else the text is shown. */
	readonly #wish: readonly Uint8Array[] | null;
	/** Where the browser's store has the wish until it is put in. */
	readonly log: LifeLog | null;

	/** @param life the one that ends; null when it had not begun */
	constructor(
		life: Life | null,
		why: KeptWhy,
		lateId: string | null,
		wish: readonly Uint8Array[] | null
	) {
		this.mine = life?.ownText ?? { type: 'doc' };
		this.#why = why;
		this.#lateId = lateId;
		this.#wish = wish;
		this.log = wish === null ? null : (life?.connection.log ?? null);
		this.log?.handOn();
	}

	/**
	 * Puts the wish into the next life's document.
	 * @returns what is to be shown: the words that cannot go in, or that others' deletions took along
	 */
	unpack(doc: Y.Doc): KeptText | null {
		const buried = this.#wish === null ? null : putIn(doc, this.#wish);
		this.log?.forget();
		if (buried !== null) return keptWords(buried, { kind: 'deleted' }, null);
		return keptText(this.mine, docJson(doc), this.#why, this.#lateId);
	}
}
