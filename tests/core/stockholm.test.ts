import { clockTime, formatWhen, isoDate, longDate, yearOf } from '#core/format.ts';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';

const before = process.env['TZ'];
afterEach(() => {
	if (before === undefined) delete process.env['TZ'];
	else process.env['TZ'] = before;
});

// Half past midnight of New Year's Day in Stockholm.
const AT = Date.UTC(2025, 11, 31, 23, 30);

test('[M3] a time is Stockholm’s on every machine: servers and browsers east and west of it', () => {
	for (const zone of ['UTC', 'Europe/Stockholm', 'America/Los_Angeles', 'Pacific/Kiritimati']) {
		process.env['TZ'] = zone;
		// The zone is really another one.
		expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
		expect(yearOf(AT), zone).toBe(2026);
		expect(isoDate(AT), zone).toBe('2026-01-01');
		expect(clockTime(AT, 'sv'), zone).toBe('00.30');
		expect(longDate(AT, 'en'), zone).toBe('1\u00a0January 2026');
		expect(formatWhen(AT, AT + 60_000, 'sv'), zone).toBe('i dag 00.30');
		expect(formatWhen(AT - 60 * 60_000, AT, 'en'), zone).toBe('yesterday 23:30');
		// In summer the clock is two hours ahead of UTC.
		expect(clockTime(Date.UTC(2026, 6, 1, 22, 30), 'sv'), zone).toBe('00.30');
		expect(isoDate('2026-01-01'), zone).toBe('2026-01-01');
	}
});

function filesOf(folder: string): string[] {
	return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
		const path = join(folder, entry.name);
		if (entry.isDirectory()) return filesOf(path);
		return /\.(?:ts|svelte)$/.test(entry.name) ? [path] : [];
	});
}

test('[M3] no code asks the machine’s own clock for a year, a day or an hour', () => {
	const own =
		/\.get(?:FullYear|Month|Date|Day|Hours|Minutes)\(|\.toLocale(?:Date|Time)String\(|\.toDateString\(|toISOString\(\)\.slice\(0, 10\)/;
	const found = ['src', 'server']
		.flatMap(filesOf)
		.filter((file) => own.test(readFileSync(file, 'utf8')));
	// A cell of a sheet is a date without a clock, and is read as UTC.
	expect(found).toEqual(['src/lib/core/values-table-cells.ts']);
});
