import { isoDate } from '#core/format.ts';
import type { EditionModel } from '#core/publication.ts';
import { printText } from '#core/print-text.ts';
import { anchorsOf, type Anchors } from '../anchors.ts';
import { paragraphOf, senderOf, titleFacts } from '../edition-html.ts';
import { figuresOf } from '../figures.ts';
import type { EditionInput } from '../input.ts';
import { isAsked, isShort, k, kindOf, runningOf } from '../kind.ts';
import { matrixOf } from '../matrix.ts';
import { lineageOf } from '../lineage.ts';
import { promisesOf } from '../promises.ts';
import { reading, t } from '../words.ts';
import { Appendix } from './appendix.ts';
import { abbreviationBlocks, matrixBlocks, promiseBlocks } from './around.ts';
import { chapterParts } from './chapters.ts';
import type { PrintDocument, PrintPart, Run } from './document.ts';
import { answerBlocks, keyFigureBlocks } from './front.ts';
import { plain } from './runs.ts';
import { colophonOf, recordBlocks } from './record.ts';
import { withKnownTargets } from './targets.ts';
import { wayBlocks } from './ways.ts';
import { p } from './words.ts';

/** The product's own blue, where the sender has no colour. */
const ACCENT = '#00497a';

/** Every id that the page of the web has taken. */
const idsOf = (anchors: Anchors): string[] =>
	Object.values(anchors).flatMap((one: Anchors[keyof Anchors]) =>
		typeof one === 'string'
			? [one]
			: one instanceof Map
				? [...one.values()]
				: one.map(({ anchor }) => anchor)
	);

/** The whole edition as paper has it. Deterministic: the same input gives the same document. */
export function printDocument(input: EditionInput): PrintDocument {
	const { model, hash } = input;
	const anchors = anchorsOf(model);
	const figures = figuresOf(model, anchors);
	const appendix = new Appendix(idsOf(anchors));
	const part = (blocks: PrintPart['blocks']): PrintPart[] =>
		blocks.length === 0 ? [] : [{ section: null, blocks }];
	const chapters = chapterParts({ model, anchors, appendix });
	return withKnownTargets({
		...frameOf(input),
		facts: [...factsOf(model), ...pagesOf(model), ...contactOf(model)],
		colophon: colophonOf(model, hash),
		parts: [
			...part(isAsked(model) ? answerBlocks(figures, anchors) : []),
			...part(promiseBlocks(promisesOf(model), anchors)),
			...part(wayBlocks(lineageOf(model), anchors)),
			...part(keyFigureBlocks(figures, anchors)),
			...chapters,
			...part(abbreviationBlocks(model, anchors)),
			...part(matrixBlocks(matrixOf(model), anchors)),
			...part(appendix.blocks()),
			...part(recordBlocks(model, anchors))
		]
	});
}

/** What every paper of an edition says of it. */
export function frameOf({
	model
}: EditionInput): Omit<PrintDocument, 'facts' | 'colophon' | 'parts'> {
	const { title, number, publishedAt, decision, sender } = model;
	const { logo = null, accent = '' } = sender ?? {};
	const running = runningOf(model, senderOf(model));
	return {
		lang: 'sv',
		title: printText(title),
		sender: printText(senderOf(model)),
		accent: /^#[0-9a-f]{6}$/i.test(accent) ? accent : ACCENT,
		logo: logo && {
			image: logo.id,
			alt: printText(logo.alt).trim() || reading.logoOf(printText(model.municipality))
		},
		running: { ...running, left: printText(running.left), right: printText(running.right) },
		...(isShort(model) ? { short: true } : {}),
		foot: printText(p.foot(number, isoDate(publishedAt), decision.body, paragraphOf(model))),
		contentsTitle: isShort(model) ? '' : t.contents,
		colophonTitle: p.colophon,
		publishedAt
	};
}

/** What a title page says: year, decision, registry number, edition, why there is a new one. */
export const factsOf = (model: EditionModel): PrintDocument['facts'] =>
	titleFacts(model).map(([term, value]) => ({ term: printText(term), lines: [plain(value)] }));

/** How long it is, which a review says on its title page. */
const pagesOf = (model: EditionModel): PrintDocument['facts'] =>
	kindOf(model) === 'review' ? [{ term: k.pages, lines: [[{ text: '', pages: true }]] }] : [];

/** Where readers turn; each line is an address that can be followed. */
function contactOf({ sender }: EditionModel): PrintDocument['facts'] {
	if (!sender) return [];
	const { unit, email, phone, web } = sender.contact;
	const lines: Run[][] = [
		plain(unit),
		plain(email, `mailto:${email}`),
		plain(phone, `tel:${phone.replace(/[^+\d]/g, '')}`),
		plain(web, /^https?:\/\//i.test(web) ? web : `https://${web}`)
	].filter((line) => line.length > 0);
	return lines.length === 0 ? [] : [{ term: p.contact, lines }];
}
