import { may, type Act, type Actor } from '#core/access.ts';
import { municipality } from '#server/demo/people.ts';
import { nameOf, personId, WHO, type Who } from './actors.ts';
import type { Place, World } from './world.ts';

/** Words that stand nowhere else, each with the right of those who may meet it (A8). */
export const WORDS = {
	reportTitle: 'Zebrafinksrapporten 2023',
	sectionTitle: 'Ytterlännäs avsnitt',
	text: 'Kungsfiskaren sover vid Storsjön.',
	approvedText: 'Järpen vaknar vid Ångermanälven.',
	late: 'Smålommens sena rad',
	comment: 'Kornknarrens fråga om detta',
	preview: 'Ormvråkens hälsning till er',
	template: 'Blåhakens mall',
	indicator: 'Sidensvansars andel av rönnbär',
	group: 'Tallbitarnas kommuner'
} as const;
type Word = keyof typeof WORDS;

type Right = [Act, Place];
/** Whoever has one of these rights may meet the words. */
const RIGHTS: Record<Word, Right[]> = {
	reportTitle: [
		['report.read', 'report'],
		['section.read', 'section'],
		['preview.read', 'preview']
	],
	sectionTitle: [
		['section.read', 'section'],
		// A preview says what it does not hold yet.
		['preview.read', 'preview']
	],
	text: [['section.read', 'section']],
	approvedText: [
		['report.read', 'report'],
		['preview.read', 'preview']
	],
	late: [['section.late', 'section']],
	comment: [['section.read', 'section']],
	preview: [['preview.read', 'preview']],
	template: [['template.manage', 'here']],
	indicator: [['indicator.read', 'here']],
	group: [['indicator.read', 'here']]
};

/** What somebody must not meet in any answer, whatever they ask. */
export async function hiddenFrom(world: World, who: Who): Promise<string[]> {
	const actor = await world.actor(who);
	const hidden: string[] = [];
	for (const [word, rights] of Object.entries(RIGHTS) as [Word, Right[]][])
		if (!(await hasOne(world, actor, rights)) && !isAuthor(actor, word)) hidden.push(WORDS[word]);
	// Who works here is told to those who work here, and to nobody else.
	const isHere = actor?.municipalityId === municipality.id;
	if (!isHere) hidden.push(...WHO.filter((one) => one !== who && one !== 'stranger').map(nameOf));
	// Ids are no secrets to those who asked by them: the walk looks at that.
	const { report, section, late, thread, preview } = world.ids;
	if (!(await hasOne(world, actor, RIGHTS.reportTitle))) hidden.push(report, section);
	if (!(await hasOne(world, actor, RIGHTS.text))) hidden.push(thread);
	// The trail names what was done by its ids, to those who may read it.
	const trail: Right = ['report.audit', 'report'];
	if (!(await hasOne(world, actor, [...RIGHTS.late, trail])) && !isAuthor(actor, 'late'))
		hidden.push(late);
	if (!(await hasOne(world, actor, [...RIGHTS.preview, trail]))) hidden.push(preview);
	return hidden;
}

const isAuthor = (actor: Actor | null, word: Word): boolean =>
	word === 'late' && actor?.personId === personId('writer');

async function hasOne(world: World, actor: Actor | null, rights: Right[]): Promise<boolean> {
	for (const [act, place] of rights)
		if (may(actor, act, await world.thing(place, actor)).may) return true;
	return false;
}
