import { openWordIn } from '#server/word-in/service.ts';
import { randomBytes } from 'node:crypto';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { crc32, deflateSync } from 'node:zlib';
import {
	drawing,
	NOTHING,
	paragraph,
	relationship,
	table,
	wordFile
} from '../support/word-file.ts';
import { median, quantile, short } from './numbers.ts';

const PAGES = 40;
const TIMES = 10;
const BUDGET_MS = 5000;

/** A picture that packs as badly as a photograph. */
function photograph(width: number, height: number): Buffer {
	const chunk = (type: string, data: Buffer): Buffer => {
		const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
		const frame = Buffer.alloc(8);
		frame.writeUInt32BE(data.length, 0);
		frame.writeUInt32BE(crc32(body), 4);
		return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
	};
	const head = Buffer.alloc(13);
	head.writeUInt32BE(width, 0);
	head.writeUInt32BE(height, 4);
	// Eight bits each of red, green and blue.
	head.set([8, 2], 8);
	return Buffer.concat([
		Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
		chunk('IHDR', head),
		chunk('IDAT', deflateSync(randomBytes((width * 3 + 1) * height), { level: 1 })),
		chunk('IEND', Buffer.alloc(0))
	]);
}

/** A report of so many pages: words, a table on every third, a photograph on every fourth. */
function report(pages: number): Uint8Array {
	const words = 'Barnen i kommunen har fått det bättre på flera sätt under året, men inte alla. ';
	const media: Record<string, Buffer> = {};
	let rels = '';
	let body = '';
	for (let page = 0; page < pages; page += 1) {
		body += paragraph(`${page + 1} Avsnitt`, 'Rubrik1') + paragraph(words.repeat(5)).repeat(6);
		if (page % 3 === 0)
			body += table(Array.from({ length: 8 }, (_, row) => [`Rad ${row}`, '1', '2', '3']));
		if (page % 4 > 0) continue;
		media[`word/media/${page}.png`] = photograph(900, 700);
		rels += relationship(`rId${page + 10}`, 'image', `media/${page}.png`);
		body += drawing(`rId${page + 10}`, 'Barn på en skolgård');
	}
	return wordFile(body, media, rels);
}

/** How long a Word file of 40 pages takes from its upload to its proposal, and how long nobody else is served. */
export async function benchWord(): Promise<boolean> {
	const bytes = report(PAGES);
	const service = openWordIn({
		clock: Date.now,
		report: () => Promise.resolve({ ok: true, value: NOTHING })
	});
	const actor = { personId: 'bench', name: '', municipalityId: '', grants: [] };
	const asked = { reportId: 'bench', name: 'forty.docx', bytes };
	const wall: number[] = [];
	const blocked: number[] = [];
	for (let i = 0; i < TIMES; i += 1) {
		const delay = monitorEventLoopDelay({ resolution: 1 });
		delay.enable();
		const from = performance.now();
		await service.read(actor, asked);
		await service.settled(actor, 'bench');
		wall.push(performance.now() - from);
		delay.disable();
		blocked.push(delay.max / 1e6);
		const state = await service.state(actor, 'bench');
		if (!state.ok || state.value.state !== 'read') throw new Error('the file was not read');
	}
	await service.close();
	console.log(`\nA Word file of ${PAGES} pages, ${short(bytes.length / 1e6)} MB (ms)`);
	for (const [label, all] of [
		['until it is a proposal', wall],
		['longest wait of the event loop', blocked]
	] as const)
		console.log(`${label}: ${short(median(all))}, 95 % under ${short(quantile(all, 0.95))}`);
	const good = median(wall) < BUDGET_MS;
	if (!good) console.error(`Reading a Word file is over its budget of ${BUDGET_MS} ms.`);
	return good;
}
