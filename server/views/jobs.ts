import { may } from '#core/access.ts';
import { isGivenUp, isUnderWay, type JobKind, type JobProgress, type JobState } from '#core/job.ts';
import { permit } from '#core/permit.ts';
import { ok, refuse, type Refusal } from '#core/result.ts';
import { ACT_OF_JOB } from '#server/commands/start-job.ts';
import type { FetchResult } from '#server/commands/store-fetch-job.ts';
import { listEditions } from '#server/store/editions.ts';
import { listJobs } from '#server/store/jobs.ts';
import type { View } from './index.ts';

/** Jobs of one page: what is older is counted only. */
const MOST = 100;

export type JobOnPage = {
	id: string;
	kind: JobKind;
	state: JobState;
	progress: JobProgress;
	/** What it is about: an edition's title and number; null for what the kind says already. */
	about: { title: string; number: number } | null;
	/** Who asked for it; null for the server itself. */
	by: string | null;
	/** Milliseconds since 1970. */
	createdAt: number;
	endedAt: number | null;
	attempts: number;
	/** It ended with the program as often as it was begun, and is not begun again. */
	isGivenUp: boolean;
	/** How many values a fetch has written; null for other kinds, and until then. */
	written: number | null;
	/** How many parts a fetch could not have, although the rest was. */
	failedParts: number;
	/** Why nothing came of it. */
	refusal: Refusal | null;
	mayCancel: boolean;
};

/** The municipality's long work: what waits or is under way first, then what is over, the newest first. */
export const jobs: View<null, { jobs: JobOnPage[] }> = async (tx, actor) => {
	if (actor === null) return refuse({ code: 'notSignedIn' });
	const { municipalityId } = actor;
	const thing = { kind: 'municipality', municipalityId } as const;
	const seen = permit(actor, 'job.read', thing);
	if (!seen.ok) return seen;
	const editions = new Map((await listEditions(tx)).map((e) => [e.id, e]));
	const rows = await listJobs(tx, municipalityId, MOST);
	return ok({
		jobs: rows.map((job): JobOnPage => {
			const { editionId = '' } = job.input as { editionId?: string };
			const edition = editions.get(editionId);
			const fetched = job.kind === 'fetchFigures' ? (job.result as FetchResult | null) : null;
			return {
				id: job.id,
				kind: job.kind,
				state: job.state,
				progress: job.progress,
				about: edition ? { title: edition.title, number: edition.number } : null,
				by: job.name,
				createdAt: job.createdAt,
				endedAt: job.endedAt,
				attempts: job.attempts,
				isGivenUp: isGivenUp(job),
				written: fetched?.stored.written ?? null,
				failedParts: fetched?.failed.length ?? 0,
				refusal: job.refusal,
				mayCancel:
					isUnderWay(job.state) &&
					(job.createdBy === actor.personId || may(actor, ACT_OF_JOB[job.kind], thing).may)
			};
		})
	});
};
