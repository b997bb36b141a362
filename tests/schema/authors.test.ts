import { authoredSeed } from '#schema/authored-seed.ts';
import { authoredBlocks, written, type Author } from '#schema/authors.ts';
import { canonicalJson, docJson, loadDoc, seedUpdate } from '#schema/content.ts';
import { FRAGMENT } from '#schema/version.ts';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { mulberry } from '../support/random.ts';

/** One unit of UTF-16 each. */
const lettersOf = (text: string): string[] => Array.from(text);

const PEOPLE = ['anna', 'bo', 'cia'] as const;

/** Every letter of the text with its author, told by the document. */
const letters = (doc: Y.Doc, claims: Map<number, string>) =>
	written(doc, claims).text.flatMap(({ text, by }) =>
		lettersOf(text).map((letter) => ({ letter, by }))
	);

type Letter = { letter: string; by: Author };

/** Three people write in one document, one after the other; the model keeps each letter's author. */
function three(seed: number, turns: number) {
	const random = mulberry(seed);
	const first = seedUpdate({
		type: 'doc',
		content: ['Mallens ord', 'Och fler'].map((text) => ({
			type: 'paragraph',
			content: [{ type: 'text', text }]
		}))
	});
	const claims = new Map<number, string>();
	const docs = PEOPLE.map((person) => {
		const doc = loadDoc([first]);
		claims.set(doc.clientID, person);
		return { person, doc };
	});
	const model: Letter[][] = [lettersOf('Mallens ord'), lettersOf('Och fler')].map((line) =>
		line.map((letter) => ({ letter, by: null }))
	);
	for (let turn = 0; turn < turns; turn++) {
		const chosen = docs[Math.floor(random() * 3)];
		if (!chosen) throw new Error('nobody');
		const { person, doc } = chosen;
		const fragment = doc.getXmlFragment(FRAGMENT);
		const row = Math.floor(random() * fragment.length);
		const line = model[row] ?? [];
		const at = Math.floor(random() * (line.length + 1));
		const text = (fragment.get(row) as Y.XmlElement).get(0) as Y.XmlText;
		const before = Y.encodeStateVector(doc);
		const dice = random();
		if (dice < 0.1) {
			const element = new Y.XmlElement('paragraph');
			element.insert(0, [new Y.XmlText('ny')]);
			fragment.insert(row, [element]);
			model.splice(
				row,
				0,
				lettersOf('ny').map((letter) => ({ letter, by: person }))
			);
		} else if (dice < 0.15 && model.length > 1) {
			fragment.delete(row, 1);
			model.splice(row, 1);
		} else if (dice < 0.35) {
			const length = Math.min(3, line.length - at);
			text.delete(at, length);
			line.splice(at, length);
		} else if (dice < 0.45) text.format(at, line.length - at, { bold: {} });
		else {
			const letter = 'abcdåäö '[Math.floor(random() * 8)] ?? 'x';
			text.insert(at, letter);
			line.splice(at, 0, { letter, by: person });
		}
		const update = Y.encodeStateAsUpdate(doc, before);
		for (const other of docs) if (other.doc !== doc) Y.applyUpdate(other.doc, update);
	}
	const [one] = docs;
	if (!one) throw new Error('nobody');
	return { doc: one.doc, claims, model: model.flat() };
}

test('[R4] every letter is its author’s, also through compaction and a new epoch', () => {
	for (let seed = 1; seed <= 40; seed++) {
		const { doc, claims, model } = three(seed, 150);
		expect(letters(doc, claims), `seed ${seed}`).toEqual(model);
		const compacted = loadDoc([Y.encodeStateAsUpdate(doc)]);
		expect(letters(compacted, claims), `seed ${seed}, compacted`).toEqual(model);
		const json = docJson(doc);
		const { bytes, claims: anew } = authoredSeed(json, written(doc, claims));
		const rebuilt = loadDoc([bytes]);
		expect(canonicalJson(docJson(rebuilt)), `seed ${seed}`).toBe(canonicalJson(json));
		expect(letters(rebuilt, anew), `seed ${seed}, rebuilt`).toEqual(model);
		for (const id of anew.keys()) expect(claims.has(id)).toBe(false);
		// Twice over it is still so.
		const again = authoredSeed(json, written(rebuilt, anew));
		expect(letters(loadDoc([again.bytes]), again.claims)).toEqual(model);
	}
});

test('[R4] who placed a block, and who set what it shows, is told beside the words', () => {
	const doc = loadDoc([
		seedUpdate({
			type: 'doc',
			content: [
				{ type: 'indicator', attrs: { indicator: '' } },
				{
					type: 'paragraph',
					content: [
						{ type: 'text', text: 'Fett', marks: [{ type: 'bold' }] },
						{ type: 'footnote', attrs: { text: 'Mallens not' } }
					]
				}
			]
		})
	]);
	const claims = new Map<number, string>();
	const as = (person: string, write: (fragment: Y.XmlFragment) => void) => {
		doc.clientID = new Y.Doc().clientID;
		claims.set(doc.clientID, person);
		write(doc.getXmlFragment(FRAGMENT));
	};
	as('anna', (fragment) => (fragment.get(0) as Y.XmlElement).setAttribute('indicator', 'ind-1'));
	as('bo', (fragment) => {
		const figure = new Y.XmlElement('figure');
		figure.setAttribute('indicator', 'ind-2');
		fragment.push([figure]);
	});
	as('cia', (fragment) => {
		const note = (fragment.get(1) as Y.XmlElement).get(1) as Y.XmlElement;
		note.setAttribute('text', 'Cias not');
	});
	const told = [
		{ type: 'indicator', by: null, setBy: ['anna'], runs: [] },
		{
			type: 'paragraph',
			by: null,
			setBy: [],
			runs: [
				{ text: 'Fett', by: null },
				{ text: ' Cias not ', by: 'cia' }
			]
		},
		{ type: 'figure', by: 'bo', setBy: ['bo'], runs: [] }
	];
	expect(authoredBlocks(doc, claims)).toEqual(told);
	const json = docJson(doc);
	const seed = authoredSeed(json, written(doc, claims));
	expect(docJson(loadDoc([seed.bytes]))).toEqual(json);
	expect(authoredBlocks(loadDoc([seed.bytes]), seed.claims)).toEqual(told);
});

test('[R4] where authors and text do not agree, the text stands and is nobody’s', () => {
	const json = {
		type: 'doc',
		content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Så här' }] }]
	};
	const { bytes, claims } = authoredSeed(json, {
		text: [{ text: 'Inte så', by: 'anna' }],
		elements: [{ type: 'heading', by: 'anna', attributes: new Map() }]
	});
	expect(claims).toEqual(new Map());
	expect(letters(loadDoc([bytes]), claims).every(({ by }) => by === null)).toBe(true);
	expect(docJson(loadDoc([bytes]))).toMatchObject(json);
});
