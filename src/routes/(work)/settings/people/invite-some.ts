import type { Actor } from '#core/access.ts';
import { ok, type Result } from '#core/result.ts';
import type { App } from '#server/app.ts';

/** How many are invited by one press: a mail takes a moment, and a page of links can be read. */
export const INVITED_AT_ONCE = { mail: 25, link: 100 };

export type Invited = {
	sent: number;
	/** Of those whom no mail was sent to. */
	links: { name: string; email: string; url: string }[];
	/** How many still have no way in. */
	left: number;
};

/** U3: invites the next of those who have no way in, by mail or by links to pass on. */
export async function inviteSome(app: App, actor: Actor, mail: boolean): Promise<Result<Invited>> {
	const asked = { state: 'none', role: null, text: '', page: 1 } as const;
	const invited: Invited = { sent: 0, links: [], left: 0 };
	const most = INVITED_AT_ONCE[mail ? 'mail' : 'link'];
	for (;;) {
		// Whom somebody invited is not on the next page any more.
		const waiting = await app.views.people(actor, { ...asked, now: app.clock() });
		if (!waiting.ok) return waiting;
		invited.left = waiting.value.found;
		const room = most - invited.sent - invited.links.length;
		const next = waiting.value.people.slice(0, room);
		if (next.length === 0) return ok(invited);
		for (const { id, name, email } of next) {
			const offered = await app.accounts.offerLink({
				by: actor.personId,
				personId: id,
				purpose: 'invitation',
				mail
			});
			if (!offered.ok) return offered;
			if (offered.value.mailed) invited.sent += 1;
			else invited.links.push({ name, email, url: offered.value.url });
		}
	}
}
