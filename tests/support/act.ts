import type { App } from '#server/app.ts';
import { prepareEdition, type EditionAsked } from '#server/commands/prepare-edition.ts';
import { renderEdition } from '#server/export/index.ts';
import { people, type DemoPersonKey } from '#server/demo/people.ts';
import { latestFixed } from '#server/store/approvals.ts';
import { getSection } from '#server/store/sections.ts';
import type { Result } from '#core/result.ts';

/** The value of a result that must be one. */
export function must<T>(result: Result<T>): T {
	if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
	return result.value;
}

/** The refusal of a result that must be one. */
export function refusalOf(result: Result<unknown>) {
	if (result.ok) throw new Error(`not refused: ${JSON.stringify(result.value)}`);
	return result.refusal;
}

export const by = (person: DemoPersonKey): string => people[person].id;

/** The section as the store has it now. */
export async function sectionNow(app: App, id: string) {
	const section = await app.read((tx) => getSection(tx, id));
	if (!section) throw new Error('no such section');
	return section;
}

/** Submits what is stored now. */
export async function submitNow(app: App, person: DemoPersonKey, sectionId: string) {
	const { seq } = await sectionNow(app, sectionId);
	return app.commands.submitSection({ by: by(person), sectionId, seenSeq: seq });
}

/** Approves what was fixed last. */
export async function approveNow(app: App, person: DemoPersonKey, sectionId: string) {
	const fixed = await app.read((tx) => latestFixed(tx, sectionId));
	return app.commands.approveSection({ by: by(person), sectionId, hash: fixed?.hash ?? '' });
}

/**
 * Publishes what is approved with the kept HTML alone: the other forms are not what is tested, and take
 * a second.
 */
export async function publishPlain(
	app: App,
	asked: Omit<EditionAsked, 'publishedAt' | 'origin' | 'number'>
) {
	const edition = { ...asked, publishedAt: app.clock(), origin: '', number: null };
	const prepared = await app.read((tx) => prepareEdition(tx, edition));
	if (!prepared.ok) return prepared;
	const { model, hash } = prepared.value;
	const bytes = Buffer.from(renderEdition(model), 'utf8');
	return app.commands.publishReport({
		...edition,
		number: model.number,
		hash,
		forms: [{ form: 'html', bytes }]
	});
}
