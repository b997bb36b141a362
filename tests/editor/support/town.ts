import type { DocNode } from '#core/publication.ts';
import { docJson, loadDoc } from '#schema/content.ts';
import { authority, departments, people, type DemoPersonKey } from '#server/demo/people.ts';
import { listLate } from '#server/store/late.ts';
import { documentBytes } from '#server/store/log.ts';
import { getSection, type Section } from '#server/store/sections.ts';
import type * as Y from 'yjs';
import { startServer, type TestServer } from '../../support/server.ts';

/** Who writes together: all of them may, and two windows of one person are among them. */
export const WRITERS: DemoPersonKey[] = [
	'education',
	'social',
	'culture',
	'coordinator',
	'deputy',
	'councilMember',
	'administrator',
	'education'
];

const START: DocNode = {
	type: 'doc',
	content: [
		{ type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: 'Rubrik' }] },
		{ type: 'paragraph', content: [{ type: 'text', text: 'Första stycket med åäö' }] },
		{ type: 'paragraph' },
		{ type: 'paragraph', content: [{ type: 'text', text: 'Sista stycket' }] }
	]
};

const by = people.coordinator.id;

/** How often the hub looks after its rooms, in milliseconds. */
const BEAT = 15_000;
/** After so long without a letter a room lets its document go. */
const IDLE = 31_000;

/** The real server with a section for each run, in which all of `WRITERS` may write. */
export class Town {
	readonly server: TestServer;
	/** What the server logged as a bug. */
	readonly bugs: string[] = [];
	readonly #beats: (() => void)[];
	readonly #time: { ahead: number };
	readonly #logError = console.error;
	#free: string[] = [];
	#year = 2030;

	private constructor(server: TestServer, beats: (() => void)[], time: { ahead: number }) {
		this.server = server;
		this.#beats = beats;
		this.#time = time;
		console.error = (...said: unknown[]) => {
			if (String(said[0]).startsWith('{"bug"')) this.bugs.push(String(said[0]));
			else this.#logError(...said);
		};
	}

	static async open(): Promise<Town> {
		const time = { ahead: 0 };
		const [server, beats] = await withBeats(() =>
			startServer({ clock: () => Date.now() + time.ahead })
		);
		for (const person of ['councilMember', 'administrator'] as const) {
			const given = await server.app.commands.setGrants({
				by: people.administrator.id,
				personId: people[person].id,
				grants: [
					...(person === 'administrator' ? [{ role: 'administrator' as const }] : []),
					{ role: 'writer', departmentId: departments[0]?.id ?? '' }
				]
			});
			if (!given.ok) throw new Error(given.refusal.code);
		}
		return new Town(server, beats, time);
	}

	async close(): Promise<void> {
		console.error = this.#logError;
		await this.server.close();
	}

	/**
	 * Half a minute passes: rooms fold their documents away, empty ones leave memory, and a socket that
	 * did not answer since the last time is dropped.
	 */
	pass(): void {
		this.#time.ahead += IDLE;
		for (const beat of this.#beats) beat();
	}

	/** How many rooms are in memory. */
	async rooms(): Promise<number> {
		return (await this.server.app.metrics.rooms.get()).values[0]?.value ?? 0;
	}

	/** How many updates were refused with this code so far. */
	async refused(code: string): Promise<number> {
		const { values } = await this.server.app.metrics.updates.get();
		return values.find((v) => v.labels.outcome === code)?.value ?? 0;
	}

	/** How often a client told that its text differed at rest. */
	async told(): Promise<number> {
		return (await this.server.app.metrics.diverged.get()).values[0]?.value ?? 0;
	}

	/** A section that nobody has written in. */
	async section(): Promise<string> {
		const free = this.#free.pop();
		if (free !== undefined) return free;
		const { commands, read } = this.server.app;
		this.#year = this.#year === 2100 ? 1990 : this.#year + 1;
		const content = new Proxy({}, { get: () => START });
		const made = await commands.createReport({
			by,
			authorityId: authority.id,
			variant: 'full',
			reportYear: this.#year,
			title: 'Rapport',
			content
		});
		if (!made.ok) throw new Error(made.refusal.code);
		for (const { id } of made.value.sections) {
			const section = await read((tx) => getSection(tx, id));
			if (!section || section.requiredBlocks.some((block) => block !== 'text')) continue;
			const sharedWith = departments.map((d) => d.id);
			const shared = await commands.changeSection({
				by,
				sectionId: id,
				version: section.version,
				sharedWith
			});
			if (!shared.ok) throw new Error(shared.refusal.code);
			this.#free.push(id);
		}
		return this.section();
	}

	/** The section as the store has it. */
	async row(sectionId: string): Promise<Section> {
		const section = await this.server.app.read((tx) => getSection(tx, sectionId));
		if (!section) throw new Error('no such section');
		return section;
	}

	/** The document as the store would open it. */
	async document(sectionId: string): Promise<Y.Doc> {
		const section = await this.row(sectionId);
		const { parts } = await this.server.app.read((tx) => documentBytes(tx, section));
		return loadDoc(parts);
	}

	/** The text as the store would open it. */
	async text(sectionId: string): Promise<DocNode> {
		const doc = await this.document(sectionId);
		const json = docJson(doc);
		doc.destroy();
		return json;
	}

	/** The words that did not get into the section and lie beside it, whosever they are. */
	async late(sectionId: string): Promise<string> {
		const late = await this.server.app.read((tx) => listLate(tx, sectionId, null));
		return late.map((l) => l.text).join('\n');
	}

	/** The coordinator locks the section; false when the text moved or is not ready. */
	async submit(sectionId: string): Promise<boolean> {
		const { seq } = await this.row(sectionId);
		return (await this.server.app.commands.submitSection({ by, sectionId, seenSeq: seq })).ok;
	}

	/** The coordinator sends the section back to its writers. */
	async giveBack(sectionId: string): Promise<boolean> {
		return (await this.server.app.commands.returnSection({ by, sectionId, reason: 'Mer' })).ok;
	}
}

/** Runs `work` and catches what it sets to be done at each beat, so that time is in our hands. */
async function withBeats<T>(work: () => Promise<T>): Promise<[T, (() => void)[]]> {
	const beats: (() => void)[] = [];
	const real = globalThis.setInterval;
	const caught = (run: () => void, ms: number) => {
		if (ms === BEAT) beats.push(run);
		return real(run, ms);
	};
	globalThis.setInterval = caught as typeof setInterval;
	try {
		return [await work(), beats];
	} finally {
		globalThis.setInterval = real;
	}
}
