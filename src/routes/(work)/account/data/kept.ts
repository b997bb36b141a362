import type { PersonalData } from '#server/views/personal-data.ts';

/** How much is kept of each kind: what the page about it shows. */
export const countsOf = (data: PersonalData) => ({
	roles: data.roles.length,
	services: data.signInServices.length,
	sessions: data.sessions.length,
	links: data.links.length,
	keys: data.keysForPrograms.length,
	notices: data.notices.length,
	mails: data.mails.length,
	acts: data.acts.length,
	actsAboutYou: data.actsAboutYou.length,
	comments: data.comments.length + data.suggestions.length,
	late: data.lateContributions.length,
	sections: data.written.length
});

export type Counts = ReturnType<typeof countsOf>;

/** The data as a file to keep; of no cache on the way. */
export const asFile = (data: PersonalData): Response =>
	new Response(`${JSON.stringify(data, null, '\t')}\n`, {
		headers: {
			'content-type': 'application/json; charset=utf-8',
			'content-disposition': 'attachment; filename="barnbokslut-personal-data.json"',
			'cache-control': 'private, no-store'
		}
	});
