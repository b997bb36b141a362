import { ok, refuse, type FieldProblem } from '#core/result.ts';
import { listDepartments, setAbbreviation } from '#server/store/organisation.ts';
import { actorOf, audit, permit, type Command } from './context.ts';

/** Letters, digits and "&": what stands in brackets after a name. "F & V" are two departments, not one. */
const ABBREVIATION = /^[\p{Lu}\p{Ll}\d&-]{0,12}$/u;

/**
 * How tables call the departments, from now on: what is submitted or published keeps what it was called
 * then (S2). Departments that are not named keep theirs. Two have never the same.
 */
export const saveAbbreviations: Command<
	{ by: string; abbreviations: Record<string, string> },
	{ changed: number }
> = async (tx, input, context) => {
	const actor = await actorOf(tx, input.by);
	if (!actor.ok) return actor;
	const { municipalityId } = actor.value;
	const allowed = permit(actor.value, 'department.manage', {
		kind: 'municipality',
		municipalityId
	});
	if (!allowed.ok) return allowed;
	const departments = await listDepartments(tx, municipalityId);
	const wished = departments.map(({ id, name, abbreviation }) => ({
		id,
		name,
		before: abbreviation,
		after: (input.abbreviations[id] ?? abbreviation).trim()
	}));
	const isTaken = (one: string) =>
		one !== '' &&
		wished.filter(({ after }) => after.toLowerCase() === one.toLowerCase()).length > 1;
	const problems: FieldProblem[] = wished.flatMap(({ id, after }) => {
		if (!ABBREVIATION.test(after)) return [{ field: id, problem: 'abbreviation' }];
		return isTaken(after) ? [{ field: id, problem: 'taken' }] : [];
	});
	if (problems.length > 0) return refuse({ code: 'invalid', problems });
	const changed = wished.filter(({ before, after }) => before !== after);
	for (const { id, after } of changed) await setAbbreviation(tx, id, after);
	if (changed.length > 0)
		await audit(tx, actor.value, context, {
			act: 'department.abbreviations',
			detail: Object.fromEntries(changed.map(({ name, after }) => [name, after]))
		});
	return ok({ changed: changed.length });
};
