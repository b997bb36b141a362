import { inOrderOf, lineageSides, standing } from '#core/lineage-areas.ts';
import { LINEAGE_KINDS, type LineageKind, type LineageLink } from '#core/lineage.ts';
import type { EditionModel } from '#core/publication.ts';
import { lineageTexts } from '#messages/lineage.ts';
import { html, type Markup } from '#schema/markup.ts';
import type { Anchors } from './anchors.ts';
import { joined } from './key-figures.ts';
import { LANG, reading } from './words.ts';

/** What an edition says of where last year's areas went, as people confirmed it (Y3), in words. */
export type EditionLineage = {
	/** How many areas are followed up. */
	followed: number;
	/** The kinds that occur, what goes on before what does not, a line for each way. */
	kinds: { kind: LineageKind; ways: string[] }[];
	/** Areas that are followed up and of which nothing was confirmed. */
	untold: string[];
};

export const ways = lineageTexts(LANG).reader;
const { status: statusWords } = lineageTexts(LANG);

/** Null where nothing was confirmed. */
export function lineageOf(model: EditionModel): EditionLineage | null {
	const said = model.sections.flatMap(({ content }) => content.lineage ?? []);
	if (said.length === 0) return null;
	const sides = lineageSides(
		model.sections.map(({ content }) => ({ section: content.key, doc: content.doc }))
	);
	// Each section with a plan says what ended: it is told once.
	const once = [...new Map(said.map((link) => [JSON.stringify(link), link])).values()];
	const links = inOrderOf(standing(once, sides), sides);
	if (links.length === 0) return null;
	const name = (title: string) => (title === '' ? reading.unnamed : title);
	const from = new Map(sides.followed.map(({ area }) => [area.id, area]));
	const to = new Map(sides.planned.map(({ area }) => [area.id, area]));
	const wayOf = (link: LineageLink): string => {
		const before = link.from.map((id) => name(from.get(id)?.title ?? ''));
		const after = link.to.map((id) => name(to.get(id)?.title ?? ''));
		if (link.kind === 'kept' || link.kind === 'new') return after.join('');
		if (link.kind === 'finished') return before.join('');
		if (link.kind === 'dropped') {
			const status = from.get(link.from[0] ?? '')?.status ?? 'unknown';
			return `${before.join('')} ${ways.statusOf(statusWords[status])}`;
		}
		return `${joined(before.map(ways.quoted))} ${ways.into} ${joined(after.map(ways.quoted))}`;
	};
	const told = new Set(links.flatMap((link) => link.from));
	return {
		followed: sides.followed.length,
		kinds: LINEAGE_KINDS.map((kind) => ({
			kind,
			ways: links.filter((link) => link.kind === kind).map(wayOf)
		})).filter((one) => one.ways.length > 0),
		untold: sides.followed.flatMap(({ area }) => (told.has(area.id) ? [] : [name(area.title)]))
	};
}

/** The headings with what stands below each, the same in every form. */
export const wayLists = ({
	kinds,
	untold
}: EditionLineage): { title: string; ways: string[] }[] => [
	...kinds.map(({ kind, ways: all }) => ({
		title: `${ways.kinds[kind]} (${all.length})`,
		ways: all
	})),
	...(untold.length === 0 ? [] : [{ title: `${ways.untold} (${untold.length})`, ways: untold }])
];

/** After what became of the promises: where they went. */
export function lineageHtml(lineage: EditionLineage | null, anchors: Anchors): Markup | null {
	if (!lineage) return null;
	return html`<section class="promises" id="${anchors.ways}">
		<h2>${ways.title}</h2>
		<p class="count">${ways.lead(lineage.followed)}</p>
		<div class="kinds">
			${wayLists(lineage).map(
				({ title, ways: all }) =>
					html`<div>
						<h3>${title}</h3>
						<ul role="list">
							${all.map((way) => html`<li>${way}</li>`)}
						</ul>
					</div>`
			)}
		</div>
		<p class="small">${ways.how}</p>
	</section>`;
}
