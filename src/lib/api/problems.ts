import { ok, refuse, type FieldProblem, type Result } from '#core/result.ts';
import * as v from 'valibot';

/** Parses what came in; refuses as `invalid` with a problem for each field, by its dotted path. */
export function parse<S extends v.GenericSchema>(
	schema: S,
	input: unknown
): Result<v.InferOutput<S>> {
	const parsed = v.safeParse(schema, input);
	if (parsed.success) return ok(parsed.output);
	return refuse({ code: 'invalid', problems: parsed.issues.map(problemOf) });
}

function problemOf(issue: v.BaseIssue<unknown>): FieldProblem {
	const field = issue.path?.map((step) => String(step.key)).join('.') ?? '';
	if (issue.expected === 'never') return { field, problem: 'unexpected' };
	if (issue.path?.at(-1)?.value === undefined && issue.path) return { field, problem: 'missing' };
	return { field, problem: PROBLEMS[issue.type] ?? 'type' };
}

/** What the messages call a failed check of valibot's. */
const PROBLEMS: Record<string, string> = {
	string: 'text',
	min_length: 'length',
	max_length: 'length',
	number: 'number',
	to_number: 'number',
	integer: 'number',
	min_value: 'number',
	max_value: 'number'
};
