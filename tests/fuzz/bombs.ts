import { FRAGMENT } from '#schema/version.ts';
import { encodeAwareness } from '#server/collab/presence.ts';
import { SYNC_UPDATE } from '#collab/protocol.ts';
import * as Y from 'yjs';
import { paragraph } from './changes.ts';
import { syncFrame } from './frames.ts';
import { TYPE, write, type Id, type Struct } from './struct-writer.ts';

/** What a bomb may know of the section that it is thrown at. */
export type Target = {
	/** A document that follows the section. */
	doc: Y.Doc;
	/** The Yjs client of somebody else who has written there. */
	other: number;
	/** A Yjs client id that is the sender's own and new. */
	own: number;
};

/** What is to become of it: a rule, a refusal's code or a close code; `quiet` for what is passed over. */
export type Bomb = { name: string; outcome: string; frame: (target: Target) => Uint8Array };

const update = (client: number, clock: number, structs: Struct[], count?: number): Uint8Array =>
	syncFrame(
		SYNC_UPDATE,
		write({
			runs: [{ client, clock, structs, ...(count === undefined ? {} : { count }) }],
			deletes: []
		})
	);

/** The last letter of some text that stands. */
function aLetter(doc: Y.Doc, skip = 0): Id & { right: Id | null } {
	let left = skip;
	for (const node of doc.getXmlFragment(FRAGMENT).createTreeWalker(() => true)) {
		const first = node instanceof Y.XmlText ? node._start : null;
		if (first === null || !(first.content instanceof Y.ContentString) || left-- > 0) continue;
		const { client, clock } = first.id;
		return { client, clock, right: first.length > 1 ? { client, clock: clock + 1 } : null };
	}
	throw new Error('the section has no text');
}

/** Letters behind a letter that stands. */
function letters(doc: Y.Doc, text: string): Struct {
	const { right, ...origin } = aLetter(doc);
	return { origin, ...(right ? { rightOrigin: right } : {}), content: { kind: 'string', text } };
}

const root = (doc: Y.Doc): Pick<Struct, 'rightOrigin'> => {
	const first = doc.getXmlFragment(FRAGMENT)._start?.id;
	return first ? { rightOrigin: { client: first.client, clock: first.clock } } : {};
};

/** Everything that was seen to harm a server without a gate, by name. */
export const BOMBS: Bomb[] = [
	{
		name: 'seven bytes that promise 33 million structs',
		outcome: 'undecodable',
		frame: ({ own }) => update(own, 0, [], 33_000_000)
	},
	{
		name: 'a collected struct of 2^45 clocks with somebody else’s client id',
		outcome: 'span',
		frame: ({ doc, other }) =>
			update(other, Y.getState(doc.store, other), [{ content: { kind: 'gc', length: 2 ** 45 } }])
	},
	{
		name: 'letters with somebody else’s client id',
		outcome: 'clientOfAnother',
		frame: ({ doc, other }) =>
			update(other, Y.getState(doc.store, other), [letters(doc, 'FÖRFALSKAT')])
	},
	{
		name: 'other letters under a clock that is taken',
		outcome: 'nothing',
		frame: ({ doc, other }) => update(other, 0, [letters(doc, 'F')])
	},
	{
		name: '5,000 nodes within one another',
		outcome: 'depth',
		frame: ({ doc, own }) => {
			const structs: Struct[] = [
				{ ...root(doc), content: { kind: 'type', type: TYPE.element, name: 'bulletList' } }
			];
			for (let n = 1; n < 5000; n += 1)
				structs.push({
					parent: { client: own, clock: n - 1 },
					content: { kind: 'type', type: TYPE.element, name: n % 2 ? 'listItem' : 'bulletList' }
				});
			return update(own, 0, structs);
		}
	},
	{
		name: '100,000 tiny items',
		outcome: 'tooLarge',
		frame: ({ doc, own }) => {
			const structs = [letters(doc, 'x')];
			for (let n = 1; n < 100_000; n += 1)
				structs.push({
					origin: { client: own, clock: n - 1 },
					content: { kind: 'string', text: 'x' }
				});
			return update(own, 0, structs);
		}
	},
	{
		name: 'one text of 50 MB',
		outcome: 'tooLarge',
		frame: ({ doc, own }) => update(own, 0, [letters(doc, 'x'.repeat(50 * 1024 * 1024))])
	},
	{
		name: '8,000 changes whose base never comes',
		outcome: 'gap',
		frame: ({ doc, own }) =>
			syncFrame(
				SYNC_UPDATE,
				write({
					runs: Array.from({ length: 8000 }, (_, n) => ({
						client: own,
						clock: 1 + 2 * n,
						structs: [letters(doc, 'x')]
					})),
					deletes: []
				})
			)
	},
	{
		name: 'changes of 3,000 clients whose base never comes',
		outcome: 'gap',
		frame: ({ doc }) =>
			syncFrame(
				SYNC_UPDATE,
				write({
					runs: Array.from({ length: 3000 }, (_, n) => ({
						client: 4_000_000_000 - n,
						clock: 7,
						structs: [letters(doc, 'x')]
					})),
					deletes: []
				})
			)
	},
	{
		name: 'a deletion of what is not there',
		outcome: 'deletesUnknown',
		frame: ({ other }) =>
			syncFrame(
				SYNC_UPDATE,
				write({ runs: [], deletes: [{ client: other, ranges: [[0, 2 ** 53 - 1]] }] })
			)
	},
	{
		name: 'one million overlapping ranges of deletions',
		outcome: 'tooLarge',
		frame: ({ other }) =>
			syncFrame(
				SYNC_UPDATE,
				write({
					runs: [],
					deletes: [
						{
							client: other,
							ranges: Array.from({ length: 1_000_000 }, (): [number, number] => [0, 1])
						}
					]
				})
			)
	},
	{
		name: 'an attribute named __proto__',
		outcome: 'attribute',
		frame: ({ own, doc }) =>
			update(own, 0, [
				...paragraph(own, 0, root(doc)),
				{
					parent: { client: own, clock: 0 },
					sub: '__proto__',
					content: { kind: 'any', values: [{ polluted: true }] }
				}
			])
	},
	{
		name: 'another root',
		outcome: 'root',
		frame: ({ own }) =>
			update(own, 0, [{ parent: 'hidden', sub: 'a', content: { kind: 'any', values: [1] } }])
	},
	{
		name: 'a right neighbour in another text: seen at once, gone after a reload',
		outcome: 'crossParent',
		frame: ({ doc, own }) => {
			const { client, clock } = aLetter(doc, 1);
			const { right: _right, ...origin } = aLetter(doc);
			const rightOrigin = { client, clock };
			return update(own, 0, [{ origin, rightOrigin, content: { kind: 'string', text: 'x' } }]);
		}
	},
	{
		name: 'both neighbours the same letter: what undo writes',
		outcome: 'order',
		frame: ({ doc, own }) => {
			const { right: _right, ...origin } = aLetter(doc);
			return update(own, 0, [
				{ origin, rightOrigin: origin, content: { kind: 'string', text: 'x' } }
			]);
		}
	},
	{
		name: 'a block behind another’s that knows nothing of what that one stood before',
		outcome: 'order',
		frame: ({ own, other }) => {
			const origin = { client: other, clock: 0 };
			return update(own, 0, paragraph(own, 0, { origin }));
		}
	},
	{
		name: 'a document within the document',
		outcome: 'textContent',
		frame: ({ doc, own }) =>
			update(own, 0, [{ ...letters(doc, ''), content: { kind: 'doc', guid: 'x', options: {} } }])
	},
	{
		name: 'presence of 10 MB',
		outcome: 'quiet',
		frame: ({ own }) =>
			encodeAwareness([
				{ clientId: own, clock: 1, state: JSON.stringify({ cursor: 'x'.repeat(10_485_760) }) }
			])
	},
	{
		name: 'presence of 100,000 clients',
		outcome: '4400',
		frame: () =>
			encodeAwareness(
				Array.from({ length: 100_000 }, (_, n) => ({ clientId: n + 1, clock: 1, state: '{}' }))
			)
	},
	{
		name: 'another name in one’s presence',
		outcome: 'quiet',
		frame: ({ own }) =>
			encodeAwareness([
				{
					clientId: own,
					clock: 1,
					state: '{"user":{"name":"Kommundirektören","id":"x"},"cursor":null}'
				}
			])
	},
	{
		name: 'the leave of somebody else with a clock of 2^40',
		outcome: 'quiet',
		frame: ({ other }) => encodeAwareness([{ clientId: other, clock: 2 ** 40, state: 'null' }])
	},
	{
		name: 'a presence clock of 2^53 - 1',
		outcome: 'quiet',
		frame: ({ own }) =>
			encodeAwareness([{ clientId: own, clock: Number.MAX_SAFE_INTEGER, state: '{"cursor":null}' }])
	}
];
