import { parseNumber } from '#core/read-number.ts';
import type { IndicatorInput } from '#server/commands/save-indicator.ts';
import { field } from '../../form.ts';

/** An indicator's description as it was typed. */
export type TypedDescription = Record<keyof IndicatorInput, string>;

/** What the form holds, untouched: it goes back into the fields when it is refused. */
export const typedDescription = (form: FormData): TypedDescription => ({
	title: field(form, 'title'),
	subject: field(form, 'subject'),
	kpiId: field(form, 'kpiId'),
	unit: field(form, 'unit'),
	decimals: field(form, 'decimals'),
	wishedDirection: field(form, 'wishedDirection'),
	tolerance: field(form, 'tolerance'),
	definition: field(form, 'definition'),
	note: field(form, 'note')
});

/** The same for the command; a tolerance that is no number becomes NaN, which it refuses. */
export function descriptionInput(typed: TypedDescription): IndicatorInput {
	const tolerance = parseNumber(typed.tolerance.trim() === '' ? '0' : typed.tolerance);
	return {
		...typed,
		kpiId: typed.kpiId.trim(),
		decimals: Number(typed.decimals),
		tolerance: tolerance.ok ? tolerance.value : NaN
	};
}
