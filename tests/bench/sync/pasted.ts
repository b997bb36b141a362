import { FRAGMENT } from '#schema/version.ts';
import * as Y from 'yjs';

const WORDS =
	'barnets bästa ska bedömas i varje beslut som rör barn och unga har rätt att säga sin mening i frågor som berör dem'.split(
		' '
	);
/** About as long as a paragraph of a report. */
const WORDS_A_PARAGRAPH = 90;

/** A text of some `bytes` in paragraphs, as one update of one Yjs client. */
export function pastedText(bytes: number): Uint8Array {
	const doc = new Y.Doc();
	const root = doc.getXmlFragment(FRAGMENT);
	doc.transact(() => {
		for (let length = 0, word = 0; length < bytes;) {
			const words = Array.from(
				{ length: WORDS_A_PARAGRAPH },
				() => WORDS[(word += 7) % WORDS.length] ?? ''
			);
			const text = words.join(' ');
			const paragraph = new Y.XmlElement('paragraph');
			paragraph.insert(0, [new Y.XmlText(text)]);
			root.insert(root.length, [paragraph]);
			length += text.length;
		}
	});
	const update = Y.encodeStateAsUpdate(doc);
	doc.destroy();
	return update;
}
