import { isoDate } from '#core/format.ts';
import { FILE_FORMS, formAddress, SCHEMA_ADDRESS, type FileForm } from '#core/forms.ts';
import { readingTexts } from '#messages/reading.ts';
import { html, type Markup } from '#schema/markup.ts';
import type { PublishedEdition } from '#server/views/published-editions.ts';

/**
 * The data of all editions as DCAT-AP-SE in RDF/XML, which is what Sveriges dataportal harvests. Every
 * node has an address of its own, as it asks. One data set for each authority, which grows by a year's
 * files; of each report the newest edition, and of that what has not been withdrawn.
 */

const w = readingTexts('sv');

const EU = 'http://publications.europa.eu/resource/authority';
/** Of this description, as the portal asks. What the data may be used for is the municipality's to say. */
const CC0 = 'http://creativecommons.org/publicdomain/zero/1.0/';
const DATA: FileForm[] = ['figures', 'measures', 'json'];

type Dated = { edition: PublishedEdition; files: PublishedEdition['files'] };

/** Null when nothing is published: a catalogue must have a publisher. */
export function dcatXml(editions: PublishedEdition[], origin: string): Markup | null {
	const dated: Dated[] = editions
		// What it describes is what a barnbokslut has; a reply's figures are quoted from one.
		.filter(({ isNewest, kind }) => isNewest && kind === 'barnbokslut')
		.map((edition) => ({
			edition,
			files: edition.files.filter(({ form }) => DATA.includes(form))
		}))
		.filter(({ files }) => files.length > 0);
	const [first] = dated;
	if (!first) return null;
	const node = (name: string) => `${origin}/dcat.rdf#${name}`;
	const sets = [...Map.groupBy(dated, ({ edition }) => edition.authorityId)];
	const publishers = [...new Map(dated.map(({ edition: e }) => [e.municipalityId, e])).values()];
	const about = w.catalogDescription(first.edition.municipality);
	return html`<rdf:RDF
		xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
		xmlns:dcat="http://www.w3.org/ns/dcat#"
		xmlns:dcterms="http://purl.org/dc/terms/"
		xmlns:foaf="http://xmlns.com/foaf/0.1/"
		xmlns:vcard="http://www.w3.org/2006/vcard/ns#"
	>
		<dcat:Catalog rdf:about="${node('katalog')}">
			<dcterms:title xml:lang="sv">${w.feedTitle(first.edition.municipality)}</dcterms:title>
			<dcterms:description xml:lang="sv">${about}</dcterms:description>
			<dcterms:publisher rdf:resource="${node(publisherOf(first.edition))}" />
			<dcterms:license rdf:resource="${CC0}" />
			<dcterms:language rdf:resource="${EU}/language/SWE" />
			${dateXml('issued', Math.min(...editions.map(({ publishedAt }) => publishedAt)))}
			${dateXml('modified', Math.max(...editions.map(({ publishedAt }) => publishedAt)))}
			<foaf:homepage rdf:resource="${origin}/" />
			<dcat:themeTaxonomy rdf:resource="${EU}/data-theme" />
			${sets.map(([id]) => html`<dcat:dataset rdf:resource="${node(setOf(id))}" /> `)}
		</dcat:Catalog>
		${publishers.map(
			(edition) =>
				html`<foaf:Agent rdf:about="${node(publisherOf(edition))}">
					<foaf:name>${edition.municipality}</foaf:name>
					<dcterms:type rdf:resource="http://purl.org/adms/publishertype/LocalAuthority" />
				</foaf:Agent> `
		)}
		${sets.map(([id, years]) => datasetXml(id, years, { origin, node }))}
	</rdf:RDF>`;
}

type Place = { origin: string; node: (name: string) => string };

const publisherOf = ({ municipalityId }: PublishedEdition): string =>
	`utgivare-${encodeURIComponent(municipalityId)}`;
const setOf = (authorityId: string): string => `data-${encodeURIComponent(authorityId)}`;

const dateXml = (name: 'issued' | 'modified', at: number): Markup =>
	html`<dcterms:${name} rdf:datatype="http://www.w3.org/2001/XMLSchema#date">${isoDate(at)}</dcterms:${name}>`;

function datasetXml(id: string, years: Dated[], { origin, node }: Place): Markup {
	const editions = years.map(({ edition }) => edition);
	const [newest] = editions;
	if (!newest) return html``;
	const named = [newest.municipality, newest.authority].filter((name) => name !== '').join(', ');
	const reported = editions.map(({ reportYear }) => reportYear);
	const contact = editions.find(({ sender }) => sender?.contact.email)?.sender?.contact;
	const period = `${setOf(id)}-period`;
	const day = 'http://www.w3.org/2001/XMLSchema#date';
	const files = years.flatMap(({ edition, files: some }) =>
		some.map((file) => ({ edition, ...file, about: node(`${edition.slug}-${file.form}`) }))
	);
	return html`<dcat:Dataset rdf:about="${node(setOf(id))}">
			<dcterms:title xml:lang="sv">${w.catalogDataset(named)}</dcterms:title>
			<dcterms:description xml:lang="sv">${w.catalogDatasetIs(named)}</dcterms:description>
			<dcterms:publisher rdf:resource="${node(publisherOf(newest))}" />
			${contact ? html`<dcat:contactPoint rdf:resource="${node(`${setOf(id)}-kontakt`)}" />` : null}
			<dcat:theme rdf:resource="${EU}/data-theme/SOCI" />
			<dcat:theme rdf:resource="${EU}/data-theme/GOVE" />
			${w.keywords.map((word) => html`<dcat:keyword xml:lang="sv">${word}</dcat:keyword> `)}
			<dcterms:language rdf:resource="${EU}/language/SWE" />
			<dcterms:accessRights rdf:resource="${EU}/access-right/PUBLIC" />
			<dcterms:accrualPeriodicity rdf:resource="${EU}/frequency/ANNUAL" />
			${dateXml('issued', Math.min(...editions.map(({ publishedAt }) => publishedAt)))}
			${dateXml('modified', Math.max(...editions.map(({ publishedAt }) => publishedAt)))}
			<dcterms:temporal rdf:resource="${node(period)}" />
			<dcat:landingPage rdf:resource="${origin}/" />
			${files.map(({ about }) => html`<dcat:distribution rdf:resource="${about}" /> `)}
		</dcat:Dataset>
		<dcterms:PeriodOfTime rdf:about="${node(period)}">
			<dcat:startDate rdf:datatype="${day}">${Math.min(...reported)}-01-01</dcat:startDate>
			<dcat:endDate rdf:datatype="${day}">${Math.max(...reported)}-12-31</dcat:endDate>
		</dcterms:PeriodOfTime>
		${
			contact
				? html`<vcard:Organization rdf:about="${node(`${setOf(id)}-kontakt`)}">
						<vcard:fn>${contact.unit === '' ? named : contact.unit}</vcard:fn>
						<vcard:hasEmail rdf:resource="mailto:${encodeURI(contact.email)}" />
					</vcard:Organization>`
				: null
		}
		${files.map((file) => distributionXml(file, origin))} `;
}

type DataFile = { about: string; edition: PublishedEdition; form: FileForm; size: number };

function distributionXml({ about, edition, form, size }: DataFile, origin: string): Markup {
	const address = origin + formAddress(edition.slug, edition.number, form);
	return html`<dcat:Distribution rdf:about="${about}">
		<dcterms:title xml:lang="sv">${edition.title}: ${w.formatNames[form]}</dcterms:title>
		<dcat:accessURL rdf:resource="${address}" />
		<dcat:downloadURL rdf:resource="${address}" />
		<dcterms:format>${FILE_FORMS[form].type.split(';')[0] ?? ''}</dcterms:format>
		<dcat:byteSize rdf:datatype="http://www.w3.org/2001/XMLSchema#decimal">${size}</dcat:byteSize>
		<dcterms:language rdf:resource="${EU}/language/SWE" />
		${form === 'json' ? html`<dcterms:conformsTo rdf:resource="${origin}${SCHEMA_ADDRESS}" />` : null}
		${dateXml('issued', edition.publishedAt)}
	</dcat:Distribution> `;
}
