/** How much of one thing one asker may have: `points` within `seconds`. */
export type Limit = { points: number; seconds: number };

const MINUTE = 60;

/** O8: every limit of HTTP, of which README.md gives the reasons; those of a socket are in `#collab/limits.ts`. */
export const TABLE = {
	signInPair: { points: 5, seconds: 15 * MINUTE },
	signInAddress: { points: 50, seconds: 15 * MINUTE },
	linkAddress: { points: 50, seconds: 15 * MINUTE },
	forgotAddress: { points: 50, seconds: 15 * MINUTE },
	apiPerson: { points: 3000, seconds: MINUTE },
	apiAddress: { points: 3000, seconds: MINUTE },
	searchAddress: { points: 600, seconds: MINUTE },
	socketPerson: { points: 3000, seconds: MINUTE },
	filePerson: { points: 60, seconds: 10 * MINUTE },
	serviceAddress: { points: 600, seconds: MINUTE },
	imagePerson: { points: 200, seconds: 10 * MINUTE }
} as const satisfies Record<string, Limit>;

export type LimitName = keyof typeof TABLE;
