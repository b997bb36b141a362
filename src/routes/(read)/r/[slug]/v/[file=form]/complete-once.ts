import type { Result } from '#core/result.ts';
import type { App } from '#server/app.ts';

/** How long nobody's request makes an edition's forms again after it was tried, in milliseconds. */
const REST = 60_000;

const tried = new Map<string, { at: number; done: Promise<Result<null>> }>();

/**
 * Makes the forms that an edition lacks, once for all who ask meanwhile: it takes a thread for
 * seconds, and anybody may ask. What was refused is refused at once for the next minute.
 */
export function completeOnce(
	{ publishing, clock }: Pick<App, 'publishing' | 'clock'>,
	editionId: string
): Promise<Result<null>> {
	const known = tried.get(editionId);
	if (known && known.at + REST > clock()) return known.done;
	const done = publishing.complete(editionId);
	tried.set(editionId, { at: clock(), done });
	return done;
}
