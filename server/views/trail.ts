import { permit } from '#core/permit.ts';
import { ok, refuse } from '#core/result.ts';
import { chainHead, type ChainHead } from '#server/store/chain.ts';
import { listPeople } from '#server/store/people.ts';
import { countInstallationAudit, listInstallationAudit } from '#server/store/trail.ts';
import type { View } from './index.ts';
import { listPage, type ListPage } from './list-page.ts';

/** What was done to the installation, once. */
export type TrailLine = {
	seq: number;
	/** Milliseconds since 1970. */
	at: number;
	/** The name at the time; empty for the server itself. */
	by: string;
	act: string;
	/** Whom or what it was about: the person as they are called now, or a name that the line has. */
	about: string | null;
	reason: string | null;
};

export type TrailPage = ListPage & {
	lines: TrailLine[];
	/** Of the whole trail, with the lines of all reports; null where nothing was done yet. */
	head: ChainHead | null;
};

/** S9, D11: what was done to people, organisation and settings, and the head of the whole trail's chain. */
export const trail: View<{ page: number }, TrailPage> = async (tx, actor, params) => {
	if (actor === null) return refuse({ code: 'notSignedIn' });
	const { municipalityId } = actor;
	const allowed = permit(actor, 'installation.audit', { kind: 'municipality', municipalityId });
	if (!allowed.ok) return allowed;
	const total = await countInstallationAudit(tx, municipalityId);
	const { page, pages, ...part } = listPage(params.page, total);
	const rows = await listInstallationAudit(tx, municipalityId, part);
	const names = new Map((await listPeople(tx, municipalityId)).map(({ id, name }) => [id, name]));
	return ok({
		lines: rows.map(({ seq, at, personName, act, reason, detail }) => ({
			seq,
			at,
			by: personName,
			act,
			about: aboutOf(detail, names),
			reason
		})),
		page,
		pages,
		head: await chainHead(tx)
	});
};

function aboutOf(
	detail: Record<string, unknown>,
	names: ReadonlyMap<string, string>
): string | null {
	const { personId, name, title } = detail;
	if (typeof personId === 'string') return names.get(personId) ?? null;
	const said = [name, title].find((one) => typeof one === 'string' && one !== '');
	return typeof said === 'string' ? said : null;
}
