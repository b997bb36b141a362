import { printComparison, printHeading } from './comparison.ts';
import { keeps, startContender, type Contender } from './contenders.ts';
import type { SyncOptions } from './field.ts';
import type { KillMeasured, KillOrder, Survived, Used } from './load/order.ts';
import { load, rest } from './loading.ts';
import { makeRooms } from './rooms.ts';
import { note, withText, type Series } from './series.ts';

/** When the server is killed, in seconds after the writing began: over this span, evenly. */
type Scene = { name: string; pace: KillOrder['pace']; kills: number; first: number; last: number };

const SCENES: Scene[] = [
	{
		name: 'typing, 8 letters a second',
		pace: { lettersASecond: 8 },
		kills: 10,
		first: 1.1,
		last: 12.2
	},
	{ name: 'burst, 64 letters under way', pace: { inFlight: 64 }, kills: 5, first: 1.1, last: 6 }
];
const TEXT_BYTES = 5000;

type Killed = Used & Survived & { afterSeconds: number };

/**
 * Three write, a fourth reads; `kill -9`; the server starts again and somebody else looks what is there.
 * @returns false when ours lost a letter that somebody had seen or that it had acknowledged
 */
export async function benchKill(options: SyncOptions): Promise<boolean> {
	return withText(TEXT_BYTES, async (seed) => {
		printHeading('kill -9 while three write and a fourth reads: what the fourth had seen');
		let good = true;
		for (const scene of SCENES) {
			const kills = options.quick ? 2 : scene.kills;
			const names = options.only.filter(keeps);
			const series: Series<Killed> = { runs: new Map(names.map((name) => [name, []])), good: true };
			const contenders: Contender[] = [];
			for (const name of names) contenders.push(await startContender(name));
			try {
				const roomsOf = new Map<Contender, string[]>();
				for (const contender of contenders)
					roomsOf.set(contender, await makeRooms(contender, kills));
				for (let i = 0; i < kills; i += 1)
					for (const contender of contenders) {
						await rest(contenders);
						const room = roomsOf.get(contender)?.[i] ?? '';
						const step = (scene.last - scene.first) / Math.max(1, kills - 1);
						const afterSeconds = scene.first + i * step;
						const outcome = await killed(contender, { room, seed, afterSeconds, scene });
						// What is lost is lost, however busy the machine was.
						note(series, contender.name, outcome, () => true);
					}
			} finally {
				await Promise.all(contenders.map((contender) => contender.stop()));
			}
			printComparison(
				scene.name,
				[
					{ label: 'of the letters seen, lost, %', of: (m) => (m.seenLost / m.seen) * 100 },
					{ label: 'letters seen', of: (m) => m.seen, isCircumstance: true },
					{ label: 'seen and lost', of: (m) => m.seenLost },
					{ label: 'acknowledged and lost', of: (m) => m.storedLost ?? NaN }
				],
				series.runs
			);
			for (const [name, runs] of series.runs)
				console.log(
					`${name}: lost ${runs
						.map(
							({ result: r }) =>
								`${((r.seenLost / r.seen) * 100).toFixed(0)} % at ${r.afterSeconds.toFixed(1)} s`
						)
						.join(', ')}`
				);
			const ours = series.runs.get('ours') ?? [];
			good &&=
				series.good &&
				ours.every(({ result: r }) => r.seen > 0 && r.seenLost === 0 && r.storedLost === 0);
		}
		return good;
	});
}

async function killed(
	contender: Contender,
	{
		room,
		seed,
		afterSeconds,
		scene
	}: { room: string; seed: string; afterSeconds: number; scene: Scene }
) {
	const amid = await load<KillMeasured>({
		scene: 'kill',
		target: contender.target(contender.name === 'ours' ? null : seed),
		rooms: [room],
		pace: scene.pace,
		killAfterSeconds: afterSeconds
	});
	await contender.restart('kill');
	if ('failed' in amid) return amid;
	const { writers, ...used } = amid.result;
	const after = await load<Survived>({
		scene: 'survivors',
		target: contender.target(null),
		rooms: [room],
		writers
	});
	if ('failed' in after) return after;
	return { result: { ...used, ...after.result, afterSeconds } };
}
