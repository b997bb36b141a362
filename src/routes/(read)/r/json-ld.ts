import { isoDate } from '#core/format.ts';
import { FILE_FORMS, formAddress, type FileForm } from '#core/forms.ts';
import { readingTexts } from '#messages/reading.ts';
import type { EditionPage } from '#server/views/edition.ts';

type Edition = Omit<EditionPage, 'editions'>;

type At = {
	canonical: string;
	permanent: string;
	/** Of the installation, without a slash at its end. */
	origin: string;
	/** The decision in words. */
	decision: string;
};

/** Forms that hold numbers for machines; the others are the report for people. */
const DATA: FileForm[] = ['figures', 'measures', 'json'];

/** An edition as search engines know such things: schema.org's `Report`, and the `Dataset` within it. */
export function editionJsonLd(edition: Edition, at: At): object {
	const w = readingTexts('sv');
	const keywords = edition.kind === 'barnbokslut' ? w.keywords : w.reports.keywords;
	const { slug, number, title, municipality, reportYear, publishedAt, sender } = edition;
	const publisher = {
		'@type': 'GovernmentOrganization',
		name: municipality,
		...(sender?.contact.email ? { email: sender.contact.email } : {}),
		...(sender?.contact.phone ? { telephone: sender.contact.phone } : {})
	};
	const there = edition.files.filter(({ withdrawn, size }) => !withdrawn && size !== null);
	const files = (type: 'MediaObject' | 'DataDownload', forms: (form: FileForm) => boolean) =>
		there
			.filter(({ form }) => forms(form))
			.map(({ form, size }) => ({
				'@type': type,
				name: w.formatNames[form],
				contentUrl: at.origin + formAddress(slug, number, form),
				encodingFormat: FILE_FORMS[form].type.split(';')[0],
				contentSize: String(size)
			}));
	const about = {
		inLanguage: 'sv',
		datePublished: isoDate(publishedAt),
		temporalCoverage: String(reportYear),
		version: String(number),
		isAccessibleForFree: true,
		publisher
	};
	const report = {
		'@type': 'Report',
		'@id': at.permanent,
		url: at.canonical,
		name: title,
		description: at.decision,
		reportNumber: edition.decision.registryNumber,
		keywords,
		...about,
		encoding: files('MediaObject', (form) => !DATA.includes(form))
	};
	const distribution = files('DataDownload', (form) => DATA.includes(form));
	const dataset = {
		'@type': 'Dataset',
		'@id': `${at.permanent}#data`,
		url: at.canonical,
		name: w.datasetTitle(title, municipality),
		description: w.datasetDescription(title, at.decision),
		keywords,
		...about,
		isPartOf: { '@id': at.permanent },
		distribution
	};
	return {
		'@context': 'https://schema.org',
		'@graph': distribution.length > 0 ? [report, dataset] : [report]
	};
}

/** Data in a page: no browser runs it, and nothing in it can end the element. */
export const jsonLdScript = (data: object): string =>
	`<script type="application/ld+json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`;
