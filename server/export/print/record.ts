import { clockTime, isoDate, longDate, NBSP } from '#core/format.ts';
import type { EditionModel } from '#core/publication.ts';
import type { Anchors } from '../anchors.ts';
import { citationOf, paragraphOf } from '../edition-html.ts';
import { LANG, t } from '../words.ts';
import { SHORT_HASH } from '../record.ts';
import { printText } from '#core/print-text.ts';
import type { Block } from './document.ts';
import { paragraph, plain } from './runs.ts';
import { tableOf, textCell } from './tables.ts';
import { heading } from './text.ts';
import { p } from './words.ts';

const at = (time: number): string => `${isoDate(time)}${NBSP}${clockTime(time, LANG)}`;

/** Who submitted and approved each section, when, and the hash that the approval is bound to (S4). */
export const recordBlocks = ({ sections }: EditionModel, anchors: Anchors): Block[] => [
	heading(1, t.record, { id: anchors.record, inContents: true }),
	paragraph('plain', t.recordIntro),
	tableOf({
		id: null,
		caption: t.recordCaption,
		head: [
			[t.section, t.submitted, t.approved, t.hash].map((head) => textCell([head], { header: true }))
		],
		rows: sections.map((s) => [
			{
				...textCell([], { header: true }),
				blocks: [
					paragraph(
						'plain',
						plain(
							`${s.content.number} ${s.content.title}`,
							`#${anchors.sections.get(s.content.key) ?? ''}`
						)
					)
				]
			},
			textCell([s.submittedBy, at(s.submittedAt)]),
			textCell([s.approvedBy, at(s.approvedAt)]),
			textCell([s.hash.slice(0, SHORT_HASH)])
		])
	}),
	heading(2, p.fullHashes),
	{
		kind: 'terms',
		items: sections.map(({ content: { number, title }, hash }) => ({
			term: printText(`${number} ${title}`),
			lines: [plain(hash)]
		}))
	}
];

/** Edition, date, decision, how it is cited, address where there is one, full hash (P4). */
export function colophonOf(model: EditionModel, hash: string): string[] {
	const { number, publishedAt, decision, address } = model;
	const { body, date, registryNumber } = decision;
	return [
		t.editionLine(number, longDate(publishedAt, LANG)),
		p.decided(body, longDate(date, LANG), paragraphOf(model), registryNumber),
		`${t.cite}: ${citationOf(model)}`,
		...(address === undefined ? [] : [p.address(address)]),
		p.hash(hash)
	].map(printText);
}
