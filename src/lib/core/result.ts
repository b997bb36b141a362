import type { Lock } from './lock.ts';
import type { MetaField } from './report-kind.ts';

/**
 * The outcome of an act that may be refused. A refusal is expected and is a value; an exception is
 * a bug.
 */
export type Result<T> = { ok: true; value: T } | { ok: false; refusal: Refusal };

/** One field of a form or a request body that was not accepted, with a code the messages know. */
export type FieldProblem = { field: string; problem: string };

/**
 * Why an act was refused. `code` is stable and English: it stands in the API, selects the sentence
 * that a person reads (`#messages/`), the HTTP status and the close code of the socket.
 */
export type Refusal =
	/** No session, or one that has ended. */
	| { code: 'notSignedIn' }
	/** Wrong password or unknown account: one and the same answer (U2). */
	| { code: 'wrongCredentials' }
	/** The person may see the thing but not do this to it; `why` names the reason. */
	| { code: 'forbidden'; why: ForbiddenWhy }
	/** It does not exist, or the person may not know that it does (A8). */
	| { code: 'notFound' }
	/** The section is locked (S7). */
	| { code: 'locked'; lock: Lock }
	/** Somebody else acted first; `happened` names what (S10). */
	| { code: 'moved'; happened: Happened; by: string | null; at: number | null }
	/** Input that was not understood, field by field. */
	| { code: 'invalid'; problems: FieldProblem[] }
	/** Return and reopen need a reason (S5). */
	| { code: 'reasonNeeded' }
	/** Checks that hinder (C1, C7): each names its section when it has one. */
	| { code: 'notReady'; hinders: Hinder[] }
	/** An update that the gate does not let through (W5); `rule` names the check. */
	| { code: 'malformed'; rule: string }
	/** Over a limit (W10); `limit` names it. */
	| { code: 'tooLarge'; limit: string }
	/** O8: asked too often, or too much waits already; `after` is whole seconds, where it is known. */
	| { code: 'tooFast'; after?: number }
	/** The client's schema is older than the server's (W3). */
	| { code: 'oldSchema' }
	/** The document was rebuilt since the client loaded it (W3). */
	| { code: 'otherEpoch' }
	/** The store cannot take more work just now (D5). */
	| { code: 'notSaved' }
	/** P2: a form of an edition that was taken back, for a reason that readers are told. */
	| { code: 'withdrawn'; reason: string; at: number }
	/** A source of figures did not give what was asked of it; nothing of ours has changed (I9). */
	| { code: 'source'; why: SourceWhy };

/** How another's service failed us. */
export type SourceWhy =
	| 'unreachable' // no connection, or it was cut, again and again
	| 'slow' // not answered within the time limit
	| 'busy' // it asks us to come back later than we wait
	| 'failing' // it answers with an error of its own
	| 'declined' // it does not answer this question (HTTP 4xx)
	| 'notUnderstood' // no JSON, or not in the shape that is known
	| 'elsewhere' // it sends us to an address that was not agreed on
	| 'tooMuch' // more than we take
	| 'cancelled'; // a person stopped it
export const SOURCE_WHYS = [
	'unreachable',
	'slow',
	'busy',
	'failing',
	'declined',
	'notUnderstood',
	'elsewhere',
	'tooMuch',
	'cancelled'
] as const satisfies SourceWhy[];

export type ForbiddenWhy =
	| 'role' // the role does not carry this right
	| 'notYourSection' // a writer, but not of this section's departments
	| 'notYourRow' // a writer who may change rows of their own departments only
	| 'fourEyes' // wrote in the section since it was last approved (A7)
	| 'unpublished' // council members see what is published
	| 'scope' // the key for programs does less than its person may (U8)
	| 'passwordOff'; // people sign in by the municipality's own service alone (U7)

export type Happened =
	| 'textChanged'
	| 'submitted'
	| 'approved'
	| 'returned'
	| 'reopened'
	| 'published'
	| 'valueChanged'
	| 'resolved' // a thread of comments
	| 'takenUp' // the same, again
	| 'accepted' // a suggestion
	| 'declined'
	| 'withdrawn'
	| 'fetching' // values are being fetched, and not stored yet
	| 'done'; // the act was already carried out

/** One thing that hinders a submission or a publication. */
export type Hinder =
	| { what: 'sectionNotApproved'; sectionId: string; key: string; title: string }
	| { what: 'hashDiffers'; sectionId: string; key: string; title: string }
	| { what: 'blockMissing'; sectionId: string; key: string; title: string; block: string }
	| { what: 'decisionMissing'; field: string }
	/** What a report of its kind must say of itself before it is published. */
	| { what: 'metaMissing'; field: MetaField }
	| { what: 'altMissing'; sectionId: string; key: string; title: string }
	/** R1: comments that must be met, of which `count` are open. */
	| { what: 'commentOpen'; sectionId: string; key: string; title: string; count: number }
	/** P2: an edition that the section has taken in was withdrawn since. */
	| {
			what: 'sourceWithdrawn';
			sectionId: string;
			key: string;
			title: string;
			source: { authority: string; title: string; number: number };
	  }
	/**
	 * A block that a form of the edition cannot hold; `problem` is a code that the messages know, `excerpt`
	 * the place in its own words. Without a section it is about the whole.
	 */
	| {
			what: 'unprintable';
			sectionId: string;
			key: string;
			title: string;
			problem: PrintProblemCode;
			excerpt: string;
	  }
	/** C1: a finding of the checks that nobody has overridden; `finding` is its key, `code` its kind. */
	| {
			what: 'finding';
			sectionId: string;
			key: string;
			title: string;
			finding: string;
			code: string;
			excerpt: string;
	  };

/** What keeps a block from being printed in an accessible form. */
export const PRINT_PROBLEMS = [
	'sign', // a character that no font of ours has
	'alternative', // a picture or chart without its text
	'columns', // a table that is too wide for any page
	'picture', // a picture that cannot be read, or is far too large
	'size', // the whole is too long
	'refused' // the typesetter refused, and our own checks did not see why
] as const;
export type PrintProblemCode = (typeof PRINT_PROBLEMS)[number];

export type RefusalCode = Refusal['code'];

export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });
export const refuse = (refusal: Refusal): { ok: false; refusal: Refusal } => ({
	ok: false,
	refusal
});

/** The HTTP status of each refusal: the one table for pages and API alike. */
export const REFUSAL_STATUS: Record<
	RefusalCode,
	400 | 401 | 403 | 404 | 409 | 410 | 413 | 422 | 429 | 502 | 503
> = {
	notSignedIn: 401,
	wrongCredentials: 401,
	forbidden: 403,
	notFound: 404,
	locked: 409,
	moved: 409,
	invalid: 422,
	reasonNeeded: 422,
	notReady: 422,
	malformed: 400,
	tooLarge: 413,
	tooFast: 429,
	oldSchema: 409,
	otherEpoch: 409,
	notSaved: 503,
	withdrawn: 410,
	source: 502
};
