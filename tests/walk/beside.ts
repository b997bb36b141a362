import type { App } from '#server/app.ts';
import { municipality, people } from '#server/demo/people.ts';
import { listOpenTokens } from '#server/store/api-tokens.ts';
import { insertJob } from '#server/store/jobs.ts';
import { must } from '../support/act.ts';
import { personId } from './actors.ts';

/** What stands beside reports: keys, links to accounts, long work. */

const by = personId('coordinator');

/** A key of the coordinator's: its id, which is no key. */
export async function addKey(app: App): Promise<string> {
	must(await app.tokens.make({ by, name: 'Nyckel', scope: 'read', days: 9 }));
	const open = await app.read((tx) => listOpenTokens(tx, by, app.clock()));
	return open[0]?.id ?? '';
}

/** A fetch that is never begun. */
export async function addJob(app: App): Promise<string> {
	await app.read((tx) =>
		insertJob(tx, {
			id: 'walk-job',
			municipalityId: municipality.id,
			kind: 'fetchFigures',
			input: { plan: { code: '2182', kpis: [], groups: [], years: [], own: false } },
			state: 'waiting',
			progress: { done: 0, total: 1, step: 'waiting' },
			createdBy: people.administrator.id,
			createdAt: 1,
			notBefore: Number.MAX_SAFE_INTEGER
		})
	);
	return 'walk-job';
}

/** The token of a one-time link, as it is in the mail. */
export async function link(app: App, purpose: 'invitation' | 'passwordReset'): Promise<string> {
	const by = personId('administrator');
	const asked = { by, personId: personId('none'), purpose, mail: false };
	return (
		must(await app.accounts.offerLink(asked))
			.url.split('/')
			.at(-1) ?? ''
	);
}
