import { ok, refuse } from '#core/result.ts';
import {
	STATEMENT_FIELDS,
	statementProblems,
	tidyStatement,
	type Statement
} from '#core/statement.ts';
import { getStatement, putStatement } from '#server/store/statement.ts';
import { actorOf, audit, permit, type Command } from './context.ts';

/**
 * Says what the municipality says of its accessibility, from now on. Refused where somebody else has said
 * something else since `seenAt`, milliseconds since 1970, 0 for nothing seen.
 */
export const saveStatement: Command<
	{ by: string; seenAt: number; statement: Statement },
	{ changedAt: number }
> = async (tx, { by, seenAt, statement }, context) => {
	const actor = await actorOf(tx, by);
	if (!actor.ok) return actor;
	const { municipalityId, personId } = actor.value;
	const allowed = permit(actor.value, 'statement.manage', { kind: 'municipality', municipalityId });
	if (!allowed.ok) return allowed;
	const fields = tidyStatement(statement);
	const problems = statementProblems(fields);
	if (problems.length > 0) return refuse({ code: 'invalid', problems });
	const before = await getStatement(tx, municipalityId);
	if (before && before.changedAt !== seenAt)
		return refuse({ code: 'moved', happened: 'valueChanged', by: null, at: before.changedAt });
	const changed = STATEMENT_FIELDS.filter((field) => before?.fields[field] !== fields[field]);
	if (before && changed.length === 0) return ok({ changedAt: before.changedAt });
	await putStatement(tx, {
		municipalityId,
		fields,
		changedBy: personId,
		changedAt: context.now
	});
	await audit(tx, actor.value, context, { act: 'statement.save', detail: { fields: changed } });
	return ok({ changedAt: context.now });
};
