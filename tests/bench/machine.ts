import {
	closeSync,
	existsSync,
	fsyncSync,
	openSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeSync
} from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { median, short } from './numbers.ts';

/** Clock ticks a second in /proc; Linux has 100 on every platform that Node runs on. */
const TICKS = 100;

/** Seconds of CPU that a process has used so far, all its threads together (Linux). */
export function cpuSeconds(pid: number): number {
	// Nanoseconds of each thread that lives, where the kernel counts them; else ticks of 10 ms.
	if (existsSync(`/proc/${pid}/schedstat`))
		return readdirSync(`/proc/${pid}/task`).reduce(
			(sum, thread) =>
				sum +
				Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]) / 1e9,
			0
		);
	const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
	// The name in brackets may hold spaces; user and system time are the 12th and 13th after it.
	const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
	return (Number(fields[11]) + Number(fields[12])) / TICKS;
}

/** Milliseconds for four kilobytes to reach the disk that `folder` is on: what D1 waits for. */
export function syncMilliseconds(folder: string): number {
	const file = join(folder, 'fsync-probe');
	const descriptor = openSync(file, 'w');
	const page = Buffer.alloc(4096, 1);
	const times = Array.from({ length: 40 }, () => {
		writeSync(descriptor, page);
		const begun = performance.now();
		fsyncSync(descriptor);
		return performance.now() - begun;
	});
	closeSync(descriptor);
	rmSync(file);
	return median(times);
}

/** How busy the machine is: without it no figure can be read. */
export const loadNow = (): string =>
	`load average ${short(loadavg()[0] ?? NaN)} on ${cpus().length} cores`;

/** Seconds of processor that anything on this machine has used so far (Linux). */
export function busySeconds(): number {
	const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0, steal = 0] = (
		readFileSync('/proc/stat', 'utf8').split('\n')[0] ?? ''
	)
		.split(/ +/)
		.slice(1)
		.map(Number);
	return (user + nice + system + irq + softirq + steal) / TICKS;
}

/** KiB of memory that a process has resident (Linux). */
export function residentKiB(pid: number): number {
	const status = readFileSync(`/proc/${pid}/status`, 'utf8');
	return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? NaN);
}
