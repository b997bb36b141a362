import type { DocNode } from '#core/publication.ts';
import type { SessionView } from '#editor/session-view.ts';
import { canonicalJson, docJson, isValidDoc, normalise } from '#schema/content.ts';
import { plainText } from '#schema/text.ts';
import { mulberry } from '../../support/random.ts';
import { act } from './acts.ts';
import { countLetters, Letters } from './letters.ts';
import { Losses, type Fate } from './losses.ts';
import { sitInTown, type Seat } from './seat.ts';
import { WRITERS, type Town } from './town.ts';

/** What a run showed; `faults` is empty when all is well. */
export type Outcome = {
	faults: string[];
	people: number;
	acts: number;
	locks: number;
	offline: number;
	/** Pages left and opened again. */
	left: number;
	/** Times that half a minute passed. */
	passed: number;
	letters: number;
	/** Windows that were shown what could not be put in again without taking unseen letters away. */
	shown: number;
	fates: Record<Fate, number>;
	counts: Pick<SessionView['counts'], 'resets' | 'diverged' | 'stale' | 'reordered'>;
};

const WAIT_MS = 10_000;
const NO_COUNTS = { resets: 0, diverged: 0, stale: 0, reordered: 0 };

const turn = () => new Promise<void>((go) => setImmediate(go));

/**
 * 2 to 8 people write in one section of the real server as chance of the seed decides: acts, lines
 * that hold frames back or break, locks, pages left and opened again. At the end all must read what
 * the server has, and no letter may be gone that nobody took away.
 */
export async function writeTogether(town: Town, seed: number): Promise<Outcome> {
	const run = new Run(town, seed);
	try {
		return await run.go();
	} finally {
		run.end();
	}
}

class Run {
	readonly #town: Town;
	readonly #random: () => number;
	readonly #letters = new Letters();
	readonly #losses = new Losses();
	readonly #outcome: Outcome;
	#seats: Seat[] = [];
	#sectionId = '';
	#locked = false;

	constructor(town: Town, seed: number) {
		this.#town = town;
		this.#random = mulberry(seed);
		this.#outcome = {
			faults: [],
			people: 2 + Math.floor(this.#random() * 7),
			acts: 0,
			locks: 0,
			offline: 0,
			left: 0,
			passed: 0,
			letters: 0,
			shown: 0,
			fates: { deleted: 0, kept: 0, lost: 0 },
			counts: { ...NO_COUNTS }
		};
	}

	async go(): Promise<Outcome> {
		this.#sectionId = await this.#town.section();
		const first = Math.floor(this.#random() * WRITERS.length);
		for (let i = 0; i < this.#outcome.people; i += 1)
			this.#seats.push(await this.#sit((first + i) % WRITERS.length));
		await this.#until(() => this.#seats.every((s) => s.session.view.live), 'everybody reads');
		const steps = 30 + Math.floor(this.#random() * 60);
		for (let step = 0; step < steps; step += 1) await this.#step();
		await this.#rest();
		if (this.#random() < 0.25) await this.#sleep();
		await this.#compare();
		return this.#outcome;
	}

	end(): void {
		for (const seat of this.#seats) seat.session.destroy();
	}

	/** Sits down at a place, perhaps again: what the page before set aside is shown then. */
	#sit(who: number, before: Seat | null = null): Promise<Seat> {
		return sitInTown(this.#town, this.#sectionId, who, before);
	}

	async #step(): Promise<void> {
		const seat = this.#seats[Math.floor(this.#random() * this.#seats.length)];
		if (seat === undefined) return;
		const chance = this.#random();
		if (chance < 0.04) this.#breakOrMend(seat);
		else if (chance < 0.055) await this.#lockOrOpen();
		else if (chance < 0.065) await this.#leaveAndReturn(seat);
		else if (chance < 0.075) this.#pass();
		else this.#act(seat);
		for (const { line } of this.#seats) {
			if (this.#random() < 0.2) line.held = !line.held;
			while (this.#random() < 0.5 && line.pass('up'));
			while (this.#random() < 0.5 && line.pass('down'));
		}
		if (this.#random() < 0.5) for (let i = 0; i < 4; i += 1) await turn();
	}

	#act(seat: Seat): void {
		const { editor, view } = seat.session;
		if (editor === null || !editor.isEditable || view.lock !== null) return;
		this.#outcome.acts += 1;
		let written = '';
		const hand = {
			editor,
			random: this.#random,
			write: (n: number) => {
				const letters = this.#letters.take(n);
				written += letters;
				return letters;
			}
		};
		this.#losses.during(
			this.#seats.indexOf(seat),
			() => editor.state.doc.textContent,
			() => act(hand),
			() => written
		);
	}

	#breakOrMend({ line, session }: Seat): void {
		if (line.isCut) {
			line.mend();
			session.retry();
		} else {
			this.#outcome.offline += 1;
			line.cut();
		}
	}

	async #lockOrOpen(): Promise<void> {
		if (this.#locked) this.#locked = !(await this.#town.giveBack(this.#sectionId));
		else {
			this.#locked = await this.#town.submit(this.#sectionId);
			if (this.#locked) this.#outcome.locks += 1;
		}
	}

	/** The page is left, with whatever is in it, and opened again. */
	async #leaveAndReturn(seat: Seat): Promise<void> {
		this.#outcome.left += 1;
		this.#add(seat.session.view.counts);
		const index = this.#seats.indexOf(seat);
		this.#seats[index] = await this.#sit(seat.who, seat);
	}

	#pass(): void {
		this.#outcome.passed += 1;
		this.#town.pass();
	}

	/** Everybody goes, the room leaves memory, and everybody comes back to what the store opens. */
	async #sleep(): Promise<void> {
		for (const { line } of this.#seats) line.cut();
		await this.#until(async () => {
			// A socket that ended just now is seen at the next look.
			this.#pass();
			return (await this.#town.rooms()) === 0;
		}, 'the room is gone');
		await this.#rest();
	}

	#add(counts: SessionView['counts']): void {
		for (const key of ['resets', 'diverged', 'stale', 'reordered'] as const)
			this.#outcome.counts[key] += counts[key];
	}

	/** Every line is whole, and nobody types. */
	async #rest(): Promise<void> {
		for (const { line, session } of this.#seats) {
			line.open();
			if (!line.isCut) continue;
			line.mend();
			session.retry();
		}
		await this.#until(() => this.#seats.every(isQuiet), 'everything is sent');
		// What differs yet is met when the server tells its hash.
		await this.#until(async () => {
			const text = canonicalJson(await this.#town.text(this.#sectionId));
			return this.#seats.every((s) => isQuiet(s) && reads(s, text));
		}, 'everybody reads what the server has');
	}

	async #compare(): Promise<void> {
		const { faults, fates } = this.#outcome;
		const server = await this.#town.document(this.#sectionId);
		const text = docJson(server);
		if (!isValidDoc(text)) faults.push('the schema does not accept the text');
		for (const seat of this.#seats) {
			const { session, name, rules } = seat;
			// A refusal that was lost with its line meets the same work again when the section is open.
			for (const rule of rules)
				if (rule === 'order' || rule === 'nesting') this.#outcome.shown += 1;
				else if (rule !== 'resent') faults.push(`work of ${name} was refused by the rule ${rule}`);
			this.#add(session.view.counts);
			if (session.editor === null) continue;
			const shown = canonicalJson(unmarkedBreaks(normalise(session.editor.getJSON() as DocNode)));
			if (shown !== canonicalJson(text)) faults.push(`the view of ${name} shows another text`);
		}
		// Who moved a passage answers for all of its letters: what is kept may bear another's name.
		const late = await this.#town.late(this.#sectionId);
		const keptBy = (who: number) => [...(this.#seats[who]?.kept ?? []), late].join('\n');
		const found = this.#losses.fates(plainText(text), keptBy);
		for (const [letter, fate] of found) {
			fates[fate] += 1;
			const [by] = this.#losses.typed.get(letter) ?? [];
			const name = this.#seats[by ?? 0]?.name ?? '';
			if (fate === 'lost') faults.push(`${letter} of ${name} is gone`);
		}
		const there = countLetters(plainText(text) + late);
		for (const { name, promised } of this.#seats)
			for (const letter of countLetters([...promised].join('')).keys())
				if (!there.has(letter) && found.get(letter) !== 'deleted' && this.#losses.typed.has(letter))
					faults.push(`${letter} is shown to ${name} as kept and is not`);
		this.#outcome.letters = this.#losses.typed.size;
		server.destroy();
		faults.push(...this.#town.bugs.splice(0));
	}

	async #until(done: () => boolean | Promise<boolean>, what: string): Promise<void> {
		const end = Date.now() + WAIT_MS;
		for (let wait = 0; !(await done()); wait = Math.min(20, wait + 1)) {
			if (Date.now() > end) {
				this.#outcome.faults.push(`waited in vain until ${what}`);
				return;
			}
			await new Promise((go) => setTimeout(go, wait));
		}
	}
}

/** Everything is sent and stored, or the section was given up with the words kept. */
const isQuiet = ({ session }: Seat): boolean => {
	const { view } = session;
	if (view.trouble !== null) return true;
	return (
		view.live && session.editor !== null && view.save.status === 'connected' && !session.hasUnsaved
	);
};

/** True when this window's document holds the text, or holds nothing any more. */
const reads = ({ session }: Seat, text: string): boolean =>
	session.connection === null || canonicalJson(docJson(session.connection.doc)) === text;

/** A document has no place for marks on a line break, which a view shows until it is drawn anew. */
function unmarkedBreaks({ marks, ...node }: DocNode): DocNode {
	if (node.content) return { ...node, content: node.content.map(unmarkedBreaks) };
	return marks && node.type === 'text' ? { ...node, marks } : node;
}
