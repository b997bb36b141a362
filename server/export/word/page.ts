import { Footer, Header, PageNumber, Paragraph, Tab, TextRun, type ISectionOptions } from 'docx';
import type { PrintDocument } from '../print/document.ts';
import { PAGE, TEXT_WIDTH } from './measures.ts';
import { textRuns } from './runs.ts';
import { STYLE } from './styles.ts';
import { words } from './words.ts';

const edge = (style: string, children: TextRun[]): Paragraph =>
	new Paragraph({ style, tabStops: [{ type: 'right', position: TEXT_WIDTH }], children });

const tab = () => new TextRun({ children: [new Tab()] });

/** Size, running head and foot of every page; the title page has the foot alone. */
export function pageOf(doc: PrintDocument): Omit<ISectionOptions, 'children'> {
	const { left, right, pages = false } = doc.running;
	const ofPages = () =>
		new TextRun({
			children: [`${words.page} `, PageNumber.CURRENT, ` ${words.of} `, PageNumber.TOTAL_PAGES]
		});
	const foot = (isFirst: boolean) =>
		new Footer({
			children: [
				edge(STYLE.footer, [
					...textRuns(doc.foot),
					tab(),
					// The first page has no head that could say it.
					...(pages && !isFirst ? [] : [ofPages()])
				])
			]
		});
	return {
		properties: {
			titlePage: true,
			page: {
				size: { width: PAGE.width, height: PAGE.height },
				margin: {
					top: PAGE.margin,
					bottom: PAGE.margin,
					left: PAGE.margin,
					right: PAGE.margin,
					header: 680,
					footer: 680
				}
			}
		},
		headers: {
			default: new Header({
				children: [
					edge(STYLE.header, [...textRuns(left), tab(), ...(pages ? [ofPages()] : textRuns(right))])
				]
			}),
			first: new Header({ children: [edge(STYLE.header, [])] })
		},
		footers: { default: foot(false), first: foot(true) }
	};
}
