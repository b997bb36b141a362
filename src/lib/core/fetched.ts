import type { ComparisonGroup, IndicatorValue, ValueStatus } from './indicator.ts';

/** What comes of asking a source of figures: what it says of measures, and what people must settle. */

/** A measure as the source described it at a fetch. */
export type FetchedKpi = {
	indicatorId: string;
	kpiId: string;
	/** Null when the source no longer knows it. */
	found: {
		title: string;
		definition: string;
		/** What is published next, and on which day; null where the source does not say. */
		nextPeriod: string | null;
		nextDate: string | null;
	} | null;
};

/** A member of a group: the source's id and name. */
export type GroupMember = { id: string; title: string };

/** A group as the source described it. */
export type FoundGroup = {
	title: string;
	/** Read from the title; null where there is none. */
	year: number | null;
	members: GroupMember[];
};

/** A comparison group with what is needed to ask a source for its values. */
export type KnownGroup = ComparisonGroup & {
	/** The source's ids of `members`, in their order; empty where only the names are known. */
	memberIds: string[];
	version: number;
};

/** What tells one value from another. */
export type ValueKey = Pick<IndicatorValue, 'series' | 'breakdown' | 'period'>;

type Said = { status: ValueStatus; value: number | null };

/** What a notice is about; `what` is also the table's column. */
export type NoticeDetail =
	/** I9: somebody typed one value, and the source says another. */
	| {
			what: 'typed';
			key: ValueKey;
			kpiId: string;
			typed: Said & { by: string | null };
			fetched: IndicatorValue;
	  }
	/** A value that was fetched once is no longer in the source; it stays. */
	| { what: 'valueGone'; key: ValueKey; kpiId: string; had: Said }
	/** The source has renamed the measure, or describes it in other words. */
	| { what: 'title' | 'definition'; kpiId: string; before: string; after: string }
	/** The source no longer knows the measure; its values stay. */
	| { what: 'kpiGone'; kpiId: string; title: string }
	/** I7: the group has other members under the same id; its values go on being those of the old ones. */
	| {
			what: 'members';
			externalId: string;
			before: { year: number | null; members: string[] };
			after: FoundGroup;
	  }
	| { what: 'groupGone'; externalId: string; name: string };

export type NoticeWhat = NoticeDetail['what'];

/** Open: nobody has settled it. Passed: it went away by itself. */
export type NoticeState = 'open' | 'taken' | 'left' | 'passed';

export type FigureNotice = {
	id: string;
	at: number;
	indicatorId: string | null;
	groupId: string | null;
	detail: NoticeDetail;
	state: NoticeState;
};

/** Two lists of members are the same whatever their order. */
export const sameMembers = (a: readonly string[], b: readonly string[]): boolean =>
	a.length === b.length && [...a].sort().join('\n') === [...b].sort().join('\n');
