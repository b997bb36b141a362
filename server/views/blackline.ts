import { blackline, type Blackline } from '#core/blackline/blackline.ts';
import { permit } from '#core/permit.ts';
import { ok, refuse } from '#core/result.ts';
import type { Section } from '#server/store/sections.ts';
import type { Tx } from '#server/store/store.ts';
import { seenSection } from './api-section.ts';
import { beforeOf } from './desk-before.ts';
import { imagesIn } from './desk-text.ts';
import type { View } from './index.ts';
import { versionChoices, type VersionChoice } from './version-choices.ts';
import { versionOf, type Version } from './versions.ts';

/** One of the two versions that are held against each other. */
export type BlacklineSide = {
	choice: VersionChoice;
	/** The address before the ids of its pictures. */
	images: string;
};

export type SectionBlackline = {
	section: { id: string; reportId: string; key: string; number: string; title: string };
	/** What can be chosen; a version that was asked for by its number is among them. */
	choices: VersionChoice[];
	/** Null when there is nothing to hold it against. */
	compared: {
		from: BlacklineSide;
		to: BlacklineSide;
		/** A draft's figures are those of now, for its log knows words alone. */
		figuresOfNow: boolean;
		blackline: Blackline;
	} | null;
};

/**
 * R5: two versions of a section as one text, for who may see its versions (A8). `from` and `to` are refs of
 * `versionOf`; a null is what is natural: the text as it stands, against what was approved or submitted
 * last, else against last year's.
 */
export const sectionBlackline: View<
	{ sectionId: string; from: string | null; to: string | null },
	SectionBlackline
> = async (tx, actor, { sectionId, from, to }) => {
	const seen = await seenSection(tx, actor, sectionId);
	if (!seen.ok) return seen;
	const { section, thing, actor: person } = seen.value;
	const allowed = permit(person, 'section.history', thing);
	if (!allowed.ok) return allowed;
	const choices = await versionChoices(tx, section);
	const { id, reportId, key, number, title } = section;
	const page = { section: { id, reportId, key, number, title } };
	const fromRef = from ?? (await naturalFrom(tx, section, choices));
	const after = await versionOf(tx, section, to ?? 'now');
	if (!after) return refuse({ code: 'notFound' });
	if (fromRef === null) return ok({ ...page, choices, compared: null });
	const before = await versionOf(tx, section, fromRef);
	if (!before) return refuse({ code: 'notFound' });
	const images = await imagesIn(tx, before.content, after.content);
	const known = withAsked(choices, [before, after]);
	return ok({
		...page,
		choices: known,
		compared: {
			from: sideOf(before, known),
			to: sideOf(after, known),
			figuresOfNow: [before, after].some(({ kind }) => kind === 'draft'),
			blackline: blackline(before.content, after.content, images)
		}
	});
};

/** A submission or an approval that stands is the text of now itself. */
const OF_NOW: ReadonlySet<VersionChoice['kind']> = new Set(['now', 'submitted', 'approved']);

async function naturalFrom(
	tx: Tx,
	section: Section,
	choices: VersionChoice[]
): Promise<string | null> {
	const before = await beforeOf(tx, section);
	return before?.ref ?? choices.find(({ kind }) => !OF_NOW.has(kind))?.ref ?? null;
}

const choiceOf = ({ ref }: Version, choices: VersionChoice[]): VersionChoice | undefined =>
	choices.find((one) => one.ref === ref);

/** An update that was asked for by its number can be chosen again. */
const withAsked = (choices: VersionChoice[], versions: Version[]): VersionChoice[] => [
	...choices,
	...[...new Map(versions.map((one) => [one.ref, one])).values()]
		.filter((one) => !choiceOf(one, choices))
		.map(({ ref, at }): VersionChoice => ({ ref, at, kind: 'draft' }))
];

function sideOf(version: Version, choices: VersionChoice[]): BlacklineSide {
	const choice = choiceOf(version, choices);
	if (!choice) throw new Error(`Version ${version.ref} is not among the choices`);
	return { choice, images: version.images };
}
