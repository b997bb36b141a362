import { SYNC_STEP_1 } from '#collab/protocol.ts';
import type { DocNode } from '#core/publication.ts';
import type { App } from '#server/app.ts';
import { createApp } from '#server/create-app.ts';
import type { Connection } from '#server/collab/connection.ts';
import { ensureDemo } from '#server/demo/ensure.ts';
import { authority, password, people, type DemoPersonKey } from '#server/demo/people.ts';
import { documentBytes } from '#server/store/log.ts';
import { getSection, type Section } from '#server/store/sections.ts';
import { loadDoc } from '#schema/content.ts';
import { FRAGMENT } from '#schema/version.ts';
import { resolve } from 'node:path';
import * as Y from 'yjs';
import { b, callout, doc, h, indicator, list, p, quote, table } from '#server/demo/write.ts';
import { syncFrame } from './frames.ts';
import { MemoryWire, type Heard } from './memory-wire.ts';

/** A section with everything that the schema knows. */
const START: DocNode = doc(
	h('Rubrik'),
	p('Första stycket med ', b('fet'), ' text och åäö'),
	list('ett', 'två'),
	table('Tabell', ['a', 'b'], [['1', '2']]),
	quote('Elev', 'Citat'),
	callout(p('Viktigt')),
	indicator('ind-1'),
	p('Sista stycket')
);

const by = people.coordinator.id;
/** What a state vector says of a client that has nothing. */
const NOTHING = Uint8Array.of(0);

export const turn = (): Promise<void> => new Promise((go) => setImmediate(go));

/** Somebody at a section, without a socket between. */
export type Sitting = { wire: MemoryWire; connection: Connection };

/** The real app with its store in memory, and lines into it that are no sockets. */
export class Field {
	readonly app: App;
	readonly #cookies: Map<DemoPersonKey, string>;
	readonly #time: { now: number };
	#free: string[] = [];
	#year = 1990;

	private constructor(app: App, cookies: Map<DemoPersonKey, string>, time: { now: number }) {
		this.app = app;
		this.#cookies = cookies;
		this.#time = time;
	}

	static async open(): Promise<Field> {
		const time = { now: Date.now() };
		const app = await createApp({
			file: ':memory:',
			migrations: resolve('drizzle'),
			origin: 'http://localhost:3000',
			socketsAPerson: 1000,
			// Who is turned away comes again at once, thousands of times.
			limits: { socketPerson: { points: 1e9, seconds: 60 } },
			clock: () => time.now
		});
		await ensureDemo(app);
		const cookies = new Map<DemoPersonKey, string>();
		for (const person of ['coordinator', 'deputy', 'administrator'] as const) {
			const signedIn = await app.accounts.signIn(people[person].email, password);
			if (!signedIn.ok) throw new Error(`${person} cannot sign in`);
			cookies.set(person, signedIn.value.cookie.split(';')[0] ?? '');
		}
		return new Field(app, cookies, time);
	}

	/** Time goes by: limits by the second are not what is tried here. */
	pass(ms: number): void {
		this.#time.now += ms;
	}

	/** A section that nobody has written in. */
	async section(): Promise<string> {
		const free = this.#free.pop();
		if (free !== undefined) return free;
		this.#year = this.#year === 2100 ? 1990 : this.#year + 1;
		const made = await this.app.commands.createReport({
			by,
			authorityId: authority.id,
			variant: 'full',
			reportYear: this.#year,
			title: 'Rapport',
			content: new Proxy({}, { get: () => START })
		});
		if (!made.ok) throw new Error(made.refusal.code);
		this.#free = made.value.sections.map(({ id }) => id);
		return this.section();
	}

	/** Locks a section; false where blocks are missing that its template asks for. */
	async submit(sectionId: string): Promise<boolean> {
		const section = await this.app.read((tx) => getSection(tx, sectionId));
		const seenSeq = section?.seq ?? 0;
		const done = await this.app.commands.submitSection({ by, sectionId, seenSeq });
		if (!done.ok && done.refusal.code !== 'notReady') throw new Error(JSON.stringify(done.refusal));
		return done.ok;
	}

	/** Opens a line of a person into a section. */
	async sit(sectionId: string, person: DemoPersonKey): Promise<Sitting> {
		const wire = new MemoryWire();
		const connection = await this.app.collab.admit(wire, this.#cookies.get(person), {
			sectionId,
			schema: null,
			epoch: null
		});
		if (connection === null) throw new Error(`turned away: ${wire.closed?.reason ?? ''}`);
		wire.onPing = () => connection.lives();
		return { wire, connection };
	}

	leave({ connection }: Sitting): void {
		this.app.collab.left(connection);
	}

	/** The section as the store has it. */
	async row(sectionId: string): Promise<Section> {
		const section = await this.app.read((tx) => getSection(tx, sectionId));
		if (!section) throw new Error('no such section');
		return section;
	}

	/** The document as the store would open it. */
	async stored(sectionId: string): Promise<Y.Doc> {
		const parts = await this.app.read(async (tx) => {
			const section = await getSection(tx, sectionId);
			return section ? (await documentBytes(tx, section)).parts : [];
		});
		return loadDoc(parts);
	}
}

/** A reader of a section: their document follows what the server sends, and nothing else. */
export class Reader {
	readonly doc = new Y.Doc();
	readonly #sitting: Sitting;

	private constructor(sitting: Sitting) {
		this.#sitting = sitting;
		this.doc.getXmlFragment(FRAGMENT);
	}

	static async at(field: Field, sectionId: string, person: DemoPersonKey): Promise<Reader> {
		const reader = new Reader(await field.sit(sectionId, person));
		await turn();
		reader.#sitting.wire.read();
		Y.applyUpdate(reader.doc, await reader.ask(NOTHING));
		return reader;
	}

	/** What came since the last time, applied as a client applies it. */
	follow(): Heard {
		const heard = this.#sitting.wire.read();
		for (const update of heard.updates) Y.applyUpdate(this.doc, update);
		return heard;
	}

	/** What the server's document has beyond a state vector. */
	async ask(vector: Uint8Array): Promise<Uint8Array> {
		this.#sitting.connection.receive(syncFrame(SYNC_STEP_1, vector));
		for (let turns = 0; turns < 1000; turns += 1) {
			const { updates } = this.#sitting.wire.read();
			const answer = updates.at(-1);
			if (answer !== undefined) return answer;
			await turn();
		}
		throw new Error('the server does not answer a reader');
	}

	/** Closed by the server? Readers never are for what others send. */
	get isClosed(): boolean {
		return this.#sitting.wire.closed !== null;
	}

	leave(field: Field): void {
		field.leave(this.#sitting);
		this.doc.destroy();
	}
}
