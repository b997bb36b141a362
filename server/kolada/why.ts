import type { Refusal, SourceWhy } from '#core/result.ts';

/** Why a question had no answer. */
export const whyOf = (refusal: Refusal): SourceWhy =>
	refusal.code === 'source' ? refusal.why : 'notUnderstood';

/** After these it makes no sense to go on asking. */
export const HOPELESS: ReadonlySet<SourceWhy> = new Set(['unreachable', 'slow', 'busy', 'failing']);
