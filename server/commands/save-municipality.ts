import { nameProblem, tidyName } from '#core/person-fields.ts';
import { ok, refuse } from '#core/result.ts';
import { getMunicipality, setMunicipalityFields } from '#server/store/organisation.ts';
import { audit, type Command } from './context.ts';
import { organisationFor } from './organisation-part.ts';

/**
 * The municipality's name from now on, and whether four eyes are asked for (A7). What is published keeps
 * the name that it had. `seen`: what the form showed; refused as `moved` when it is something else (S10).
 */
export const saveMunicipality: Command<
	{
		by: string;
		name: string;
		fourEyes: boolean;
		seen: { name: string; fourEyes: boolean };
	},
	{ changed: ('name' | 'fourEyes')[] }
> = async (tx, { by, seen, ...input }, context) => {
	const found = await organisationFor(tx, by);
	if (!found.ok) return found;
	const { actor } = found.value;
	const now = await getMunicipality(tx, actor.municipalityId);
	if (!now) return refuse({ code: 'notFound' });
	if (seen.name !== now.name || seen.fourEyes !== now.fourEyes)
		return refuse({ code: 'moved', happened: 'valueChanged', by: null, at: null });
	const problem = nameProblem(input.name);
	if (problem) return refuse({ code: 'invalid', problems: [{ field: 'name', problem }] });
	const name = tidyName(input.name);
	const { fourEyes } = input;
	const changed = [
		...(name === now.name ? [] : (['name'] as const)),
		...(fourEyes === now.fourEyes ? [] : (['fourEyes'] as const))
	];
	if (changed.length === 0) return ok({ changed });
	await setMunicipalityFields(tx, now.id, { name, fourEyes });
	await audit(tx, actor, context, {
		act: 'organisation.municipality',
		detail: { name, fourEyes, before: { name: now.name, fourEyes: now.fourEyes } }
	});
	return ok({ changed });
};
