import { FILES, formFileName, type MadeForm } from '#core/forms.ts';
import { canonicalJson, hashOf } from '#schema/content.ts';
import { archiveZip } from '#server/export/archive/zip.ts';
import { makeForms } from '#server/export/forms.ts';
import type { EditionInput } from '#server/export/input.ts';
import { unzipSync } from 'fflate';
import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { rowsOf } from './support/csv.ts';
import { demoEdition, edition, section } from './support/edition.ts';
import { doc, p } from './support/page.ts';

/** A picture of one dot. */
const PNG = Buffer.from(
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
	'base64'
);
const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');

const model = demoEdition();
const input: EditionInput = { model, hash: hashOf(model), images: {} };
const FOLDER = 'barnbokslut-2022-utgava-1/';

let forms: MadeForm[] = [];
/** The archive's files by their names in its folder. */
let files: Record<string, Uint8Array> = {};
beforeAll(async () => {
	const made = await makeForms(input);
	if (!made.ok) throw new Error(JSON.stringify(made.problems));
	forms = made.forms;
	files = unpacked(forms.find(({ form }) => form === 'zip')?.bytes ?? new Uint8Array());
});

const unpacked = (zip: Uint8Array): Record<string, Uint8Array> =>
	Object.fromEntries(
		Object.entries(unzipSync(zip)).map(([name, bytes]) => {
			expect(name.startsWith(FOLDER)).toBe(true);
			return [name.slice(FOLDER.length), bytes];
		})
	);
const text = (name: string): string => Buffer.from(files[name] ?? []).toString('utf8');

describe('the archive', () => {
	it('[P7] holds the edition in every form, to the byte', () => {
		for (const form of FILES.filter((one) => one !== 'zip')) {
			const made = forms.find((one) => one.form === form);
			const held = files[formFileName(model.slug, 1, form)];
			expect(made, form).toBeDefined();
			expect(Buffer.from(held ?? []).equals(made?.bytes ?? Buffer.alloc(0)), form).toBe(true);
		}
	});

	it('[P7] has a checksum of every file, as `sha256sum -c` reads it, and each is right', () => {
		const lines = text('SHA256SUMS').trimEnd().split('\n');
		const sums = new Map(
			lines.map((line): [string, string] => {
				const [, sum = '', name = ''] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? [];
				return [name, sum];
			})
		);
		expect([...sums.keys()].sort()).toEqual(
			Object.keys(files)
				.filter((name) => name !== 'SHA256SUMS')
				.sort()
		);
		for (const [name, sum] of sums)
			expect([name, sha256(files[name] ?? new Uint8Array())]).toEqual([name, sum]);
	});

	it('[P7] a byte that has changed is found by its checksum', () => {
		const name = 'model.json';
		const changed = Buffer.from(files[name] ?? []);
		changed.writeUInt8(changed.readUInt8(100) ^ 1, 100);
		expect(text('SHA256SUMS')).not.toContain(`${sha256(changed)}  ${name}`);
	});

	it('[P7] holds the model whose bytes have the edition’s hash, and each approval’s', () => {
		expect(sha256(files['model.json'] ?? '')).toBe(input.hash);
		expect(text('model.json')).toBe(canonicalJson(model));
		for (const { content, hash } of (JSON.parse(text('model.json')) as typeof model).sections)
			expect(sha256(canonicalJson(content))).toBe(hash);
	});

	it('[P7] has the approval record: section, hash, who and when, as data and as a table', () => {
		const record = JSON.parse(text('godkannanden.json')) as {
			edition: Record<string, unknown>;
			sections: Record<string, unknown>[];
		};
		expect(record.edition).toMatchObject({ number: 1, hash: input.hash, decision: model.decision });
		expect(record.sections).toEqual(
			model.sections.map(({ content, ...one }) => ({
				key: content.key,
				number: content.number,
				title: content.title,
				department: content.department,
				hash: one.hash,
				submittedBy: one.submittedBy,
				submittedAt: new Date(one.submittedAt).toISOString(),
				approvedBy: one.approvedBy,
				approvedAt: new Date(one.approvedAt).toISOString()
			}))
		);
		const rows = rowsOf(files['godkannanden.csv'] ?? new Uint8Array());
		expect(rows).toHaveLength(model.sections.length);
		expect(rows[0]).toMatchObject({
			Avsnitt: model.sections[0]?.content.number,
			'Godkänt av': 'Sara Ekdal',
			Godkänt: '2023-06-25 09:30',
			'Avsnittets kontrollsumma (SHA-256)': model.sections[0]?.hash,
			Utgåva: '1'
		});
	});

	it('[P4] says in plain words what it is: edition, date, decision, hash and every file', () => {
		const words = text('LÄS MIG.txt').replaceAll('\u00a0', ' ');
		for (const told of [
			'Barnbokslut 2022, utgåva 1',
			'Exempelkommun, Kommunstyrelsen',
			'Publicerad: 26 juni 2023',
			'Beslut: Kommunfullmäktige, 19 juni 2023, § 87',
			'Diarienummer: KS 2023/0123',
			input.hash,
			'sha256sum -c SHA256SUMS'
		])
			expect(words).toContain(told);
		for (const name of Object.keys(files))
			if (name !== 'LÄS MIG.txt') expect(words).toContain(`\n${name} `);
	});
});

describe('what an archive is made of', () => {
	const shown = { type: 'image/png', width: 1, height: 1, sha256: sha256(PNG) };
	const pictured = edition(
		[
			section(
				{
					key: 'a',
					doc: doc(p('x'), { type: 'picture', attrs: { image: 'b1', alt: 'Barn', caption: '' } })
				},
				[]
			)
		],
		{
			images: { b1: shown },
			sender: {
				accent: '',
				logo: { ...shown, type: 'image/png', id: 'l1', alt: 'Kommunen' },
				contact: { unit: '', email: '', phone: '', web: '' }
			}
		}
	);
	const withPicture: EditionInput = {
		model: pictured,
		hash: hashOf(pictured),
		images: { b1: PNG, l1: PNG }
	};

	it('[P7] pictures are files of their own, the sender’s mark too', () => {
		const held = unpacked(archiveZip(withPicture, []));
		for (const name of ['bilder/b1.png', 'bilder/l1.png'])
			expect(Buffer.from(held[name] ?? []).equals(PNG), name).toBe(true);
		expect(() => archiveZip({ ...withPicture, images: {} }, [])).toThrow('has no bytes');
	});

	it('[P7] the same forms give the same bytes, in every time zone and whatever the clock', () => {
		const plain = forms.filter(({ form }) => form !== 'zip');
		const first = archiveZip(input, plain);
		const { TZ } = process.env;
		try {
			for (const zone of ['UTC', 'Europe/Stockholm', 'America/Los_Angeles', 'Pacific/Auckland']) {
				process.env['TZ'] = zone;
				expect(sha256(archiveZip(structuredClone(input), plain)), zone).toBe(sha256(first));
			}
		} finally {
			if (TZ === undefined) delete process.env['TZ'];
			else process.env['TZ'] = TZ;
		}
		expect(sha256(first)).toBe(sha256(forms.find(({ form }) => form === 'zip')?.bytes ?? ''));
	});
});
