import { permit } from '#core/permit.ts';
import { ok, refuse } from '#core/result.ts';
import type { Statement } from '#core/statement.ts';
import { getMunicipality, listMunicipalities } from '#server/store/organisation.ts';
import { getPerson } from '#server/store/people.ts';
import { getStatement } from '#server/store/statement.ts';
import type { View } from './index.ts';

export type StatementPage = {
	municipality: string;
	fields: Statement;
	/** Milliseconds since 1970; null where nothing was said yet. */
	changedAt: number | null;
	/** The person's name. */
	changedBy: string | null;
};

/** The statement on accessibility as it is now, for those who look after it. */
export const statement: View<null, StatementPage> = async (tx, actor) => {
	if (actor === null) return refuse({ code: 'notSignedIn' });
	const { municipalityId } = actor;
	const allowed = permit(actor, 'statement.manage', { kind: 'municipality', municipalityId });
	if (!allowed.ok) return allowed;
	const stored = await getStatement(tx, municipalityId);
	return ok({
		municipality: (await getMunicipality(tx, municipalityId))?.name ?? '',
		fields: stored?.fields ?? {},
		changedAt: stored?.changedAt ?? null,
		changedBy: stored ? ((await getPerson(tx, stored.changedBy))?.name ?? null) : null
	});
};

/** The same for readers, whoever they are: without who wrote it. */
export const publishedStatement: View<null, Omit<StatementPage, 'changedBy'>> = async (tx) => {
	const [municipality] = await listMunicipalities(tx);
	const stored = municipality && (await getStatement(tx, municipality.id));
	return ok({
		municipality: municipality?.name ?? '',
		fields: stored?.fields ?? {},
		changedAt: stored?.changedAt ?? null
	});
};
