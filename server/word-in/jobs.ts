import type { Refusal } from '#core/result.ts';
import type { WordProposal } from '#core/word-in/proposal.ts';
import type { WordStep } from './work.ts';

/** A person's file: being read, or what it brings as it waits for a decision. */
export type WordJob = {
	id: string;
	reportId: string;
	/** As the person calls it. */
	fileName: string;
	/** When it came, in milliseconds since 1970. */
	at: number;
	state: 'waiting' | 'reading' | 'read' | 'refused';
	step: WordStep | null;
	proposal: WordProposal | null;
	refusal: Refusal | null;
	/** Ends the reading. */
	cancel: AbortController;
	settled: Promise<void>;
};

export const JOB_LIMITS = {
	/** How long a file waits, in milliseconds. */
	ms: 30 * 60 * 1000,
	/** Bytes of all persons' pictures together. */
	bytes: 200 * 1024 * 1024
};

const bytesOf = ({ proposal }: WordJob): number =>
	(proposal?.images ?? []).reduce((sum, { bytes }) => sum + bytes.length, 0);

/**
 * What was read and not put in yet: in memory, one file a person, for half an hour. A restart forgets it,
 * and nothing was stored.
 */
export class WordJobs {
	private readonly clock: () => number;
	/** By person, the oldest first. */
	private readonly jobs = new Map<string, WordJob>();

	constructor(clock: () => number) {
		this.clock = clock;
	}

	put(personId: string, job: WordJob): void {
		this.drop(personId);
		this.jobs.set(personId, job);
	}

	/** Makes room: the oldest files go, but for the person's own. */
	trim(personId: string): void {
		let bytes = 0;
		for (const job of this.jobs.values()) bytes += bytesOf(job);
		for (const [owner, job] of [...this.jobs]) {
			if (bytes <= JOB_LIMITS.bytes) break;
			if (owner === personId || job.state !== 'read') continue;
			bytes -= bytesOf(job);
			this.jobs.delete(owner);
		}
	}

	get(personId: string, reportId: string): WordJob | null {
		for (const [owner, { at }] of [...this.jobs])
			if (at + JOB_LIMITS.ms <= this.clock()) this.drop(owner);
		const job = this.jobs.get(personId);
		return job?.reportId === reportId ? job : null;
	}

	drop(personId: string): void {
		this.jobs.get(personId)?.cancel.abort();
		this.jobs.delete(personId);
	}

	async close(): Promise<void> {
		const all = [...this.jobs.values()];
		for (const owner of [...this.jobs.keys()]) this.drop(owner);
		await Promise.all(all.map(({ settled }) => settled));
	}
}
