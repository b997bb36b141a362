import type { Actor } from '#core/access.ts';
import { refuse, ok, type Result } from '#core/result.ts';
import type { Template } from '#core/template.ts';
import { listTemplateVersions, getTemplate, type OwnTemplate } from '#server/store/templates.ts';
import type { Tx } from '#server/store/store.ts';
import { actorOf, permit, type Context } from './context.ts';

/** What copying, saving and archiving a template of the municipality's have in common. */

/** The person, when they may manage templates. */
export async function templateManager(tx: Tx, by: string): Promise<Result<Actor>> {
	const actor = await actorOf(tx, by);
	if (!actor.ok) return actor;
	const { municipalityId } = actor.value;
	const allowed = permit(actor.value, 'template.manage', { kind: 'municipality', municipalityId });
	return allowed.ok ? actor : allowed;
}

/** The person and the template, when it is one of their municipality's. */
export async function ownTemplateFor(
	tx: Tx,
	by: string,
	id: string
): Promise<Result<{ actor: Actor; own: OwnTemplate }>> {
	const actor = await templateManager(tx, by);
	if (!actor.ok) return actor;
	const own = await getTemplate(tx, id);
	return own?.municipalityId === actor.value.municipalityId
		? ok({ actor: actor.value, own })
		: refuse({ code: 'notFound' });
}

const keysOf = ({ chapters }: Template): string[] =>
	chapters.flatMap((c) => [c.key, ...c.sections.map((s) => s.key)]);

/** Makes keys that no version of the template ever had: one for each new key of a draft. */
export async function keyMaker(
	tx: Tx,
	templateId: string,
	context: Context
): Promise<(newKey: string) => string> {
	const taken = new Set((await listTemplateVersions(tx, templateId)).flatMap(keysOf));
	const made = new Map<string, string>();
	return (newKey) => {
		const found = made.get(newKey);
		if (found !== undefined) return found;
		for (;;) {
			const key = `own-${context.newId().replaceAll('-', '').slice(0, 10)}`;
			if (taken.has(key)) continue;
			taken.add(key);
			made.set(newKey, key);
			return key;
		}
	};
}
