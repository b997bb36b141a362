import { passagesOf } from '#core/compare/passages.ts';
import { expect, it } from 'vitest';
import { section } from '../../export/support/edition.ts';
import { doc, p } from '../../export/support/page.ts';
import { fromTo, note, references, signature } from '../../export/support/parts.ts';

it('[P3] editions are compared by their notes, works and signatures too, each a passage of its own', () => {
	const text = doc(
		p('Ökade', note('Se bilagan.'), ' mycket.'),
		references(['Ek, A.', note('På nätet.')]),
		fromTo(['Utan', 'Med']),
		signature({ place: 'Skogsby', date: 'våren 2023', name: 'Åsa Ek' }),
		signature({})
	);
	const { content } = section({ key: 'a', doc: text }, []);
	expect(passagesOf(content, {}).map(({ kind, text: words }) => [kind, words])).toEqual([
		['paragraph', 'Ökade mycket.'],
		['note', 'Se bilagan.'],
		['paragraph', 'Ek, A.'],
		['note', 'På nätet.'],
		['table', 'Vad som ändras Från Till Utan Med'],
		['paragraph', 'Skogsby, våren 2023, Åsa Ek']
	]);
});
