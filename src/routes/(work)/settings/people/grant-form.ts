import type { Role } from '#core/access.ts';
import { ROLES } from '#core/access.ts';
import type { Refusal } from '#core/result.ts';
import { fieldErrors } from '#messages/field-errors.ts';
import type { Lang } from '#messages/index.ts';
import { fields } from '../../../form.ts';

type Granted = {
	role: Role;
	departmentId: string | null;
	authorityId: string | null;
	reportId: string | null;
};

/** A role as the value of a box to tick: `writer:{department}`, `coordinator:{authority}:{report}`. */
export const grantValue = ({ role, departmentId, authorityId, reportId }: Granted): string =>
	[role, departmentId ?? authorityId, reportId].filter((part) => part !== null).join(':');

/** The ticked roles of a form; what they are for is judged by the act. */
export function grantsOf(form: FormData): Granted[] {
	return fields(form, 'grant').map((value) => {
		const [said = '', of = null, reportId = null] = value.split(':');
		// A role that nobody knows is refused where it is given.
		const role = ROLES.find((one) => one === said) ?? (said as Role);
		return {
			role,
			departmentId: role === 'writer' ? of : null,
			authorityId: role === 'coordinator' ? of : null,
			reportId
		};
	});
}

/** What is wrong with the roles, in words; null for nothing. */
export function grantError(refusal: Refusal | null | undefined, lang: Lang): string | null {
	const errors = Object.entries(fieldErrors(refusal, lang)).filter(
		([field]) => field.startsWith('grants') || field === 'administrator'
	);
	return errors.length === 0 ? null : [...new Set(errors.map(([, words]) => words))].join(' ');
}
