import { formatNumber, isoDate, NBSP, unitIsSilent, upperFirst, type Lang } from '#core/format.ts';
import type { ComparisonGroup, IndicatorValue } from '#core/indicator.ts';
import { periodLabel } from '#core/period.ts';
import { groupName } from '#core/sentence.ts';
import { plainNumber } from '#core/values-table-write.ts';
import { importingTexts } from '#messages/importing.ts';
import { indicatorsTexts } from '#messages/indicators.ts';
import type { PreviewRow } from '#server/views/values-import.ts';

/** How a page prints what a file says. */

/** A number with all its digits, for whoever compares must see what differs; or why there is none. */
export function valueText(
	{ status, value }: Pick<IndicatorValue, 'status' | 'value'>,
	unit: string,
	lang: Lang
): string {
	if (value === null) return indicatorsTexts(lang).status[status];
	const decimals = plainNumber(value, 'en').split('.')[1]?.length ?? 0;
	const number = formatNumber(value, decimals, lang);
	return unitIsSilent(unit) ? number : `${number}${NBSP}${unit}`;
}

/** Whose value, of which part, of when. */
export function aboutText(
	{ proposed: { series, breakdown, period } }: PreviewRow,
	groups: ComparisonGroup[],
	municipality: string,
	lang: Lang
): string {
	const group = groups.find((g) => g.id === series);
	const whose = group ? upperFirst(groupName(group, lang)) : municipality;
	const year = group?.year ? ` (${group.year})` : '';
	return [`${whose}${year}`, breakdown, periodLabel(period, lang)].filter(Boolean).join(', ');
}

/** Who typed a value and when, or when it was fetched. */
export function whoText({ kind, by, at }: IndicatorValue['source'], lang: Lang): string {
	const t = importingTexts(lang);
	const date = isoDate(at);
	if (kind === 'fetched') return t.fetchedAt(date);
	return by === null ? t.typedAt(date) : t.typedBy(by, date);
}
