// @vitest-environment jsdom
import { seedUpdate, docJson, hashOf } from '#schema/content.ts';
import { plainText } from '#schema/text.ts';
import { FRAGMENT } from '#schema/version.ts';
import type { Lock } from '#core/lock.ts';
import type { DocNode } from '#core/publication.ts';
import type { SectionSession } from '#editor/session.ts';
import type { SessionOptions } from '#editor/session.ts';
import { typedText } from '#editor/unsent/typed-text.ts';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { editorOf, plainEditor, sitDown, withoutLayout } from './support/desk.ts';
import { RoomServer, until } from './support/room-server.ts';

const p = (text: string): DocNode => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const SEED = seedUpdate({ type: 'doc', content: [p('Ett'), p('Två'), p('Tre')] });
const LOCK: Lock = { why: 'submitted', by: 'Eva', since: 1, opensBy: 'coordinator' };

let server: RoomServer;
let sessions: SectionSession[];

beforeAll(withoutLayout);
beforeEach(() => {
	server = new RoomServer(SEED);
	sessions = [];
});
afterEach(async () => {
	for (const s of sessions) s.destroy();
	await server.close();
	document.body.replaceChildren();
});

async function sit(name: string, options: Partial<SessionOptions> = {}): Promise<SectionSession> {
	const session = sitDown(server, name, options);
	sessions.push(session);
	await until(() => session.view.live, `${name} reads the text`);
	return session;
}

const textOf = (session: SectionSession) => editorOf(session).getText({ blockSeparator: '|' });
const serverText = () => plainText(docJson(server.doc)).replaceAll('\n', '|');
const allSaved = (s: SectionSession) => until(() => s.view.save.unsaved === 0, 'all is saved');
/** Types at the end of the first paragraph. */
const type = (s: SectionSession, letters: string) =>
	editorOf(s).commands.insertContentAt(editorOf(s).state.doc.child(0).nodeSize - 1, letters);

describe('a refused update', () => {
	it('[W8] gives the person back the server’s text and keeps their own words beside it', async () => {
		const anna = await sit('anna');
		server.judge = (_u, kind) =>
			kind === 2 ? { refuse: { code: 'locked', lock: LOCK }, lateId: 'late-1' } : 'store';
		type(anna, ' hemma');
		await until(() => anna.view.kept.length > 0, 'the own words are shown');
		expect(anna.view.kept[0]).toMatchObject({
			plain: 'Ett hemma',
			html: '<p>Ett hemma</p>',
			lateId: 'late-1',
			why: { kind: 'refused', refusal: { code: 'locked' } }
		});
		expect(textOf(anna)).toBe('Ett|Två|Tre');
		expect(serverText()).toBe('Ett|Två|Tre');
		expect(anna.view.counts.resets).toBe(1);

		// Opened again: nothing of the refused text comes back by itself.
		server.judge = () => 'store';
		server.cut();
		await until(() => anna.view.save.status !== 'connected', 'the loss is noticed');
		await until(() => anna.view.save.status === 'connected', 'the connection is back');
		await allSaved(anna);
		expect(serverText()).toBe('Ett|Två|Tre');
	});

	it('[W8] what was typed without connection and met a lock is kept as well', async () => {
		const anna = await sit('anna');
		await allSaved(anna);
		const { port } = server;
		const stored = Y.encodeStateAsUpdate(server.doc);
		await server.close();
		await until(() => anna.view.save.status === 'offline', 'the loss is noticed');
		type(anna, ' borta');
		server = new RoomServer(stored, port);
		server.judge = (_u, kind) =>
			kind === 1 && server.received.length === 1
				? { refuse: { code: 'locked', lock: LOCK }, lateId: 'late-2' }
				: 'store';
		await until(() => anna.view.kept.length > 0, 'the own words are shown');
		expect(anna.view.kept[0]?.plain).toBe('Ett borta');
		expect(textOf(anna)).toBe('Ett|Två|Tre');
	});

	it('[W12] an undo that cannot be placed is put in as an ordinary change', async () => {
		const anna = await sit('anna');
		const bo = await sit('bo');
		type(anna, ' fel');
		await until(() => textOf(bo) === 'Ett fel|Två|Tre', 'the other reads it');
		await allSaved(anna);
		let refused = 0;
		server.judge = (_u, kind) =>
			kind === 2 && refused++ === 0 ? { refuse: { code: 'malformed', rule: 'order' } } : 'store';
		editorOf(anna).commands.undo();
		await until(() => anna.view.counts.reordered === 1, 'the fault is met');
		await until(() => serverText() === 'Ett|Två|Tre', 'the undo has arrived');
		await allSaved(anna);
		await until(() => textOf(bo) === 'Ett|Två|Tre', 'the other reads it');
		expect(textOf(anna)).toBe('Ett|Två|Tre');
		expect(anna.view.kept).toEqual([]);
	});

	it('[W12] what others wrote meanwhile survives such an undo', async () => {
		const anna = await sit('anna');
		const bo = await sit('bo');
		type(anna, ' fel');
		await until(() => textOf(bo) === 'Ett fel|Två|Tre', 'the other reads it');
		await allSaved(anna);
		server.judge = (_u, kind) => (kind === 2 ? 'hold' : 'store');
		editorOf(anna).commands.undo();
		// Bo's change is stored after Anna's refusal was decided and before she has loaded anew.
		server.judge = (_u, kind) =>
			kind === 2 ? { refuse: { code: 'malformed', rule: 'order' } } : 'store';
		await until(() => anna.view.counts.resets === 1, 'Anna begins anew');
		server.judge = () => 'store';
		const end = editorOf(bo).state.doc.content.size - 1;
		editorOf(bo).commands.insertContentAt(end, ' mer');
		await until(() => serverText() === 'Ett|Två|Tre mer', 'both changes are there');
		await until(() => textOf(bo) === 'Ett|Två|Tre mer', 'Bo reads both');
	});

	it('[W8] more than three new beginnings in a minute end with the text kept', async () => {
		const anna = await sit('anna');
		server.judge = (_u, kind) =>
			kind === 2 ? { refuse: { code: 'malformed', rule: 'names' } } : 'store';
		for (let n = 1; n <= 3; n += 1) {
			type(anna, ` ${n}`);
			await until(() => anna.view.counts.resets === n && anna.view.live, `beginning ${n}`);
			await until(() => anna.editor !== null, 'the editor is back');
		}
		type(anna, ' sista');
		await until(() => anna.view.trouble === 'tooManyResets', 'it gives up');
		expect(anna.view.kept.map((text) => text.plain)).toEqual([
			'Ett 1',
			'Ett 2',
			'Ett 3',
			'Ett sista'
		]);
		expect(anna.editor).toBeNull();
	});

	it('[D5] a store that takes no more throws nothing away', async () => {
		const anna = await sit('anna', { waitMs: 50 });
		await allSaved(anna);
		let full = true;
		server.judge = () => (full ? { refuse: { code: 'notSaved' } } : 'store');
		type(anna, ' kvar');
		await until(() => anna.view.trouble === 'notSaved', 'the trouble is told');
		expect(anna.view.save.unsaved).toBe(1);
		expect(textOf(anna)).toBe('Ett kvar|Två|Tre');
		full = false;
		await allSaved(anna);
		expect(serverText()).toBe('Ett kvar|Två|Tre');
		await until(() => anna.view.trouble === null, 'the trouble is over');
	});
});

describe('locks and rights', () => {
	it('[A6] a lock that is told takes the caret at once, and opening gives it back', async () => {
		const anna = await sit('anna');
		const state = { type: 'state', seq: 0, epoch: 1, mayEdit: true, version: 2 } as const;
		server.note({ ...state, state: 'submitted', lock: LOCK });
		await until(() => anna.view.lock !== null, 'the lock is known');
		expect(editorOf(anna).isEditable).toBe(false);
		server.note({ ...state, state: 'draft', lock: null });
		await until(() => editorOf(anna).isEditable, 'the section is open');
	});

	it('[W11] a lost right stops the section and keeps the words that were not saved', async () => {
		const anna = await sit('anna');
		server.judge = () => 'hold';
		type(anna, ' sent');
		await until(() => server.received.length > 1, 'the update has arrived');
		server.cut(4403);
		await until(() => anna.view.trouble === 'forbidden', 'it stops');
		expect(anna.view.kept[0]?.plain).toBe('Ett sent');
	});

	it('[W3] another epoch asks for the page to be loaded anew, with the words kept', async () => {
		const left: string[] = [];
		const anna = await sit('anna', { onLeave: (to) => left.push(to) });
		server.judge = () => 'hold';
		type(anna, ' nytt');
		await until(() => server.received.length > 1, 'the update has arrived');
		server.cut(4409);
		await until(() => left.length > 0, 'the page is asked to go');
		expect(left).toEqual(['reload']);
		expect(anna.view.kept[0]?.plain).toBe('Ett nytt');
	});
});

describe('words whose passage somebody else deletes before they are saved', () => {
	/** Anna's letters are on their way when Bo deletes their paragraph. */
	async function typeAndLose(): Promise<SectionSession> {
		const anna = await sit('anna');
		const bo = await sit('bo');
		server.judge = (update) => (Y.decodeUpdate(update).structs.length > 0 ? 'hold' : 'store');
		type(anna, ' hemma');
		editorOf(bo).commands.deleteRange({ from: 0, to: editorOf(bo).state.doc.child(0).nodeSize });
		await until(() => textOf(anna) === 'Två|Tre', 'the paragraph is gone');
		expect(anna.view.save.unsaved).toBe(1);
		return anna;
	}

	it('[L5] reach the server when the connection is made anew, though the document has collected them', async () => {
		const anna = await typeAndLose();
		server.judge = () => 'store';
		server.received.splice(0);
		server.cut();
		await until(() => anna.view.save.status !== 'connected', 'the line is broken');
		anna.retry();
		await allSaved(anna);
		const words = server.received.map(({ update }) => typedText([update]));
		expect(words).toContain('hemma');
		expect(anna.connection?.unsent).toEqual([]);
		expect(anna.view.kept).toEqual([]);
	});

	it('[L5] [W8] are shown when something else is refused', async () => {
		const anna = await typeAndLose();
		server.judge = () => ({ refuse: { code: 'malformed', rule: 'resent' } });
		type(anna, ' mer');
		await until(() => anna.view.kept.length > 0, 'the own words are shown');
		expect(anna.view.kept).toMatchObject([{ plain: 'Två mer\nhemma' }]);
	});

	it('[L5] [D4] go with the page', async () => {
		const anna = await typeAndLose();
		expect(anna.setAside()).toMatchObject([{ plain: 'hemma', why: { kind: 'left' } }]);
	});

	it('[L5] [W12] are shown when what went with them is put in', async () => {
		const anna = await typeAndLose();
		let refused = 0;
		server.judge = (_u, kind) =>
			kind === 2 && refused++ === 0 ? { refuse: { code: 'malformed', rule: 'order' } } : 'store';
		type(anna, ' mer');
		await until(() => serverText() === 'Två mer|Tre', 'the other letters have arrived');
		expect(anna.view.kept).toMatchObject([{ plain: 'hemma', why: { kind: 'deleted' } }]);
	});

	it('[L5] [W12] are not deleted unseen by an undo that is put in', async () => {
		const anna = await sit('anna');
		const bo = await sit('bo');
		server.judge = (_u, kind) => {
			if (kind !== 2) return 'store';
			// Bo types before Anna has loaded the text anew.
			server.judge = () => 'store';
			type(bo, ' hemma');
			return { refuse: { code: 'malformed', rule: 'order' } };
		};
		const end = editorOf(anna).state.doc.child(0).nodeSize;
		editorOf(anna).commands.deleteRange({ from: 0, to: end });
		const reads = () => anna.editor !== null && textOf(anna) === 'Ett hemma|Två|Tre';
		await until(reads, 'Anna reads it');
		await allSaved(anna);
		expect(serverText()).toBe('Ett hemma|Två|Tre');
		expect(anna.view.counts.reordered).toBe(1);
	});
});

describe('letters that were deleted and brought back before either was acknowledged', () => {
	it('[W8] [L5] go with the page, though the passage reads as it did: the deletion may have arrived', async () => {
		const anna = await sit('anna');
		server.judge = () => 'hold';
		editorOf(anna).commands.deleteRange({ from: 1, to: 4 });
		expect(textOf(anna)).toBe('|Två|Tre');
		editorOf(anna).commands.undo();
		expect(textOf(anna)).toBe('Ett|Två|Tre');
		expect(anna.view.save.unsaved).toBeGreaterThan(1);
		expect(anna.setAside()).toMatchObject([{ plain: 'Ett', why: { kind: 'left' } }]);
	});
});

describe('what two people left badly nested', () => {
	const list: DocNode = {
		type: 'doc',
		content: [
			p('Ett'),
			{ type: 'bulletList', content: [{ type: 'listItem', content: [p('Punkt'), p('Mer')] }] }
		]
	};

	it('[W5] [L5] is not deleted by whoever draws it, and the server is not told to', async () => {
		await server.close();
		server = new RoomServer(seedUpdate(list));
		const anna = await sit('anna');
		const bo = await sit('bo');
		// Anna's deletion of all of the item's paragraphs but one is on its way.
		server.judge = () => 'hold';
		const item = (s: SectionSession) => ({
			doc: editorOf(s).state.doc,
			at: editorOf(s).state.doc.child(0).nodeSize + 2
		});
		const { doc, at } = item(anna);
		const first = doc.child(1).child(0).child(0).nodeSize;
		editorOf(anna).commands.deleteRange({ from: at, to: at + first });
		await until(() => server.received.some(({ kind }) => kind === 2), 'Anna’s change is held');
		// Bo deletes the other one, and writes a list into the item.
		server.judge = () => 'store';
		const bos = item(bo);
		const rest = bos.doc.child(1).child(0).child(0).nodeSize;
		const inner = { type: 'bulletList', content: [{ type: 'listItem', content: [p('Bos ord')] }] };
		editorOf(bo).commands.insertContentAt(
			{ from: bos.at + rest, to: bos.at + bos.doc.child(1).child(0).nodeSize - 2 },
			inner
		);
		await until(() => serverText().includes('Bos ord'), 'Bo’s words are stored');
		const isNew = () => anna.view.counts.resets === 1 && anna.editor !== null;
		await until(() => isNew() && textOf(anna).includes('Bos ord'), 'Anna begins anew');
		expect(textOf(anna)).toContain('Punkt');
		expect(serverText()).toContain('Bos ord');
		await allSaved(anna);
		expect(serverText()).toContain('Bos ord');
	});
});

describe('late contributions', () => {
	it('[L3] what somebody else’s deletion took along is shown beside what is shown already, once, and counted', async () => {
		const anna = await sit('anna');
		const note = {
			type: 'late',
			lateId: 'l1',
			why: 'deleted',
			text: 'Barnen <b>läser</b>\nmer'
		} as const;
		server.note(note);
		await until(() => anna.view.kept.length > 0, 'the own words are shown');
		server.note(note);
		server.note({ ...note, lateId: 'l2', text: 'Sist' });
		await until(() => anna.view.kept.length > 1, 'the others too');
		expect(anna.view.kept).toMatchObject([
			{
				lateId: 'l1',
				why: { kind: 'deleted' },
				plain: note.text,
				html: '<p>Barnen &lt;b&gt;läser&lt;/b&gt;</p><p>mer</p>'
			},
			{ lateId: 'l2', plain: 'Sist' }
		]);
		expect(anna.view.counts.late).toBe(2);
		expect(textOf(anna)).toBe('Ett|Två|Tre');
		const [first] = anna.view.kept;
		if (first) anna.words.dismissKept(first);
		expect(anna.view.kept.map(({ lateId }) => lateId)).toEqual(['l2']);
	});

	it('[L3] what became of a late contribution is told until it is read', async () => {
		const anna = await sit('anna');
		const note = { type: 'lateDecided', lateId: 'l1', reason: null } as const;
		server.note({ ...note, state: 'declined', reason: 'Det står redan.' });
		await until(() => anna.view.decisions.length === 1, 'it is told');
		expect(anna.view.decisions).toEqual([
			{ lateId: 'l1', state: 'declined', reason: 'Det står redan.' }
		]);
		server.note({ ...note, state: 'accepted' });
		await until(() => anna.view.decisions[0]?.state === 'accepted', 'the newest is told');
		const [decision] = anna.view.decisions;
		if (decision) anna.words.dismissDecision(decision);
		expect(anna.view.decisions).toEqual([]);
	});
});

describe('everybody reads the same', () => {
	it('[W12] a document that differs at rest is loaded anew and the difference kept and counted', async () => {
		const anna = await sit('anna');
		await allSaved(anna);
		// A change that never went over the wire: what a fault in Yjs looks like from here.
		const life = (
			editorOf(anna).extensionManager.extensions.find((e) => e.name === 'collaboration')
				?.options as { document: Y.Doc }
		).document;
		const other = new Y.Doc();
		Y.applyUpdate(other, Y.encodeStateAsUpdate(life));
		const text = (other.getXmlFragment(FRAGMENT).get(0) as Y.XmlElement).get(0) as Y.XmlText;
		text.insert(0, 'Annat ');
		const provider = anna.connection?.provider;
		Y.applyUpdate(life, Y.encodeStateAsUpdate(other), provider);
		expect(textOf(anna)).toBe('Annat Ett|Två|Tre');

		server.note({ type: 'hash', seq: server.seq, hash: hashOf(docJson(server.doc)) });
		await until(() => anna.view.counts.diverged === 1, 'the difference is found');
		await until(() => anna.view.kept.length > 0, 'the own text is shown');
		expect(anna.view.kept[0]?.plain).toBe('Annat Ett');
		expect(textOf(anna)).toBe('Ett|Två|Tre');
	});

	it('[W12] an equal hash changes nothing', async () => {
		const anna = await sit('anna');
		type(anna, ' lika');
		await allSaved(anna);
		server.note({ type: 'hash', seq: server.seq, hash: hashOf(docJson(server.doc)) });
		await new Promise((go) => setTimeout(go, 50));
		expect(anna.view.counts).toMatchObject({ diverged: 0, resets: 0 });
	});

	it('[W12] a click is not undone by a letter or a caret of somebody else that comes before the browser tells of it', async () => {
		const anna = await sit('anna');
		const bo = await sit('bo');
		const { view } = editorOf(anna);
		view.dom.tabIndex = 0;
		view.focus();
		/** Puts the caret where a click does: in the window, which tells of it later. */
		const click = (paragraph: number) => {
			(Reflect.get(view, 'domObserver') as { disconnectSelection(): void }).disconnectSelection();
			document.getSelection()?.collapse(view.dom.children[paragraph]?.firstChild ?? null, 3);
		};
		const at = () => view.state.selection.$head.index(0);

		click(1);
		type(bo, ' hej');
		await until(() => textOf(anna) === 'Ett hej|Två|Tre', 'the other’s letter is here');
		expect(at()).toBe(1);
		click(2);
		let drawn = false;
		editorOf(anna).on('transaction', () => (drawn = true));
		bo.connection?.show({ id: 'bo', name: 'bo', color: '#336699', department: null });
		await until(() => drawn, 'who is here is drawn');
		expect(at()).toBe(2);
	});

	it('[W12] a view that failed to follow is drawn anew before a letter is typed into it', async () => {
		let throws = 0;
		const anna = await sit('anna', {
			createEditor: (connection, element) => {
				const editor = plainEditor('anna')(connection, element);
				// Fails as restoring a selection fails: inside the observer, after the document changed.
				editor.registerPlugin(
					new Plugin({
						key: new PluginKey('faulty'),
						appendTransaction: () => {
							if (throws > 0) {
								throws -= 1;
								throw new RangeError('Position 99 out of range');
							}
							return null;
						}
					})
				);
				return editor;
			}
		});
		const bo = await sit('bo');
		throws = 1;
		type(bo, ' bra');
		await until(() => anna.view.counts.stale === 1, 'the fault is met');
		expect(textOf(anna)).toBe('Ett bra|Två|Tre');
		type(anna, '!');
		await allSaved(anna);
		expect(serverText()).toBe('Ett bra!|Två|Tre');
	});
});
