import { clockTime, isoDate } from '#core/format.ts';
import { writeCsv } from '#core/csv-write.ts';
import { archiveTexts } from '#messages/archive.ts';
import type { EditionInput } from '../input.ts';
import { EDITION_HEADS, editionCells } from '../open-data/edition-columns.ts';
import { LANG } from '../words.ts';

const w = archiveTexts(LANG);

/** The approval record: who submitted and approved each section, when, and the hash that it is bound to. */
export const approvalsJson = ({ model, hash }: EditionInput): Uint8Array =>
	Buffer.from(
		`${JSON.stringify(
			{
				edition: {
					title: model.title,
					municipality: model.municipality,
					authority: model.authority,
					number: model.number,
					publishedAt: new Date(model.publishedAt).toISOString(),
					decision: model.decision,
					...(model.address === undefined ? {} : { address: model.address }),
					hash
				},
				sections: model.sections.map((one) => ({
					key: one.content.key,
					number: one.content.number,
					title: one.content.title,
					department: one.content.department,
					hash: one.hash,
					submittedBy: one.submittedBy,
					submittedAt: new Date(one.submittedAt).toISOString(),
					approvedBy: one.approvedBy,
					approvedAt: new Date(one.approvedAt).toISOString()
				}))
			},
			null,
			'\t'
		)}\n`,
		'utf8'
	);

/** By the clock in Stockholm. */
const moment = (at: number): string => `${isoDate(at)} ${clockTime(at, 'en')}`;

/** The same as a table, in the dialect of our exports. */
export const approvalsCsv = (input: EditionInput): Uint8Array =>
	writeCsv(
		[
			[...Object.values(w.record), ...EDITION_HEADS],
			...input.model.sections.map(({ content, ...one }) => [
				content.number,
				content.title,
				content.department ?? '',
				one.hash,
				one.submittedBy,
				moment(one.submittedAt),
				one.approvedBy,
				moment(one.approvedAt),
				...editionCells(input)
			])
		],
		LANG
	);
