import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { mulberry } from '../support/random.ts';
import { Field } from './field.ts';
import { Place, type Situation, type Verdict } from './place.ts';
import type { Frame } from './frames.ts';

/** What a run of the fuzzer showed. */
export type FuzzSummary = {
	frames: number;
	/** Each with the seed and the frame that show it again; no more than a few are collected. */
	faults: string[];
	/** How many frames met which verdict, by the rule or the code. */
	verdicts: Record<string, number>;
	/** Honest changes among the frames, and how many of them went in. */
	honest: number;
	honestTaken: number;
	/** The longest that one frame took with its answer, in milliseconds. */
	slowest: number;
	/** Bytes of heap after the run, beyond those before it. */
	growth: number;
};

const SITUATIONS: Situation[] = [...Array<Situation>(12).fill('open'), 'locked', 'forbidden'];
/** After so many frames a section has grown odd enough. */
const FRAMES_A_SECTION = 800;
/** How often live, stored and followed texts are compared. */
const CHECK_EVERY = 100;
const MOST_FAULTS = 10;

/** Sends `frames` frames of a seed to the real app and watches what others notice. */
export async function fuzz(seed: number, frames: number): Promise<FuzzSummary> {
	const field = await Field.open();
	const bugs = catchBugs();
	const summary: FuzzSummary = {
		frames: 0,
		faults: [],
		verdicts: {},
		honest: 0,
		honestTaken: 0,
		slowest: 0,
		growth: 0
	};
	const heap = usedHeap();
	await Promise.all(
		SITUATIONS.map((situation, i) =>
			attack(field, summary, { situation, seed: seed + i, frames: frames / SITUATIONS.length })
		)
	);
	summary.growth = usedHeap() - heap;
	summary.faults.push(...bugs.stop());
	await field.app.close();
	return summary;
}

async function attack(
	field: Field,
	summary: FuzzSummary,
	{ situation, seed, frames }: { situation: Situation; seed: number; frames: number }
): Promise<void> {
	const random = mulberry(seed);
	let place = await Place.open(field, situation, random);
	for (let n = 0; n < frames && summary.faults.length < MOST_FAULTS; n += 1) {
		const frame = place.next();
		try {
			const began = performance.now();
			const verdict = await place.send(frame);
			summary.slowest = Math.max(summary.slowest, performance.now() - began);
			count(summary, frame, verdict, situation);
			if (n % CHECK_EVERY === 0) await place.check();
		} catch (error) {
			const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
			summary.faults.push(`seed ${seed}, frame ${n}, ${situation}: ${message}\n${hex(frame)}`);
		}
		if (place.frames < FRAMES_A_SECTION) continue;
		place.leave();
		place = await Place.open(field, situation, random);
	}
	place.leave();
}

function count(summary: FuzzSummary, frame: Frame, verdict: Verdict, situation: Situation): void {
	summary.frames += 1;
	const name =
		verdict.kind === 'refused'
			? verdict.rule
			: verdict.kind === 'closed'
				? String(verdict.code)
				: verdict.kind;
	summary.verdicts[name] = (summary.verdicts[name] ?? 0) + 1;
	if (frame.kind !== 'honest' || situation !== 'open') return;
	summary.honest += 1;
	if (verdict.kind === 'taken' || verdict.kind === 'nothing') summary.honestTaken += 1;
	else throw new Error(`honest work was refused: ${name}`);
}

const hex = ({ kind, bytes }: Frame): string =>
	`${kind} ${Buffer.from(bytes.subarray(0, 300)).toString('hex')}`;

/** What the server logs as a bug is a fault too, though it ended no more than a room. */
function catchBugs(): { stop: () => string[] } {
	const real = console.error;
	const bugs: string[] = [];
	console.error = (...said: unknown[]) => {
		if (String(said[0]).startsWith('{"bug"')) bugs.push(String(said[0]));
		else real(...said);
	};
	return {
		stop: () => {
			console.error = real;
			return bugs.slice(0, MOST_FAULTS);
		}
	};
}

/** Bytes of heap in use once what is let go has been collected. */
function usedHeap(): number {
	setFlagsFromString('--expose-gc');
	const gc = runInNewContext('gc') as () => void;
	gc();
	return process.memoryUsage().heapUsed;
}
