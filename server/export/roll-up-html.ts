import type { DocNode } from '#core/publication.ts';
import { areaTableHtml } from '#schema/area-html.ts';
import { docHtml, type HtmlOptions } from '#schema/html.ts';
import { html, trusted, type Markup } from '#schema/markup.ts';
import { w, type Origin, type RollUp, type RollUpGroup } from './roll-up.ts';
import { t } from './words.ts';

type Options = Pick<HtmlOptions, 'form'> & {
	/** The level of the headings that name the authorities. */
	level: number;
};

/** What a section has taken in, as the page of the edition and the writing room show it. */
export function rollUpHtml({ shows, groups, figures, without }: RollUp, options: Options): Markup {
	return html`<div class="roll-up" data-shows="${shows}">
		${groups.map((group) => groupHtml(group, options))} ${figures ? figuresHtml(figures) : null}
		${without.length === 0 ? null : html`<p class="small">${w.without[shows]} ${without.join(', ')}.</p>`}
	</div>`;
}

const originHtml = ({ edition, path, adopted }: Origin): Markup =>
	html`<a href="${path}">${edition}</a>, ${adopted}`;

function groupHtml({ authority, origin, tables }: RollUpGroup, options: Options): Markup {
	const tag = `h${Math.min(6, options.level)}`;
	return html`<${tag}>${authority}</${tag}>
		<p class="small">${w.from} ${originHtml(origin)}.</p>
		${tables.map(
			(taken) =>
				html`<p class="small">${w.section(taken.section.number, taken.section.title)}</p>
					${trusted(tableHtml(taken, authority, options))}`
		)}`;
}

const tableHtml = (
	{ table, departments, section }: RollUpGroup['tables'][number],
	authority: string,
	{ form = 'edition', level }: Options
): string =>
	docHtml(
		{ type: 'doc', content: [table] },
		{
			form,
			headingBase: level + 1,
			departments,
			labels: {
				callout: t.callout,
				table: () => `${section.title}, ${authority}`,
				showTable: t.showTable
			}
		}
	);

function figuresHtml({ table, from, notes }: NonNullable<RollUp['figures']>): Markup {
	const cells = ({ content = [] }: DocNode): string =>
		docHtml({ type: 'doc', content }, { headingBase: 6, form: 'edition' });
	return html`<div class="area-table">${trusted(areaTableHtml(table, '', cells))}</div>
		<ul class="small">
			${from.map(({ authority, origin }) => html`<li>${authority}: ${originHtml(origin)}</li>`)}
		</ul>
		<p class="small">${w.unchanged}${notes.map((note) => html`<br />${note}`)}</p>`;
}
