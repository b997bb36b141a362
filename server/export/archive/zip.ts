import { formFileName, type MadeForm } from '#core/forms.ts';
import { isoDate, longDate } from '#core/format.ts';
import { archiveTexts } from '#messages/archive.ts';
import { canonicalJson } from '#schema/content.ts';
import { zipSync, type ZipOptions } from 'fflate';
import { createHash } from 'node:crypto';
import { paragraphOf, senderOf } from '../edition-html.ts';
import type { EditionInput } from '../input.ts';
import { LANG, t } from '../words.ts';
import { approvalsCsv, approvalsJson } from './approvals.ts';
import { pictureTypes } from './embed.ts';

const w = archiveTexts(LANG);

/** A file of the archive; `what` is said of it to who opens it. */
type Entry = { name: string; what: string; bytes: Uint8Array };

/**
 * The `zip` form (P7): every other form, the pictures as files, the approval record, the model's own
 * bytes, what all of it is in plain words, and the checksums of it all. Made last, of the other forms. The
 * same forms give the same bytes, in every time zone.
 */
export function archiveZip(input: EditionInput, forms: MadeForm[]): Uint8Array {
	const { slug, number } = input.model;
	const entries: Entry[] = [
		...formEntries(input, forms),
		{
			name: 'model.json',
			what: w.modelFile,
			bytes: Buffer.from(canonicalJson(input.model), 'utf8')
		},
		{ name: `${w.approvals}.json`, what: w.recordJson, bytes: approvalsJson(input) },
		{ name: `${w.approvals}.csv`, what: w.recordCsv, bytes: approvalsCsv(input) },
		...pictureEntries(input)
	];
	const readme = { name: w.readme, bytes: Buffer.from(readmeText(input, entries), 'utf8') };
	const files = [readme, ...entries];
	const sums = Buffer.from(files.map((file) => `${sum(file.bytes)}  ${file.name}\n`).join(''));
	const folder = `${slug}-utgava-${number}/`;
	const packed = [...files, { name: SUMS, bytes: sums }].map(
		({ name, bytes }): [string, [Uint8Array, ZipOptions]] => [
			folder + name,
			// What is packed already is only stored.
			[bytes, { level: /\.(?:txt|csv|json|html)$|SUMS$/.test(name) ? 9 : 0 }]
		]
	);
	return zipSync(Object.fromEntries(packed), { mtime: dayOf(input.model.publishedAt) });
}

const SUMS = 'SHA256SUMS';

const sum = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Archives have local time: noon of the day of publication, which every clock has. */
function dayOf(publishedAt: number): Date {
	const [year = 0, month = 0, day = 0] = isoDate(publishedAt).split('-').map(Number);
	return new Date(year, month - 1, day, 12);
}

const formEntries = ({ model: { slug, number } }: EditionInput, forms: MadeForm[]): Entry[] =>
	forms.flatMap(({ form, bytes }) =>
		form === 'html' || form === 'zip'
			? []
			: [{ name: formFileName(slug, number, form), what: w.forms[form], bytes }]
	);

/** A file's ending by the type of its picture: `image/jpeg` is `jpeg`. */
const endingOf = (type: string): string => type.replace(/^.*\//, '').replace(/[^a-z0-9]/g, '');

function pictureEntries(input: EditionInput): Entry[] {
	const logo = input.model.sender?.logo?.id;
	return [...pictureTypes(input)].map(([id, type]) => {
		const bytes = input.images[id];
		if (!bytes) throw new Error(`The picture ${id} has no bytes`);
		const name = `${w.folders.pictures}/${id.replace(/[^\w-]/g, '_')}.${endingOf(type)}`;
		return { name, what: id === logo ? w.logoFile : w.pictureFile, bytes };
	});
}

/** Lines end as Windows wants them: its plainest program shows them, and all others do too. */
function readmeText({ model, hash }: EditionInput, entries: Entry[]): string {
	const { body, date } = model.decision;
	const longest = Math.max(...entries.map(({ name }) => name.length), SUMS.length);
	const line = (name: string, what: string): string => `${name.padEnd(longest)}  ${what}`;
	return w
		.text({
			title: model.title,
			sender: senderOf(model),
			number: model.number,
			published: longDate(model.publishedAt, LANG),
			decision: t.decisionLine(body, longDate(date, LANG), paragraphOf(model)),
			registryNumber: model.decision.registryNumber,
			address: model.address ?? null,
			note: model.note,
			hash,
			files: [...entries.map(({ name, what }) => line(name, what)), line(SUMS, w.sumsFile)]
		})
		.map((text) => `${text}\r\n`)
		.join('');
}
