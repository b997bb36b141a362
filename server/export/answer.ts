import type { Outcome, Trend } from '#core/indicator.ts';
import { groupName } from '#core/sentence.ts';
import { summarise, summaryPassages, type Summary, type SummaryPassage } from '#core/summary.ts';
import { html, type Markup } from '#schema/markup.ts';
import type { Anchors } from './anchors.ts';
import type { EditionFigures, ShownIndicator } from './figures.ts';
import { icon } from './icon.ts';
import { LANG, t } from './words.ts';

export type AnswerKind = Exclude<Trend | Outcome, 'unknown'>;

/** A count in words and the ids that stand behind it. */
export type AnswerPassage = SummaryPassage & {
	title: string;
	kinds: { kind: AnswerKind; ids: string[] }[];
	unknown: string[];
	unknownCount: (n: number) => string;
};

/** The answer of these indicators: the trends first, then each kind of group. */
export function passagesOf(shown: ShownIndicator[]): AnswerPassage[] {
	const summary: Summary = summarise(
		shown.map(({ fixed, reading }) => ({ indicator: fixed.figures.indicator, reading }))
	);
	const { improved, worsened, unchanged, trendUnknown, groups } = summary;
	const told: Omit<AnswerPassage, keyof SummaryPassage>[] = [
		{
			title: t.trends,
			kinds: some({ improved, worsened, unchanged }),
			unknown: trendUnknown,
			unknownCount: t.trendUnknownCount
		},
		...groups.map(({ group, better, worse, equal, unknown }) => ({
			title: t.against(groupName(group, LANG)),
			kinds: some({ better, worse, equal }),
			unknown,
			unknownCount: t.groupUnknownCount
		}))
	];
	// The sentences come in the same order: the trends first, then each kind of group.
	return summaryPassages(summary, LANG).flatMap((passage, i) => {
		const one = told[i];
		return one ? [{ ...passage, ...one }] : [];
	});
}

const some = (ids: Partial<Record<AnswerKind, string[]>>): AnswerPassage['kinds'] =>
	(Object.keys(ids) as AnswerKind[]).flatMap((kind) => {
		const all = ids[kind] ?? [];
		return all.length > 0 ? [{ kind, ids: all }] : [];
	});

/**
 * "Har barnen fått det bättre?": the counts in words with their denominators and years, and every
 * indicator that was counted by name, with a link to where it is told; the unknown ones too (I4).
 */
export function answerHtml({ counted, hasSummary }: EditionFigures, anchors: Anchors): Markup {
	const names = nameList(counted);
	const body =
		counted.length === 0
			? html`<p>${t.answerNone}</p>`
			: html`<p class="lead">
						${t.answerBasis(counted.length)}${hasSummary ? null : ` ${t.answerAll}`}
					</p>
					${passagesOf(counted).map((passage) => passageHtml(passage, names))}
					<p class="small">${t.howCounted}</p>`;
	return html`<section class="answer" id="${anchors.answer}">
		<h2>${t.answer}</h2>
		${body}
	</section>`;
}

type Names = (ids: string[]) => Markup;

const passageHtml = (
	{ title, count, years, kinds, unknown, unknownCount }: AnswerPassage,
	names: Names
) =>
	html`<div class="passage">
		<h3>${title}</h3>
		<p class="count">${count}</p>
		${years === '' ? null : html`<p class="small">${years}</p>`}
		<div class="kinds">
			${kinds.map(
				({ kind, ids }) =>
					html`<div>
						<h4>${icon(kind)} ${t.kindCount(t.kinds[kind], ids.length)}</h4>
						${names(ids)}
					</div>`
			)}
		</div>
		${
			unknown.length === 0
				? null
				: html`<details>
						<summary>${unknownCount(unknown.length)}</summary>
						${names(unknown)}
					</details>`
		}
	</div>`;

/** Prints ids as a list of titles that lead to where each is told. */
function nameList(shown: ShownIndicator[]): Names {
	const byId = new Map(shown.map((one) => [one.id, one]));
	return (ids) =>
		html`<ul>
			${ids.map((id) => {
				const one = byId.get(id);
				const title = one?.fixed.figures.indicator.title ?? id;
				return html`<li>
					${one?.place ? html`<a href="#${one.place.anchor}">${title}</a>` : title}
				</li>`;
			})}
		</ul>`;
}

/** The summary within the text: the same sentences, of the figures that were approved with it. */
export function summaryBlockHtml(shown: ShownIndicator[], level: number): Markup {
	const tag = `h${level}`;
	const body =
		shown.length === 0
			? html`<p>${t.answerNone}</p>`
			: passagesOf(shown).map(
					({ count, years, lists }) =>
						html`<p class="count">${count}</p>
							${years === '' ? null : html`<p class="small">${years}</p>`}
							<ul>
								${lists.map((list) => html`<li>${list}</li>`)}
							</ul>`
				);
	return html`<div class="summary" data-block="indicatorSummary"><${tag}>${t.summaryOf}</${tag}>${body}</div>`;
}
