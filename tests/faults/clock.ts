import { docJson, hashOf } from '#schema/content.ts';
import { people, type DemoPersonKey } from '#server/demo/people.ts';
import Database from 'better-sqlite3';
import { prepare, type Prepared } from '../support/prepared.ts';
import { mulberry } from '../support/random.ts';
import { readRecord, replay } from '../support/record.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { textOf, Typist, Words } from '../support/typist.ts';
import { eventually } from '../support/wait.ts';
import { newTypist } from './rooms.ts';

export type ClockReport = { jumps: number; problems: string[] };

const DAY = 24 * 60 * 60 * 1000;

/**
 * A clock that jumps a day or two, forward and back, while people write: the log's order is that of
 * its numbers, acknowledgements go on, nobody is thrown out, and a session ends by its expiry alone.
 */
export async function clockJumps(options: { jumps: number; seed: number }): Promise<ClockReport> {
	const prepared = await prepare();
	const { file } = prepared.copy();
	lengthen(file, ['coordinator'], 400 * DAY);
	let offset = 0;
	const server = await startServer({ file, clock: () => Date.now() + offset });
	const report: ClockReport = { jumps: 0, problems: [] };
	const random = mulberry(options.seed);
	const story = new Story(prepared, server, random);
	try {
		const writer = await story.join('coordinator');
		for (; report.jumps < options.jumps; report.jumps += 1) {
			const short = offset < DAY / 4 ? await story.join('deputy') : null;
			if (short) report.problems.push(...(await story.saves([writer, short], 'before the jump')));
			// Ends a day ahead of true time, or a day behind it; no session was begun in the future.
			offset = report.jumps % 2 === 0 ? DAY : -DAY * (0.5 + random());
			report.problems.push(
				...(await story.saves([writer], `after a jump to ${offset / DAY} days`))
			);
			if (short) report.problems.push(...(await story.ends(short)));
		}
		report.problems.push(...story.inOrder(file, writer));
		story.leave();
	} finally {
		await server.close();
		prepared.remove();
	}
	return report;
}

/** The people of this story, in one section. */
class Story {
	readonly #section;
	readonly #typists: Typist[] = [];
	readonly #words = new Words();
	readonly #random: () => number;
	readonly #prepared: Prepared;
	readonly #server: TestServer;
	#left = 0;

	constructor(prepared: Prepared, server: TestServer, random: () => number) {
		const [section] = prepared.sections;
		if (!section) throw new Error('the demo has no draft');
		this.#section = section;
		this.#prepared = prepared;
		this.#server = server;
		this.#random = random;
	}

	async join(person: DemoPersonKey): Promise<Typist> {
		const typist = newTypist({ ws: this.#server.ws, base: this.#server.origin }, this.#section, {
			prepared: this.#prepared,
			register: this.#words,
			random: this.#random,
			person
		});
		this.#typists.push(typist);
		if (!(await eventually(() => typist.isReady))) throw new Error(`${person} does not get in`);
		typist.connection.provider.on('status', ({ status }) => {
			if (status === 'disconnected' && person === 'coordinator') this.#left += 1;
		});
		return typist;
	}

	/** Each types more at once than the rate allows in the long run, and all of it is acknowledged. */
	async saves(typists: Typist[], when: string): Promise<string[]> {
		for (const typist of typists) for (let i = 0; i < 150; i += 1) typist.type();
		const saved = await eventually(() => typists.every((t) => t.connection.save.unsaved === 0), 20);
		return saved && this.#left === 0 ? [] : [`${when}: saved ${saved}, thrown out ${this.#left}`];
	}

	/** The session is over by the new time: nothing more of it is stored, and its owner is told. */
	async ends(typist: Typist): Promise<string[]> {
		const word = typist.type();
		const isTold = () =>
			typist.closedWith === 4401 ||
			typist.notes.some((n) => n.type === 'refused' && n.refusal.code === 'notSignedIn');
		const told = await eventually(isTold, 20);
		const stored = this.#typists.some((t) => t !== typist && textOf(t.doc).includes(word));
		return told && !stored ? [] : [`expired: told ${told}, stored ${stored}`];
	}

	/** The log by its numbers makes what the writer reads, whatever its times say. */
	inOrder(file: string, writer: Typist): string[] {
		const [section] = readRecord(file, [this.#section.id]).sections;
		if (!section) return ['the section is gone'];
		const doc = replay(section);
		const problems = section.log.every((row, i) => row.seq === i + 1) ? [] : ['a hole in the log'];
		if (hashOf(docJson(doc)) !== hashOf(docJson(writer.doc)))
			problems.push('the log tells another text');
		const words = writer.made.flatMap((m) => m.words);
		problems.push(...this.#words.faults(words, textOf(doc)));
		return problems;
	}

	leave(): void {
		for (const typist of this.#typists) typist.destroy();
	}
}

/** Sessions that outlast every jump. */
function lengthen(file: string, who: DemoPersonKey[], by: number): void {
	const db = new Database(file);
	for (const person of who)
		db.prepare('UPDATE session SET expires_at = expires_at + ? WHERE person_id = ?').run(
			by,
			people[person].id
		);
	db.close();
}
