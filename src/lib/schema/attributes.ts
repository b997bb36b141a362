import { CHART_FORMS, CHART_UNIT_MAX, TABLE_SOURCE_MAX } from '#core/chart-form.ts';
import { MEASURE_STATUSES } from '#core/measure-status.ts';

/**
 * What each attribute may hold: the allowlist of the gate (W5) and of every import. A test holds it
 * against the schema, so that no attribute is forgotten.
 */

type Check = (value: unknown) => boolean;

const text =
	(max: number): Check =>
	(v) =>
		typeof v === 'string' && v.length <= max;
const integer =
	(min: number, max: number): Check =>
	(v) =>
		typeof v === 'number' && Number.isInteger(v) && v >= min && v <= max;
const oneOf =
	(...values: string[]): Check =>
	(v) =>
		typeof v === 'string' && values.includes(v);
const nullOr =
	(check: Check): Check =>
	(v) =>
		v === null || check(v);

/** Ids are made by the server: letters, digits, hyphen. */
const reference: Check = (v) => typeof v === 'string' && /^[A-Za-z0-9-]{0,64}$/.test(v);

/** Where a row stands among its like: sorted as text, made between two others without moving them. */
const order: Check = (v) => typeof v === 'string' && /^[0-9A-Za-z]{0,200}$/.test(v);
const list =
	(max: number, check: Check): Check =>
	(v) =>
		Array.isArray(v) && v.length <= max && v.every(check) && new Set(v).size === v.length;

/** What a link may lead to: the web, mail, telephone, a place in the same report. */
export function isSafeHref(value: unknown): boolean {
	if (typeof value !== 'string' || value.length > 2000) return false;
	// A browser skips control characters and spaces inside a scheme; so nothing with them passes.
	if (/[\p{Cc}\p{Zs}\p{Zl}\p{Zp}]/u.test(value)) return false;
	return /^(https?:\/\/[^/?#\\]|mailto:[^?]|tel:[+\d]|#)/i.test(value);
}

const span = integer(1, 100);
const cell = {
	colspan: span,
	rowspan: span,
	colwidth: nullOr((v) => Array.isArray(v) && v.length <= 100 && v.every(integer(1, 10_000))),
	align: nullOr(oneOf('left', 'center', 'right'))
};

export const NODE_ATTRIBUTES: Record<string, Record<string, Check>> = {
	doc: {},
	paragraph: {},
	text: {},
	heading: { level: integer(1, 2) },
	hardBreak: {},
	bulletList: {},
	orderedList: { start: integer(0, 100_000) },
	listItem: {},
	table: {
		purpose: oneOf('table', 'followUp', 'plan', 'fromTo'),
		caption: text(500),
		chart: nullOr(oneOf(...CHART_FORMS)),
		unit: nullOr(text(CHART_UNIT_MAX)),
		decimals: nullOr(integer(0, 2)),
		source: nullOr(text(TABLE_SOURCE_MAX))
	},
	tableRow: {},
	tableHeader: cell,
	tableCell: cell,
	quote: { source: text(500) },
	callout: {},
	picture: { image: reference, alt: text(1000), caption: text(500) },
	indicator: { indicator: reference },
	figure: { indicator: reference },
	indicatorSummary: {},
	areaTable: { purpose: oneOf('followUp', 'plan'), caption: text(500) },
	area: {
		id: reference,
		order,
		departments: list(50, reference),
		articles: list(54, integer(1, 54)),
		responsible: text(200),
		due: text(100)
	},
	areaTitle: {},
	measure: { id: reference, order, status: nullOr(oneOf(...MEASURE_STATUSES)) },
	measureText: {},
	measureComment: {},
	expectedResult: { id: reference, order, measures: list(100, reference) },
	footnote: { text: text(1000) },
	references: {},
	signature: { place: text(200), date: text(100), name: text(200), title: text(200) },
	rollUp: { shows: oneOf('plan', 'followUp', 'figures') }
};

export const MARK_ATTRIBUTES: Record<string, Record<string, Check>> = {
	bold: {},
	italic: {},
	link: { href: isSafeHref }
};
