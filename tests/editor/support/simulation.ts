import { GatedDocument } from '#collab/gated-document.ts';
import type { DocNode } from '#core/publication.ts';
import { putIn } from '#editor/put-in.ts';
import {
	canonicalJson,
	docJson,
	isValidDoc,
	jsonOf,
	loadDoc,
	seedUpdate
} from '#schema/content.ts';
import * as Y from 'yjs';
import { mulberry } from '../../support/random.ts';
import { act, type Hand } from './acts.ts';
import { desk, WIRE, type Desk } from './desks.ts';
import { Letters } from './letters.ts';

const TEXT: DocNode = {
	type: 'doc',
	content: [
		{ type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: 'Rubrik' }] },
		{ type: 'paragraph', content: [{ type: 'text', text: 'Första stycket med åäö' }] },
		{ type: 'paragraph' }
	]
};

export type Simulated = {
	/** Somebody's document is another than the server's at the end. */
	diverged: boolean;
	/** Somebody's view is another than their document at the end. */
	isBehind: boolean;
	/** How often following the document threw. */
	threw: number;
	/** Updates that were refused for their order and put in again. */
	reordered: number;
	updates: number;
	/** The schema accepts the server's text. */
	isValid: boolean;
	/** The server's text at the end. */
	text: DocNode;
	/** All letters that were typed. */
	typed: string;
};

export type SimulationOptions = {
	steps: number;
	undoes: boolean;
	/** The gate and the guard of the view; without them a relay that passes on whatever comes. */
	guards: boolean;
	/** How many sit there; 3 when left out. */
	people?: number;
	/** What they find; a heading and two paragraphs when left out. */
	start?: DocNode;
	/** What each of them does at a step; ordinary editing when left out. */
	act?: (hand: Hand) => void;
};

/** What the server answers to one update: what goes to everybody, or a refusal for its order. */
type Answer = Uint8Array[] | 'order';
type Server = { doc: () => Y.Doc; take: (update: Uint8Array) => Answer };

/** A relay: Yjs as it is. */
function relay(base: Uint8Array): Server {
	const doc = loadDoc([base]);
	return {
		doc: () => doc,
		take: (update) => {
			const emitted: Uint8Array[] = [];
			const collect = (bytes: Uint8Array) => emitted.push(bytes);
			doc.on('update', collect);
			Y.applyUpdate(doc, update);
			doc.off('update', collect);
			return emitted;
		}
	};
}

/** The document behind the real gate, and what is stored of it. */
function gated(base: Uint8Array): Server {
	const stored = [base];
	const open = () => new GatedDocument(loadDoc(stored), new Map(), 0);
	let gate = open();
	return {
		doc: () => gate.doc,
		take: (update) => {
			const judged = gate.judge(update, 'anybody');
			if (judged.kind === 'nothing') return [];
			if (judged.kind === 'taken') {
				const sent = gate.settle();
				stored.push(...sent);
				return sent;
			}
			const { refusal } = judged;
			if (refusal.code !== 'malformed' || refusal.rule !== 'order')
				throw new Error(`honest work was refused: ${JSON.stringify(refusal)}`);
			gate.destroy();
			gate = open();
			return 'order';
		}
	};
}

/**
 * Three people with real editors and a server in one process, without sockets, so that the same seed
 * gives the same run to the last letter.
 */
export async function simulate(seed: number, options: SimulationOptions): Promise<Simulated> {
	const run = new Simulation(seed, options);
	await run.go();
	return run.end();
}

class Simulation {
	readonly #random: () => number;
	readonly #options: SimulationOptions;
	readonly #server: Server;
	readonly #letters = new Letters();
	readonly #desks: Desk[] = [];
	readonly #outcome: Simulated = {
		diverged: false,
		isBehind: false,
		threw: 0,
		reordered: 0,
		updates: 0,
		isValid: true,
		text: TEXT,
		typed: ''
	};
	#clients = 1000;
	/** Updates that were sent or read. */
	#passed = 0;

	constructor(seed: number, options: SimulationOptions) {
		this.#random = mulberry(seed);
		this.#options = options;
		const base = seedUpdate(options.start ?? TEXT);
		this.#server = options.guards ? gated(base) : relay(base);
		for (let i = 0; i < (options.people ?? 3); i += 1) this.#desks.push(this.#sit());
	}

	async go(): Promise<void> {
		await turn();
		for (let step = 0; step < this.#options.steps; step += 1) {
			this.#step();
			if (step % 50 === 0) await turn();
		}
		// What an editor does a moment later may be one more update.
		for (let round = 0, quiet = 0; round < 20 && quiet < 3; round += 1) {
			const before = this.#passed;
			for (const who of this.#desks.keys()) {
				if (this.#desks[who]?.online === false) this.#comeBack(who);
				while (this.#send(who));
			}
			for (const d of this.#desks) while (this.#read(d));
			quiet = before === this.#passed ? quiet + 1 : 0;
			await turn();
		}
	}

	end(): Simulated {
		const text = canonicalJson(docJson(this.#server.doc()));
		this.#outcome.text = docJson(this.#server.doc());
		this.#outcome.isValid = isValidDoc(this.#outcome.text);
		for (const d of this.#desks) {
			this.#outcome.threw += d.stale;
			const own = canonicalJson(docJson(d.doc));
			if (own !== text) this.#outcome.diverged = true;
			if (canonicalJson(jsonOf(d.editor.state.doc)) !== own) this.#outcome.isBehind = true;
			d.editor.destroy();
			d.doc.destroy();
		}
		return this.#outcome;
	}

	#sit(): Desk {
		this.#clients += 1;
		const base = Y.encodeStateAsUpdate(this.#server.doc());
		return desk(this.#clients, base, { guarded: this.#options.guards });
	}

	#step(): void {
		const who = Math.floor(this.#random() * this.#desks.length);
		const d = this.#desks[who];
		if (d === undefined) return;
		if (this.#random() < 0.96) this.#act(d);
		else if (d.online) Object.assign(d, { online: false, outbox: [], inbox: [] });
		else this.#comeBack(who);
		for (const [i, x] of this.#desks.entries()) {
			while (x.online && x === this.#desks[i] && this.#random() < 0.5 && this.#send(i));
			while (x.online && this.#random() < 0.5 && this.#read(x));
		}
	}

	#act({ editor }: Desk): void {
		const { undoes, guards, act: own = act } = this.#options;
		const hand = {
			editor,
			random: this.#random,
			write: (n: number) => {
				const letters = this.#letters.take(n);
				this.#outcome.typed += letters;
				return letters;
			},
			undoes
		};
		if (guards) return own(hand);
		try {
			own(hand);
		} catch {
			// What the guards would have met, whatever it is: that it is met without them is the point.
			this.#outcome.threw += 1;
		}
	}

	#send(who: number): boolean {
		const update = this.#desks[who]?.outbox.shift();
		if (update !== undefined) {
			this.#passed += 1;
			this.#submit(who, update);
		}
		return update !== undefined;
	}

	#submit(who: number, update: Uint8Array): void {
		this.#outcome.updates += 1;
		const answer = this.#server.take(update);
		if (answer === 'order') return this.#beginAnew(who);
		for (const d of this.#desks) if (d.online) d.inbox.push(...answer);
	}

	#read(d: Desk): boolean {
		const update = d.inbox.shift();
		if (update !== undefined) {
			this.#passed += 1;
			this.#follow(d, update);
		}
		return update !== undefined;
	}

	#follow(d: Desk, update: Uint8Array): void {
		if (this.#options.guards) return Y.applyUpdate(d.doc, update, WIRE);
		try {
			Y.applyUpdate(d.doc, update, WIRE);
		} catch {
			this.#outcome.threw += 1;
		}
	}

	/** As the session does it: the server's text, and the wish put in as an ordinary change. */
	#beginAnew(who: number): void {
		const old = this.#desks[who];
		if (old === undefined) return;
		this.#outcome.reordered += 1;
		this.#outcome.threw += old.stale;
		const wish = Y.encodeStateAsUpdate(old.doc);
		old.editor.destroy();
		old.doc.destroy();
		const fresh = this.#sit();
		this.#desks[who] = fresh;
		putIn(fresh.doc, [wish]);
	}

	#comeBack(who: number): void {
		const d = this.#desks[who];
		if (d === undefined) return;
		Object.assign(d, { online: true, outbox: [], inbox: [] });
		const server = this.#server.doc();
		this.#follow(d, Y.encodeStateAsUpdate(server, Y.encodeStateVector(d.doc)));
		this.#submit(who, Y.encodeStateAsUpdate(d.doc, Y.encodeStateVector(server)));
	}
}

const turn = () => new Promise<void>((go) => setTimeout(go, 0));
