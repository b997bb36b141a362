import type { FieldProblem } from './result.ts';

/**
 * The statement on accessibility that lagen (2018:1937) om tillgänglighet till digital offentlig service
 * asks of a public body: what only the body itself can say. The rest (which service, what the product was
 * tried with, where to complain) is the product's.
 */
export const STATEMENT_FIELDS = [
	'actor', // who answers for the service
	'status', // how well it follows the law: one of STATEMENT_STATUSES
	'content', // what is not accessible, and why
	'burden', // what would be too heavy to mend (12 §)
	'outside', // what the law does not cover (9 §)
	'assessed', // when and how it was assessed
	'feedback' // how to tell of faults, and get help meanwhile
] as const;
export type StatementField = (typeof STATEMENT_FIELDS)[number];

export const STATEMENT_STATUSES = ['whole', 'partly', 'not'] as const;
export type StatementStatus = (typeof STATEMENT_STATUSES)[number];

/** What was said; what is absent is not said yet. */
export type Statement = Partial<Record<StatementField, string>>;

/** Signs of one field. */
export const LONGEST_FIELD = 4000;

/** Without what is empty, each text with plain ends of lines. */
export function tidyStatement(typed: Statement): Statement {
	const said = STATEMENT_FIELDS.flatMap((field): [StatementField, string][] => {
		const text = (typed[field] ?? '').normalize('NFC').replace(/\r\n?/g, '\n').trim();
		return text === '' ? [] : [[field, text]];
	});
	return Object.fromEntries(said);
}

export function statementProblems(statement: Statement): FieldProblem[] {
	return STATEMENT_FIELDS.flatMap((field): FieldProblem[] => {
		const text = statement[field];
		if (text === undefined) return [];
		if (text.length > LONGEST_FIELD) return [{ field, problem: 'length' }];
		const isUnknown = field === 'status' && !STATEMENT_STATUSES.some((one) => one === text);
		return isUnknown ? [{ field, problem: 'unknown' }] : [];
	});
}

/** What is not said yet; a service that follows the law wholly has nothing to say of what does not. */
export const notSaid = (statement: Statement): StatementField[] =>
	STATEMENT_FIELDS.filter(
		(field) =>
			statement[field] === undefined &&
			!(statement.status === 'whole' && (field === 'content' || field === 'burden'))
	);
