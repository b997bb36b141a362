import type { DocNode } from '#core/publication.ts';
import { b, doc, h, list, p, quote } from '#server/demo/write.ts';

export const closing: Record<string, DocNode> = {
	voices: doc(
		p(
			'Under hösten har vi talat med barn i årskurs 2, 5 och 8, med ungdomsrådet och med unga på två fritidsgårdar. För första gången har också barn med funktionsnedsättning deltagit i en egen grupp.'
		),
		quote(
			'Elev i årskurs 5, samtal i klassen hösten 2023',
			'Nu är det alltid en vuxen vid matsalen. Förut gick jag en omväg.'
		),
		p('Fler citat kommer från skolorna i december. Fråga om lov innan de läggs in här.')
	),
	conclusions: doc(),
	appendix: doc(
		h('Källor'),
		list(
			'Söderhamns kommuns barnbokslut 2022 (alla nyckeltal).',
			'Göteborgs Stads barnbokslut 2024 (utvecklingsområdenas namn och status).'
		),
		h('Ord'),
		list(
			[b('HBTQI'), ': homosexuella, bisexuella, transpersoner, queera och intersexpersoner.'],
			[b('ISU'), ': individuell systematisk uppföljning.'],
			[b('LSS'), ': lagen om stöd och service till vissa funktionshindrade.']
		)
	)
};
