import type { TypedValue } from '#server/commands/put-indicator-values.ts';
import { field } from '../../form.ts';

/** A value as it was typed into the form. */
export type TypedFields = Record<
	'series' | 'breakdown' | 'period' | 'status' | 'value' | 'source',
	string
>;

/** What the form holds, untouched: it goes back into the fields when it is refused. */
export const typedFields = (form: FormData): TypedFields => ({
	series: field(form, 'series'),
	breakdown: field(form, 'breakdown'),
	period: field(form, 'period'),
	status: field(form, 'status'),
	value: field(form, 'value'),
	source: field(form, 'source')
});

/** The button that was pressed takes the value away. Not named `remove`: forms have such a method. */
export const isRemoval = (form: FormData): boolean => form.get('act') === 'remove';

/**
 * What is to be stored. A correction takes the old value away and enters the new one in the same act,
 * so that it may move to another series, part or period.
 */
export function valuesToPut(form: FormData, typed: TypedFields): TypedValue[] {
	const put: TypedValue = { ...typed, value: typed.status === 'value' ? typed.value : null };
	const series = field(form, 'wasSeries');
	if (series === '') return [put];
	const old: TypedValue = {
		series,
		breakdown: field(form, 'wasBreakdown'),
		period: field(form, 'wasPeriod'),
		status: 'missing',
		value: null,
		// Nothing is cited for what goes away, but the command asks for every value.
		source: '–',
		remove: true
	};
	return isRemoval(form) ? [old] : [old, put];
}
