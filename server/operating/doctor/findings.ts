import { readConfig, type Config } from '#server/config.ts';
import { dataDirWarnings } from '#server/config/data-dir.ts';
import { StartError } from '#server/store/store.ts';
import { newestBackup } from '#server/operating/newest-backup.ts';
import { statfsSync, statSync } from 'node:fs';
import { lookAtDatabase } from './database.ts';
import { fsyncs } from './fsyncs.ts';
import { isAnswering, isFree } from './reach.ts';

/** One thing that was looked at; `says` is a sentence, with what to do where it is not well. */
export type Finding = { state: 'ok' | 'warn' | 'fail'; about: string; says: string };

type Env = Record<string, string | undefined>;

/** Commits a second that a disk is to make: a town of writers makes a tenth. */
const SLOW = { warn: 50, fail: 10 };
const GB = 1024 ** 3;
const HOUR = 60 * 60 * 1000;
/** Before this the program did not exist: a clock that says so was never set. */
const EARLIEST = Date.UTC(2026, 0, 1);

/** All that can be looked at here; with `net` also what stands elsewhere. */
export async function findings(env: Env, { net }: { net: boolean }): Promise<Finding[]> {
	const found: Finding[] = [node()];
	let config: Config;
	try {
		config = readConfig(env);
	} catch (error) {
		if (!(error instanceof StartError)) throw error;
		return [...found, ...error.message.split('\n').map((says) => fail('configuration', says))];
	}
	const warnings = config.warnings.filter(
		(says) => !dataDirWarnings(config.dataDir).includes(says)
	);
	found.push(
		...(warnings.length === 0 ? [ok('configuration', 'every variable is understood.')] : []),
		...warnings.map((says) => warn('configuration', says)),
		...permissions(config),
		room(config),
		await disk(config),
		clock(config),
		...lookAtDatabase(config.file),
		backup(config),
		await port(config)
	);
	if (net) found.push(...(await elsewhere(config)));
	return found;
}

export const ok = (about: string, says: string): Finding => ({ state: 'ok', about, says });
export const warn = (about: string, says: string): Finding => ({ state: 'warn', about, says });
export const fail = (about: string, says: string): Finding => ({ state: 'fail', about, says });

function node(): Finding {
	const [major = 0] = process.versions.node.split('.').map(Number);
	return major >= 24
		? ok('Node', `${process.version}.`)
		: fail(
				'Node',
				`${process.version} is too old: use the npm scripts, or node_modules/.bin/node.`
			);
}

function permissions({ dataDir }: Config): Finding[] {
	const open = dataDirWarnings(dataDir);
	return open.length === 0
		? [ok('DATA_DIR', `${dataDir} is its owner's alone, on a disk of this machine.`)]
		: open.map((says) => warn('DATA_DIR', says));
}

function room({ dataDir, file }: Config): Finding {
	const { bavail, bsize } = statfsSync(dataDir);
	const free = bavail * bsize;
	const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
	const says = `${(free / GB).toFixed(1)} GB are free, and the database has ${(size / GB).toFixed(2)} GB`;
	// A backup and an upgrade each need the database's size once more.
	if (free < Math.max(0.2 * GB, size)) return fail('room', `${says}: make room, or writing stops.`);
	if (free < Math.max(GB, 3 * size)) return warn('room', `${says}: make room for backups.`);
	return ok('room', `${says}.`);
}

async function disk({ dataDir }: Config): Promise<Finding> {
	const aSecond = Math.round(await fsyncs(dataDir));
	const says = `${aSecond} commits a second`;
	if (aSecond < SLOW.fail) return fail('disk', `${says}: people wait for it. Use a faster disk.`);
	if (aSecond < SLOW.warn)
		return warn('disk', `${says}: slow for many writers. Use a faster disk.`);
	return ok('disk', `${says}.`);
}

function clock({ file }: Config): Finding {
	const now = Date.now();
	const written = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
	if (now < EARLIEST || written > now + HOUR)
		return fail('clock', `it says ${new Date(now).toISOString()}, which is past: set it, by NTP.`);
	return ok('clock', `${new Date(now).toISOString()}.`);
}

function backup({ dataDir, production }: Config): Finding {
	const at = newestBackup(dataDir);
	if (at === null) {
		const says = 'there is none in DATA_DIR/backups: npm run backup, every hour by a timer.';
		return production ? warn('backup', says) : ok('backup', 'none, as in a trial.');
	}
	const hours = (Date.now() - at) / HOUR;
	const says = `the newest is ${hours.toFixed(1)} hours old`;
	return hours > 26
		? warn('backup', `${says}: npm run backup, and see why the timer did not.`)
		: ok('backup', `${says}.`);
}

async function port({ host, port: at }: Config): Promise<Finding> {
	return (await isFree(host, at))
		? ok('port', `${at} is free.`)
		: ok('port', `${at} is in use: by the program, if it runs.`);
}

/** What stands elsewhere, asked for a connection and nothing else. */
async function elsewhere({ mail, oidc }: Config): Promise<Finding[]> {
	const found: Finding[] = [];
	const ask = async (about: string, host: string, at: number) => {
		const why = await isAnswering(host, at);
		found.push(
			why === null
				? ok(about, `${host}:${at} answers.`)
				: warn(
						about,
						`${host}:${at} does not answer (${why}): is it the right one, and may this machine?`
					)
		);
	};
	if (mail) await ask('mail', mail.host, mail.port);
	else found.push(ok('mail', 'none is set: mails are kept.'));
	if (oidc) {
		const { hostname, port: at, protocol } = new URL(oidc.issuer);
		await ask('sign-in service', hostname, Number(at) || (protocol === 'https:' ? 443 : 80));
	} else found.push(ok('sign-in service', 'none is set.'));
	return found;
}
