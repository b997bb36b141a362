import {
	REFUSAL_STATUS,
	PRINT_PROBLEMS,
	SOURCE_WHYS,
	type FieldProblem,
	type Hinder,
	type Refusal
} from '#core/result.ts';
import * as v from 'valibot';
import { count, time } from './fields.ts';
import { lock } from './reports.ts';

/** What HTTP itself refuses, beside the refusals of the law. */
export type HttpRefusal =
	/** The address exists, the method does not; `allow` lists those that do. */
	| { code: 'methodNotAllowed'; allow: string[] }
	/** A page of another origin wanted to act with the person's cookie. */
	| { code: 'foreignOrigin' };

export type ApiRefusal = Refusal | HttpRefusal;
export type ApiCode = ApiRefusal['code'];

/** The HTTP status of each code. */
export const API_STATUS = {
	...REFUSAL_STATUS,
	methodNotAllowed: 405,
	foreignOrigin: 403
} as const satisfies Record<ApiCode, number>;

const message = v.pipe(
	v.string(),
	v.description('For a person, in Swedish or English by `Accept-Language`.')
);
const simple = <const C extends ApiCode>(code: C) => v.object({ code: v.literal(code), message });

const section = { sectionId: v.string(), key: v.string(), title: v.string() };
const hinder = v.variant('what', [
	v.object({ what: v.literal('sectionNotApproved'), ...section, message }),
	v.object({ what: v.literal('hashDiffers'), ...section, message }),
	v.object({ what: v.literal('blockMissing'), ...section, block: v.string(), message }),
	v.object({ what: v.literal('altMissing'), ...section, message }),
	v.object({ what: v.literal('commentOpen'), ...section, count, message }),
	v.object({
		what: v.literal('sourceWithdrawn'),
		...section,
		source: v.object({ authority: v.string(), title: v.string(), number: v.number() }),
		message
	}),
	v.object({
		what: v.literal('finding'),
		...section,
		finding: v.string(),
		code: v.string(),
		excerpt: v.string(),
		message
	}),
	v.object({
		what: v.literal('unprintable'),
		...section,
		problem: v.picklist(PRINT_PROBLEMS),
		excerpt: v.string(),
		message
	}),
	v.object({ what: v.literal('decisionMissing'), field: v.string(), message })
]);

/** A field's problem and a hinder as a client gets them: with a sentence each. */
export type ToldProblem = FieldProblem & { message: string };
export type ToldHinder = Hinder & { message: string };

/**
 * The `error` of each code, with the fields that stand beside code and message. A code that is added
 * to the law does not compile without its shape.
 */
export const errorShapes = {
	notSignedIn: simple('notSignedIn'),
	wrongCredentials: simple('wrongCredentials'),
	forbidden: v.object({
		code: v.literal('forbidden'),
		message,
		why: v.picklist([
			'role',
			'notYourSection',
			'notYourRow',
			'fourEyes',
			'unpublished',
			'scope',
			'passwordOff'
		])
	}),
	notFound: simple('notFound'),
	locked: v.object({ code: v.literal('locked'), message, lock }),
	moved: v.object({
		code: v.literal('moved'),
		message,
		happened: v.picklist([
			'textChanged',
			'submitted',
			'approved',
			'returned',
			'reopened',
			'published',
			'valueChanged',
			'resolved',
			'takenUp',
			'accepted',
			'declined',
			'withdrawn',
			'fetching',
			'done'
		]),
		by: v.nullable(v.string()),
		at: v.nullable(time)
	}),
	invalid: v.object({
		code: v.literal('invalid'),
		message,
		problems: v.array(
			v.object({
				field: v.pipe(v.string(), v.description('A path with dots: `values.0.period`.')),
				problem: v.string(),
				message
			})
		)
	}),
	reasonNeeded: simple('reasonNeeded'),
	notReady: v.object({
		code: v.literal('notReady'),
		message,
		hinders: v.array(hinder)
	}),
	malformed: v.object({ code: v.literal('malformed'), message, rule: v.string() }),
	tooLarge: v.object({ code: v.literal('tooLarge'), message, limit: v.string() }),
	tooFast: v.object({
		code: v.literal('tooFast'),
		message,
		after: v.exactOptional(v.pipe(count, v.description('Seconds to wait, as in `Retry-After`.')))
	}),
	oldSchema: simple('oldSchema'),
	otherEpoch: simple('otherEpoch'),
	notSaved: simple('notSaved'),
	withdrawn: v.object({ code: v.literal('withdrawn'), message, reason: v.string(), at: time }),
	source: v.object({ code: v.literal('source'), message, why: v.picklist(SOURCE_WHYS) }),
	methodNotAllowed: v.object({
		code: v.literal('methodNotAllowed'),
		message,
		allow: v.array(v.string())
	}),
	foreignOrigin: simple('foreignOrigin')
} satisfies { [C in ApiCode]: v.GenericSchema<Told<C>> };

/** A refusal's `error` object, by code. */
export type Told<C extends ApiCode> = { code: C; message: string } & (C extends 'invalid'
	? { problems: ToldProblem[] }
	: C extends 'notReady'
		? { hinders: ToldHinder[] }
		: Omit<Extract<ApiRefusal, { code: C }>, 'code'>);
