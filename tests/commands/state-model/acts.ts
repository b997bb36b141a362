import * as fc from 'fast-check';

/** What people try in a run of the model test: plain data, so that fast-check can shorten a failure. */

/** Who there is; what they may do at the beginning stands in `world.ts`. */
export const WHO = [
	'administrator',
	'coordinator',
	'second',
	'ofReport',
	'ofOtherReport',
	'ofOtherBoard',
	'owning',
	'shared',
	'rows',
	'sibling',
	'foreign',
	'member',
	'nobody'
] as const;
export type Who = (typeof WHO)[number];

/** Departments; `foreign` is the other board's. */
export const DEPARTMENTS = ['owning', 'shared', 'rows', 'sibling', 'foreign'] as const;
export type Department = (typeof DEPARTMENTS)[number];

/** A role as it is granted. */
export type Given =
	| { role: 'administrator' | 'councilMember' }
	| { role: 'writer'; department: Department }
	| { role: 'coordinator'; board: 'own' | 'other'; report: 'this' | 'another' | null };

/** What somebody does to one of the two sections. `right`: what they saw is what stands there now. */
export type ActOnSection = { by: Who; section: 0 | 1 } & (
	| { do: 'write'; right: boolean }
	| { do: 'submit'; right: boolean }
	| { do: 'approve'; right: boolean }
	| { do: 'return' | 'reopen'; reason: string }
	| { do: 'retitle'; right: boolean; title: number }
	| { do: 'share'; owner: Department | null; whole: Department[]; rows: Department[] }
	| { do: 'comment'; mustMeet: boolean }
	| { do: 'resolve' | 'takeUp'; which: number; right: boolean }
	| { do: 'keepLate' }
	| { do: 'acceptLate'; which: number }
	| { do: 'declineLate'; which: number; reason: string }
);
/** What changes around the sections. */
export type ActAround =
	| { do: 'grant'; by: Who; to: Who; roles: Given[] }
	| { do: 'close' | 'open'; to: Who }
	| { do: 'fourEyes'; on: boolean }
	| { do: 'clock'; by: number };
export type Act = ActOnSection | ActAround;
/** One step: an act, or two that are asked for at the same moment. */
export type Step = [Act] | [Act, Act];

/** Those with much to do come often, so that sections get somewhere. */
const who = fc.oneof(
	{ weight: 6, arbitrary: fc.constantFrom<Who>('coordinator', 'second', 'owning') },
	{ weight: 1, arbitrary: fc.constant<Who>('rows') },
	{ weight: 2, arbitrary: fc.constantFrom<Who>(...WHO) }
);
/** Mostly so. */
const mostly = fc.nat(5).map((n) => n > 0);
const reason = fc.constantFrom('Mer behövs.', 'Igen.', '', '  ');
const department = fc.constantFrom(...DEPARTMENTS);
const some = fc.uniqueArray(department, { maxLength: 2 });
const given: fc.Arbitrary<Given> = fc.oneof(
	fc.record({ role: fc.constantFrom('administrator' as const, 'councilMember' as const) }),
	fc.record({ role: fc.constant('writer' as const), department }),
	fc.record({
		role: fc.constant('coordinator' as const),
		board: fc.constantFrom('own' as const, 'own' as const, 'other' as const),
		report: fc.constantFrom('this' as const, 'another' as const, null)
	})
);

const onSection = (what: fc.Arbitrary<object>): fc.Arbitrary<Act> =>
	fc
		.tuple(fc.record({ by: who, section: fc.constantFrom(0 as const, 1 as const) }), what)
		.map(([at, act]) => ({ ...at, ...act }) as ActOnSection);
const does = (name: ActOnSection['do'], rest: Record<string, fc.Arbitrary<unknown>> = {}) =>
	onSection(fc.record({ do: fc.constant(name), ...rest }));
const which = fc.nat(3);

const act: fc.Arbitrary<Act> = fc.oneof(
	{ weight: 14, arbitrary: does('write', { right: mostly }) },
	{ weight: 16, arbitrary: does('submit', { right: mostly }) },
	{ weight: 16, arbitrary: does('approve', { right: mostly }) },
	{ weight: 6, arbitrary: does('return', { reason }) },
	{ weight: 8, arbitrary: does('reopen', { reason }) },
	{ weight: 3, arbitrary: does('retitle', { right: mostly, title: fc.nat(3) }) },
	{
		weight: 2,
		arbitrary: does('share', {
			owner: fc.option(department, { nil: null }),
			whole: some,
			rows: some
		})
	},
	{ weight: 3, arbitrary: does('comment', { mustMeet: fc.boolean() }) },
	{ weight: 5, arbitrary: does('resolve', { which, right: mostly }) },
	{ weight: 2, arbitrary: does('takeUp', { which, right: mostly }) },
	{ weight: 3, arbitrary: does('keepLate') },
	{ weight: 3, arbitrary: does('acceptLate', { which }) },
	{ weight: 2, arbitrary: does('declineLate', { which, reason }) },
	{
		weight: 2,
		arbitrary: fc.record({
			do: fc.constant('grant' as const),
			by: fc.constantFrom<Who>('administrator', 'administrator', 'coordinator', 'member'),
			// The administrator stays one, and who carries the sections on mostly stays as well.
			to: fc.constantFrom<Who>(...WHO.slice(2)),
			roles: fc.array(given, { maxLength: 2 })
		})
	},
	{ weight: 1, arbitrary: fc.record({ do: fc.constant('close' as const), to: who }) },
	{ weight: 4, arbitrary: fc.record({ do: fc.constant('open' as const), to: who }) },
	{ weight: 1, arbitrary: fc.record({ do: fc.constant('fourEyes' as const), on: mostly }) }
);

/** A machine's clock stands still within a millisecond, and is set back now and then. */
const clock: fc.Arbitrary<Act> = fc.record({
	do: fc.constant('clock' as const),
	by: fc.oneof(fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: -50_000, max: 0 }))
});

export const steps: fc.Arbitrary<Step[]> = fc.array(
	fc.oneof(
		{ weight: 14, arbitrary: act.map((one): Step => [one]) },
		{ weight: 1, arbitrary: clock.map((one): Step => [one]) },
		{ weight: 3, arbitrary: fc.tuple(act, act) }
	),
	{ minLength: 1, maxLength: 150, size: 'max' }
);
