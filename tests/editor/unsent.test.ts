// @vitest-environment jsdom
import { editor } from '#messages/editor.sv.ts';
import { CLOSES } from '#collab/closes.ts';
import type { Lock } from '#core/lock.ts';
import type { DocNode } from '#core/publication.ts';
import type { ReportFacts } from '#editor/report-facts.ts';
import { WritingRoom } from '#editor/writing-room.svelte.ts';
import { lookForUnsent } from '#editor/unsent/at-return.ts';
import { unsentStore } from '#editor/unsent/browser-store.ts';
import { PageStore, type UnsentStore } from '#editor/unsent/store.ts';
import { clearUnsent } from '#editor/sign-out.ts';
import type { SectionSession, SessionOptions } from '#editor/session.ts';
import { docJson, seedUpdate } from '#schema/content.ts';
import { plainText } from '#schema/text.ts';
import { SCHEMA_VERSION } from '#schema/version.ts';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { editorOf, sitDown, withoutLayout } from './support/desk.ts';
import { RoomServer, until } from './support/room-server.ts';

const p = (text: string): DocNode => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const SEED = seedUpdate({ type: 'doc', content: [p('Ett'), p('Två')] });
const LOCK: Lock = { why: 'submitted', by: 'Eva', since: 1, opensBy: 'coordinator' };

let server: RoomServer;
let store: UnsentStore;
let sessions: SectionSession[];

beforeAll(withoutLayout);
beforeEach(() => {
	server = new RoomServer(SEED);
	store = new PageStore();
	sessions = [];
});
afterEach(async () => {
	for (const session of sessions) session.destroy();
	await server.close();
	document.body.replaceChildren();
});

const placeOf = (personId: string, epoch = 1, schema = SCHEMA_VERSION) => ({
	personId,
	reportId: 'r1',
	sectionId: 's1',
	section: '1 Inledning',
	epoch,
	schema
});

async function sit(name: string, options: Partial<SessionOptions> = {}): Promise<SectionSession> {
	const session = sitDown(server, name, {
		unsent: { store: Promise.resolve(store), place: placeOf(name) },
		...options
	});
	sessions.push(session);
	await until(() => session.view.live, `${name} reads the text`);
	return session;
}

const serverText = () => plainText(docJson(server.doc)).replaceAll('\n', '|');
const textOf = (s: SectionSession) => editorOf(s).getText({ blockSeparator: '|' });
const allSaved = (s: SectionSession) => until(() => s.view.save.unsaved === 0, 'all is saved');
const type = (s: SectionSession, letters: string) =>
	editorOf(s).commands.insertContentAt(editorOf(s).state.doc.child(0).nodeSize - 1, letters);
const rowsOf = async (person: string) => (await store.ofPerson(person)).length;
/** Waits until the store holds so many changes of this person. */
async function holds(person: string, rows: number): Promise<void> {
	let found = -1;
	const look = () => void rowsOf(person).then((n) => (found = n));
	await until(() => (look(), found === rows), `${rows} changes of ${person} in the store`);
}

/** Takes the server away, lets `work` be done without it, and starts it again. */
async function withoutServer(work: () => Promise<void>): Promise<void> {
	const { port } = server;
	const stored = Y.encodeStateAsUpdate(server.doc);
	await server.close();
	await work();
	server = new RoomServer(stored, port);
}

/** Somebody types without connection and closes the page. */
async function typeAndClose(name: string, letters: string): Promise<void> {
	const session = await sit(name);
	await allSaved(session);
	await withoutServer(async () => {
		await until(() => session.view.save.status === 'offline', 'the loss is noticed');
		for (const letter of letters) type(session, letter);
		await holds(name, letters.length);
		session.destroy();
	});
}

describe('what a closed page could not send', () => {
	it('[D4] is sent at return, and a colleague reads it', async () => {
		await typeAndClose('anna', ' borta');
		const bo = await sit('bo');
		expect(textOf(bo)).toBe('Ett|Två');
		const anna = await sit('anna');
		await until(() => textOf(bo) === 'Ett borta|Två', 'the other reads it');
		await allSaved(anna);
		expect(textOf(anna)).toBe('Ett borta|Två');
		expect(anna.view.kept).toEqual([]);
		await holds('anna', 0);
	});

	it('[D4] goes in beside what others wrote meanwhile', async () => {
		await typeAndClose('anna', ' borta');
		const bo = await sit('bo');
		type(bo, ' hemma');
		await allSaved(bo);
		const anna = await sit('anna');
		await until(() => serverText().includes('borta'), 'the server has it');
		await allSaved(anna);
		expect(serverText()).toMatch(/^Ett (?:borta hemma|hemma borta)\|Två$/);
	});

	it('[D4] is not sent twice when the server had it and the page did not hear of it', async () => {
		const anna = await sit('anna');
		await allSaved(anna);
		server.judge = () => 'hold';
		type(anna, ' dold');
		await until(() => server.received.length > 1, 'the update has arrived');
		anna.destroy();
		server.release();
		expect(serverText()).toBe('Ett dold|Två');
		server.judge = () => 'store';
		const again = await sit('anna');
		await holds('anna', 0);
		await allSaved(again);
		expect(serverText()).toBe('Ett dold|Två');
	});

	it('[D4] is neither sent nor shown for another person at the same computer', async () => {
		await typeAndClose('anna', ' hemligt');
		const bo = await sit('bo');
		await allSaved(bo);
		type(bo, '!');
		await allSaved(bo);
		expect(serverText()).toBe('Ett!|Två');
		expect(bo.view.kept).toEqual([]);
		expect(await rowsOf('anna')).toBe(8);
	});

	it('[D4] [L1] is kept as late and shown when the section was locked meanwhile', async () => {
		await typeAndClose('anna', ' sent');
		server.judge = (update) =>
			update.length > 2 ? { refuse: { code: 'locked', lock: LOCK }, lateId: 'late-9' } : 'store';
		const anna = await sit('anna');
		await until(() => anna.view.kept.length > 0, 'the own words are shown');
		expect(anna.view.kept).toMatchObject([{ plain: 'Ett sent', lateId: 'late-9' }]);
		expect(serverText()).toBe('Ett|Två');
		// The server has it: opened again, it does not come by itself.
		await holds('anna', 0);
		server.judge = () => 'store';
		const again = await sit('anna');
		await allSaved(again);
		expect(serverText()).toBe('Ett|Två');
	});

	it.each([
		['[W3] for another epoch', placeOf('anna', 2)],
		['[W3] for a newer schema', placeOf('anna', 1, SCHEMA_VERSION + 1)]
	])('%s is shown and never applied, and stays until it is put away', async (_title, place) => {
		await typeAndClose('anna', ' förr');
		for (const row of await store.ofPerson('anna')) await store.put({ ...row, ...place });
		store = await movedTo(place);
		const anna = await sit('anna');
		await until(() => anna.view.kept.length > 0, 'the words are shown');
		expect(anna.view.kept).toMatchObject([{ plain: 'förr', why: { kind: 'rebuilt' } }]);
		expect(serverText()).toBe('Ett|Två');
		expect(await rowsOf('anna')).toBe(5);
		const [text] = anna.view.kept;
		if (text) anna.words.dismissKept(text);
		expect(anna.view.kept).toEqual([]);
		await holds('anna', 0);
	});

	/** What anna types is refused for its order, and the server's text does not come. */
	async function refusedForItsOrder(): Promise<SectionSession> {
		const anna = await sit('anna');
		await allSaved(anna);
		server.judge = (_update, kind) =>
			kind === 2 ? { refuse: { code: 'malformed', rule: 'order' } } : 'store';
		server.closeWith = 1013;
		type(anna, ' kvar');
		await until(() => anna.view.counts.reordered === 1, 'the refusal is met');
		return anna;
	}

	it('[D4] [W8] is sent at return, also where it was to be put in again when the page ended', async () => {
		const anna = await refusedForItsOrder();
		anna.destroy();
		server.closeWith = null;
		server.judge = () => 'store';
		const again = await sit('anna');
		await until(() => serverText() === 'Ett kvar|Två', 'the server has it');
		await allSaved(again);
		expect(again.view.kept).toEqual([]);
		await holds('anna', 0);
	});

	it('[D4] [W8] is left to the page that is to put it in again while it is open, and is put in once', async () => {
		const anna = await refusedForItsOrder();
		server.closeWith = null;
		const other = await sit('anna');
		await allSaved(other);
		expect(serverText()).toBe('Ett|Två');
		server.judge = () => 'store';
		anna.retry();
		await until(() => serverText() === 'Ett kvar|Två', 'the server has it');
		await allSaved(anna);
		await holds('anna', 0);
		expect(serverText()).toBe('Ett kvar|Två');
		expect([...anna.view.kept, ...other.view.kept]).toEqual([]);
	});

	it('[D4] [A6] is there for the next page, too, where the section was withdrawn before it was put in again', async () => {
		const anna = await refusedForItsOrder();
		server.closeWith = CLOSES.forbidden.code;
		anna.retry();
		await until(() => anna.view.kept.length > 0, 'the words are shown');
		expect(anna.view.trouble).toBe('forbidden');
		expect(anna.view.kept[0]?.plain).toContain('kvar');
		anna.destroy();
		server.closeWith = null;
		server.judge = () => 'store';
		const again = await sit('anna');
		await until(() => serverText() === 'Ett kvar|Två', 'the server has it');
		await allSaved(again);
		await holds('anna', 0);
	});

	/** The store as it is when all of it was typed at this place. */
	async function movedTo(place: ReturnType<typeof placeOf>): Promise<UnsentStore> {
		const other = new PageStore();
		const rows = new Map((await store.ofPerson('anna')).map((row) => [row.n, row]));
		for (const row of rows.values()) await other.put({ ...row, ...place });
		return other;
	}

	it('[D4] [L5] is sent as it was made, where somebody else has deleted the passage meanwhile too', async () => {
		await typeAndClose('anna', ' hemma');
		const made = (await store.ofPerson('anna')).map((row) => row.update);
		const bo = await sit('bo');
		editorOf(bo).commands.deleteRange({ from: 0, to: editorOf(bo).state.doc.child(0).nodeSize });
		await allSaved(bo);
		server.received.splice(0);
		const anna = await sit('anna');
		await until(() => anna.view.save.unsaved > 0, 'it is put back');
		await allSaved(anna);
		const sent = server.received.filter(({ kind }) => kind === 2).map(({ update }) => update);
		expect(sent.map((update) => [...update])).toEqual(made.map((update) => [...update]));
		expect(serverText()).toBe('Två');
		await holds('anna', 0);
	});

	it('[D4] is shown where the document lacks what it builds on', async () => {
		await typeAndClose('anna', ' lös');
		const { port } = server;
		await server.close();
		server = new RoomServer(seedUpdate({ type: 'doc', content: [p('Ny')] }), port);
		const stored = await store.ofPerson('anna');
		// The first letters never reached the store.
		await store.clear('anna');
		for (const row of stored.slice(2)) await store.put(row);
		const anna = await sit('anna');
		await until(() => anna.view.kept.length > 0, 'the words are shown');
		expect(anna.view.kept).toMatchObject([{ plain: 'ös', why: { kind: 'rebuilt' } }]);
		type(anna, '!');
		await allSaved(anna);
		expect(serverText()).toBe('Ny!');
	});

	it('[W11] is shown when the section may not be read any more, and stays until it is put away', async () => {
		await typeAndClose('anna', ' mitt');
		server.closeWith = 4404;
		const anna = sitDown(server, 'anna', {
			unsent: { store: Promise.resolve(store), place: placeOf('anna') }
		});
		sessions.push(anna);
		await until(() => anna.view.kept.length > 0, 'the words are shown');
		expect(anna.view.trouble).toBe('notFound');
		expect(anna.view.kept).toMatchObject([{ plain: 'mitt' }]);
		expect(await rowsOf('anna')).toBe(5);
		const [text] = anna.view.kept;
		if (text) anna.words.dismissKept(text);
		await holds('anna', 0);
	});

	it('[D4] what an open tab has not sent is left to it', async () => {
		const first = await sit('anna');
		await allSaved(first);
		server.judge = () => 'hold';
		type(first, ' ett');
		await holds('anna', 1);
		server.judge = (_update, kind) => (kind === 1 ? 'store' : 'hold');
		const second = await sit('anna');
		await new Promise((go) => setTimeout(go, 50));
		expect(second.view.save.unsaved).toBe(0);
		expect(textOf(second)).toBe('Ett|Två');
		server.release();
		await allSaved(first);
		await until(() => textOf(second) === 'Ett ett|Två', 'it comes by the server');
		await holds('anna', 0);
	});

	it('[D4] what a tab had not sent when it closed is sent by one that is still open', async () => {
		const first = await sit('anna');
		await allSaved(first);
		server.judge = (_update, kind) => (kind === 1 ? 'store' : 'hold');
		type(first, ' kvar');
		await holds('anna', 1);
		const second = await sit('anna');
		await allSaved(second);
		server.judge = () => 'store';
		first.destroy();
		await until(() => serverText() === 'Ett kvar|Två', 'the other tab sends it');
		await holds('anna', 0);
	});
});

describe('what the page looks for when it opens', () => {
	it('[D4] sections to open at once, and the words of those that are gone, of this person and report alone', async () => {
		const shared = await unsentStore();
		await typeAndClose('anna', ' kvar');
		for (const row of await store.ofPerson('anna')) {
			await shared.put(row);
			await shared.put({ ...row, sectionId: 's2', section: '2 Skolan', life: 2 });
			await shared.put({ ...row, sectionId: 's3', reportId: 'r2', life: 3 });
			await shared.put({ ...row, sectionId: 's2', personId: 'bo', life: 4 });
		}
		const found = await lookForUnsent('anna', 'r1', (id) => id === 's1');
		expect(found.sections).toEqual(['s1']);
		expect(found.orphans.map(({ text }) => [text.plain, text.why])).toEqual([
			['kvar', { kind: 'gone', section: '2 Skolan' }]
		]);
		found.orphans[0]?.forget();
		const left = (await shared.ofPerson('anna')).map((row) => row.sectionId);
		expect(new Set(left)).toEqual(new Set(['s1', 's3']));
		await shared.clear('anna');
		await shared.clear('bo');
	});
});

describe('a page that is left while it looks', () => {
	/** The page's room, whose data goes with the page. */
	function room(): { room: WritingRoom; leave: () => void; gone: AbortSignal } {
		const leaving = new AbortController();
		let data: Partial<ReportFacts> = {
			me: { personId: 'anna', name: 'Anna', color: '#336699', department: null },
			report: { id: 'r1', title: 'Rapport' },
			sections: []
		} as unknown as ReportFacts;
		const writing = new WritingRoom({
			texts: () => editor,
			facts: () => data as ReportFacts,
			refresh: () => undefined,
			signIn: () => undefined
		});
		const leave = () => {
			data = {};
			leaving.abort();
		};
		return { room: writing, leave, gone: leaving.signal };
	}

	it('[D4] [W11] neither fails nor keeps the words from the next page', async () => {
		const shared = await unsentStore();
		await typeAndClose('anna', ' kvar');
		for (const row of await store.ofPerson('anna')) await shared.put({ ...row, sectionId: 's2' });

		const first = room();
		const looking = first.room.lookForUnsent(first.gone);
		first.leave();
		await looking;
		expect(first.room.orphans).toEqual([]);

		const second = room();
		await second.room.lookForUnsent(second.gone);
		expect(second.room.orphans.map(({ text }) => text.plain)).toEqual(['kvar']);
		second.leave();
		expect(second.room.orphans).toEqual([]);

		const third = room();
		await third.room.lookForUnsent(third.gone);
		expect(third.room.orphans.map(({ text }) => text.plain)).toEqual(['kvar']);
		third.leave();
		await shared.clear('anna');
	});
});

describe('what the store holds', () => {
	it('[D4] is each change as it is made, and nothing that is acknowledged', async () => {
		const anna = await sit('anna');
		await allSaved(anna);
		let taken = 0;
		server.judge = () => ((taken += 1) > 2 ? 'hold' : 'store');
		for (const letter of 'abcde') type(anna, letter);
		await until(() => anna.view.save.unsaved === 3, 'two of five are acknowledged');
		await holds('anna', 3);
		expect((await store.ofPerson('anna')).map((row) => row.n)).toEqual([3, 4, 5]);
		server.release();
		await allSaved(anna);
		await holds('anna', 0);
	});

	it('[D4] [D3] a browser that takes no more is told of, nothing is sent with a gap, and it ends with the next acknowledgement', async () => {
		let full = true;
		class FullStore extends PageStore {
			override readonly lasting = true as unknown as false;
			override put(row: Parameters<PageStore['put']>[0]): Promise<void> {
				if (full) return Promise.reject(new DOMException('full', 'QuotaExceededError'));
				return super.put(row);
			}
		}
		store = new FullStore();
		const anna = await sit('anna');
		await allSaved(anna);
		expect(anna.view.save.onlyHere).toBe(false);
		server.judge = () => 'hold';
		type(anna, 'a');
		await until(() => anna.view.save.onlyHere, 'it is told');
		full = false;
		type(anna, 'b');
		await new Promise((go) => setTimeout(go, 20));
		expect(await rowsOf('anna')).toBe(0);
		server.release();
		await allSaved(anna);
		type(anna, 'c');
		await holds('anna', 1);
		expect(anna.view.save.onlyHere).toBe(false);
	});

	it('[D3] a browser without a store is told of', async () => {
		store = await unsentStore();
		expect(store.lasting).toBe(false);
		const anna = await sit('anna');
		expect(anna.view.save.onlyHere).toBe(true);
	});

	it('[D4] signing out waits for what is on its way, else asks, and removes it', async () => {
		store = await unsentStore();
		const anna = await sit('anna');
		await allSaved(anna);
		server.judge = () => 'hold';
		type(anna, 'a');
		await holds('anna', 1);
		setTimeout(() => server.release(), 100);
		const asked: number[] = [];
		const answer = (yes: boolean) => (changes: number) => {
			asked.push(changes);
			return yes;
		};
		expect(await clearUnsent('anna', answer(false))).toBe(true);
		expect(asked).toEqual([]);

		type(anna, 'b');
		await holds('anna', 1);
		expect(await clearUnsent('anna', answer(false))).toBe(false);
		expect(await rowsOf('anna')).toBe(1);
		expect(await clearUnsent('anna', answer(true))).toBe(true);
		expect(asked).toEqual([1, 1]);
		expect(await rowsOf('anna')).toBe(0);
	}, 15_000);
});
