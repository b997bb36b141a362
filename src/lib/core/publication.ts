import type { FixedFigure } from './indicator.ts';
import type { LineageLink } from './lineage.ts';
import type { ReportKind, ReportMeta } from './report-kind.ts';
import { ok, refuse, type Hinder, type Result } from './result.ts';
import type { SectionState } from './section.ts';
import type { Sender } from './sender.ts';

/** The decision to adopt a report: without it there is no publication. */
export type Decision = {
	/** Kommunfullmäktige, a nämnd … */
	body: string;
	/** ISO date, `2023-06-19`. */
	date: string;
	/** `§ 87`, as the body numbers it. */
	paragraph: string;
	/** Diarienummer. */
	registryNumber: string;
};

/** A node of the document as canonical JSON. */
export type DocNode = {
	type: string;
	attrs?: Record<string, unknown>;
	content?: DocNode[];
	marks?: { type: string; attrs?: Record<string, unknown> }[];
	text?: string;
};

/** What submission fixes and approval is bound to; its canonical JSON is what is hashed (S2, S4). */
export type FixedContent = {
	schemaVersion: number;
	key: string;
	number: string;
	title: string;
	articles: number[];
	/** The owning department's name; null when the coordinator owns the section. */
	department: string | null;
	/** The ids of the indicators that a summary in this section counts, in order (I4); else empty. */
	counted: string[];
	doc: DocNode;
	/** By indicator id: every indicator that the section refers to. */
	figures: Record<string, FixedFigure>;
	/** The departments that its areas name, in the order in which they do; absent where none is. */
	departments?: FixedDepartment[];
	/** Y3: where last year's areas went, as people confirmed it; absent in a section without a plan. */
	lineage?: LineageLink[];
	/** What it shows of other editions; absent in a section that shows none. */
	takenIn?: TakenIn[];
};

/** A department as it was called when the section was submitted. */
export type FixedDepartment = {
	id: string;
	name: string;
	/** How tables call it; empty where it has none. */
	abbreviation: string;
};

/** An edition of a board's that a report takes in: what it promised and measured, unchanged, and its origin. */
export type TakenIn = {
	/** Where it stays: `/r/{slug}/v/{number}`. */
	slug: string;
	number: number;
	hash: string;
	title: string;
	authority: string;
	reportYear: number;
	/** By which it was adopted. */
	decision: Decision;
	/** Its tables of promises as they were approved, in order, each with the section that it stands in. */
	tables: {
		section: { key: string; number: string; title: string };
		table: DocNode;
		departments: FixedDepartment[];
	}[];
	/** The figures that it shows, each once, in order. */
	figures: FixedFigure[];
};

export type ApprovedSection = {
	content: FixedContent;
	hash: string;
	approvedBy: string;
	approvedAt: number;
	submittedBy: string;
	submittedAt: number;
};

/** A chapter groups sections under one numbered heading. */
export type EditionChapter = { key: string; number: string; title: string };

/** What a report says, of approved sections alone (P1): what an edition and a preview have in common. */
export type EditionBody = {
	/** Absent for a barnbokslut, as in the editions from before there were others. */
	kind?: ReportKind;
	/** What a report of its kind says of itself; absent where the kind asks for nothing. */
	meta?: ReportMeta;
	title: string;
	municipality: string;
	authority: string;
	reportYear: number;
	/** Absent when nobody had said who sends it. */
	sender?: Sender;
	chapters: EditionChapter[];
	sections: (ApprovedSection & { chapterKey: string })[];
	/** The pictures that the text shows, by id. */
	images: Record<string, { type: string; width: number; height: number; sha256: string }>;
};

/** P1, P2, P4: the one immutable model from which web, PDF, Word, JSON and CSV are made. */
export type EditionModel = EditionBody & {
	format: 1;
	number: number;
	slug: string;
	publishedAt: number;
	/** Where it stays, `https://…/r/{slug}/v/{n}`; absent when the installation had no public address. */
	address?: string;
	/** P2: why this edition follows another; empty for the first. */
	note: string;
	decision: Decision;
};

/** What `readyToPublish` needs to know of a section. */
export type SectionForPublication = {
	sectionId: string;
	key: string;
	title: string;
	required: boolean;
	state: SectionState;
	/** The hash that was approved, and the hash of the stored content computed anew. */
	approvedHash: string | null;
	contentHash: string | null;
	/** Required blocks that the approved content lacks (C7). */
	missingBlocks: string[];
};

const ISO_DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** True for a calendar date that exists. */
export function isDate(text: string): boolean {
	if (!ISO_DATE.test(text)) return false;
	const date = new Date(`${text}T00:00:00Z`);
	return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/**
 * What hinders a publication; empty when nothing does. A section that is not required and was not
 * approved is left out of the edition and hinders nothing.
 */
export function hindersToPublish(
	sections: SectionForPublication[],
	decision: Partial<Decision>
): Hinder[] {
	const hinders: Hinder[] = [];
	for (const s of sections) {
		const at = { sectionId: s.sectionId, key: s.key, title: s.title };
		if (s.state !== 'approved') {
			if (s.required) hinders.push({ what: 'sectionNotApproved', ...at });
			continue;
		}
		if (s.approvedHash === null || s.approvedHash !== s.contentHash)
			hinders.push({ what: 'hashDiffers', ...at });
		for (const block of s.missingBlocks) hinders.push({ what: 'blockMissing', block, ...at });
	}
	for (const field of ['body', 'date', 'paragraph', 'registryNumber'] as const) {
		const value = decision[field]?.trim() ?? '';
		if (value === '' || (field === 'date' && !isDate(value)))
			hinders.push({ what: 'decisionMissing', field });
	}
	return hinders;
}

/**
 * P1: whether an edition may be made; the refusal lists everything that hinders, `findings` of the
 * checks among them.
 */
export function readyToPublish(
	sections: SectionForPublication[],
	decision: Decision,
	findings: Hinder[] = []
): Result<Decision> {
	const hinders = [...hindersToPublish(sections, decision), ...findings];
	return hinders.length > 0 ? refuse({ code: 'notReady', hinders }) : ok(decision);
}
