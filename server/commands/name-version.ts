import { LONGEST_VERSION_NAME } from '#core/sittings.ts';
import { ok, refuse } from '#core/result.ts';
import { insertNamedVersion, listNamedVersions } from '#server/store/named-versions.ts';
import { findVersion } from '#server/store/versions.ts';
import { audit, sectionFor, type Command } from './context.ts';

/**
 * R3: gives the section's text after its update `seq` a name, for who settles what is said about it. A
 * name stands for one version of the section; it changes no text, so that a lock does not hinder it.
 */
export const nameVersion: Command<
	{ by: string; sectionId: string; seq: number; name: string },
	{ id: string }
> = async (tx, input, context) => {
	const found = await sectionFor(tx, input.by, 'section.settle', input.sectionId);
	if (!found.ok) return found;
	const { actor, section } = found.value;
	const name = input.name.normalize('NFC').replace(/\s+/g, ' ').trim();
	if (name === '' || name.length > LONGEST_VERSION_NAME)
		return refuse({ code: 'invalid', problems: [{ field: 'name', problem: 'length' }] });
	const version = await findVersion(tx, section.id, input.seq);
	if (!version) return refuse({ code: 'notFound' });
	const like = (one: string) => one.toLocaleLowerCase('sv');
	const others = await listNamedVersions(tx, section.id);
	if (others.some((one) => like(one.name) === like(name)))
		return refuse({ code: 'invalid', problems: [{ field: 'name', problem: 'taken' }] });
	const id = context.newId();
	await insertNamedVersion(tx, {
		id,
		municipalityId: section.municipalityId,
		sectionId: section.id,
		epoch: version.epoch,
		seq: version.seq,
		name,
		namedBy: actor.personId,
		namedAt: context.now
	});
	await audit(tx, actor, context, {
		act: 'section.nameVersion',
		reportId: section.reportId,
		sectionId: section.id,
		detail: { name, seq: version.seq }
	});
	return ok({ id });
};
