import { may, type Act, type Actor } from '#core/access.ts';
import type { settings } from '#messages/settings.sv.ts';

/** A page from which an installation is looked after. */
export type Place = {
	href: string;
	/** The acts of the municipality that open it: any of them is enough. */
	acts: Act[];
	/** Its words, in `#messages/settings.*.ts`. */
	words: keyof (typeof settings)['places'];
};

/** Every such page, in the order in which they are shown. */
export const PLACES: readonly Place[] = [
	{ href: '/settings/people', acts: ['people.manage'], words: 'people' },
	{ href: '/settings/organisation', acts: ['organisation.manage'], words: 'organisation' },
	{ href: '/settings/sign-in', acts: ['people.manage'], words: 'signIn' },
	{ href: '/settings/departments', acts: ['department.manage'], words: 'departments' },
	{ href: '/templates', acts: ['template.manage'], words: 'templates' },
	{ href: '/settings/sender', acts: ['sender.manage'], words: 'sender' },
	{ href: '/settings/mail', acts: ['people.manage'], words: 'mail' },
	{ href: '/settings/accessibility', acts: ['statement.manage'], words: 'accessibility' },
	{ href: '/settings/trail', acts: ['installation.audit'], words: 'trail' },
	// For who asks for such work; whoever else works here may open the page, too.
	{ href: '/settings/jobs', acts: ['indicator.fetch'], words: 'jobs' }
];

/** What the person may open of it; nothing for somebody who is not signed in. */
export function placesFor(actor: Actor | null): Place[] {
	if (actor === null) return [];
	const thing = { kind: 'municipality', municipalityId: actor.municipalityId } as const;
	return PLACES.filter(({ acts }) => acts.some((act) => may(actor, act, thing).may));
}
