import { benchBlackline } from './blackline.ts';
import { benchCharts } from './charts.ts';
import { benchChecks } from './checks.ts';
import { benchEdition } from './edition.ts';
import { benchGate } from './gate/gate.ts';
import { CONTENDERS, missingRivals, type ContenderName } from './sync/contenders.ts';
import { benchFanout } from './sync/fanout.ts';
import type { SyncOptions } from './sync/field.ts';
import { benchKill } from './sync/kill.ts';
import { benchRooms } from './sync/many-rooms.ts';
import { benchOpening } from './sync/opening.ts';
import { benchStorm } from './sync/storm.ts';
import { benchThroughput } from './sync/throughput.ts';
import { benchTyping } from './typing/typing.ts';
import { benchWeight } from './weight.ts';
import { benchWord } from './word.ts';

/**
 * `npm run bench`, or a part of it: `npm run bench -- fanout throughput`. `--quick` takes one short
 * repetition, `--repetitions=3` so many, `--only=ours,relay` leaves other servers out.
 */

const parts: Record<string, (options: SyncOptions) => Promise<boolean>> = {
	typing: benchTyping,
	gate: benchGate,
	fanout: benchFanout,
	throughput: benchThroughput,
	rooms: benchRooms,
	opening: benchOpening,
	storm: benchStorm,
	kill: benchKill,
	charts: benchCharts,
	checks: benchChecks,
	edition: benchEdition,
	blackline: benchBlackline,
	word: benchWord,
	weight: benchWeight
};

function giveUp(message: string): never {
	console.error(message);
	process.exit(1);
}

const words = process.argv.slice(2);
const wanted = words.filter((word) => !word.startsWith('--'));
const unknown = wanted.filter((name) => !(name in parts));
if (unknown.length > 0)
	giveUp(`There is no part ${unknown.join(', ')}: ${Object.keys(parts).join(', ')}.`);
const options: SyncOptions = { byName: wanted, quick: false, repetitions: null, only: CONTENDERS };
for (const word of words.filter((other) => other.startsWith('--'))) {
	const names = /^--only=(.+)$/.exec(word)?.[1]?.split(',');
	const repetitions = /^--repetitions=([1-9]\d?)$/.exec(word)?.[1];
	if (word === '--quick') options.quick = true;
	else if (repetitions !== undefined) options.repetitions = Number(repetitions);
	else if (names?.every((name) => (CONTENDERS as readonly string[]).includes(name)))
		options.only = names as ContenderName[];
	else
		giveUp(`There is no option ${word}: --quick, --repetitions=3, --only=${CONTENDERS.join(',')}.`);
}
/** The parts that need nobody else's server. */
const ALONE = ['typing', 'gate', 'charts', 'checks', 'edition', 'blackline', 'word', 'weight'];
const chosen = Object.keys(parts).filter((name) => wanted.length === 0 || wanted.includes(name));
const missing = chosen.every((name) => ALONE.includes(name)) ? null : missingRivals();
if (missing !== null) giveUp(missing);
// What was started goes with it.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
let good = true;
try {
	for (const [name, part] of Object.entries(parts))
		if (chosen.includes(name)) good = (await part(options)) && good;
} catch (error) {
	giveUp(error instanceof Error ? (error.stack ?? error.message) : String(error));
}
process.exit(good ? 0 : 1);
