/** What a traced writer did to its database and its journal, in order. */
export type Step =
	| { kind: 'write'; file: string; offset: number; data: Buffer }
	| { kind: 'truncate'; file: string; size: number }
	| { kind: 'sync'; file: string }
	/** A line on its standard output. */
	| { kind: 'said'; line: string };

/** What strace is asked to write down; everything is in hexadecimal, file names too. */
export const STRACE = [
	'-f',
	'-y',
	'-xx',
	'-s',
	'1000000',
	'-e',
	'trace=write,pwrite64,pwritev,pwritev2,fsync,fdatasync,ftruncate,fallocate,unlink,rename'
];

const CALL = /^(\w+)\((?:(\d+)<([^>]*)>)?(.*)\) += (-?\d+)/;

/**
 * The steps of a trace that concern the given files or the standard output.
 * @throws Error at a call on one of the files that the simulation does not know
 */
export function readTrace(trace: string, files: string[]): Step[] {
	const steps: Step[] = [];
	/** Calls that were under way when another thread's was written down. */
	const begun = new Map<string, string>();
	for (const line of trace.split('\n')) {
		const [, pid = '', said = ''] = /^(\d+) +(.*)$/.exec(line) ?? [];
		const unfinished = /^(.*) <unfinished \.\.\.>$/.exec(said)?.[1];
		if (unfinished !== undefined) {
			begun.set(pid, unfinished);
			continue;
		}
		const resumed = /^<\.\.\. \w+ resumed>(.*)$/.exec(said)?.[1];
		const step = stepOf(resumed === undefined ? said : `${begun.get(pid) ?? ''}${resumed}`, files);
		if (step) steps.push(step);
	}
	return steps;
}

function stepOf(said: string, files: string[]): Step | null {
	const [, name, fd, path, rest = '', result] = CALL.exec(said) ?? [];
	if (name === undefined) return null;
	const args = /^(?:, "([^"]*)")?(?:, (\d+))?(?:, (\d+))?$/.exec(rest);
	if (name === 'write' && fd === '1')
		return {
			kind: 'said',
			line: bytesOf(args?.[1] ?? '')
				.toString('utf8')
				.trim()
		};
	const file = bytesOf(path ?? '').toString('utf8');
	if (!files.includes(file)) {
		const named = bytesOf(/^"([^"]*)"/.exec(rest)?.[1] ?? '').toString('utf8');
		if (files.includes(named)) throw new Error(`${name} of ${named} is not simulated`);
		return null;
	}
	switch (name) {
		case 'pwrite64':
			return {
				kind: 'write',
				file,
				offset: Number(args?.[3]),
				data: bytesOf(args?.[1] ?? '').subarray(0, Number(result))
			};
		case 'ftruncate':
			return { kind: 'truncate', file, size: Number(args?.[2]) };
		case 'fsync':
		case 'fdatasync':
			return { kind: 'sync', file };
		default:
			throw new Error(`${name} of ${file} is not simulated`);
	}
}

const bytesOf = (hex: string): Buffer => Buffer.from(hex.replaceAll('\\x', ''), 'hex');
