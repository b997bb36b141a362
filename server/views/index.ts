import type { Actor } from '#core/access.ts';
import type { Result } from '#core/result.ts';
import type { Tx } from '#server/store/store.ts';
import { aboutReport } from './about-report.ts';
import { account } from './account.ts';
import { sectionAuthors } from './authors.ts';
import { sectionHistory } from './history.ts';
import { sectionVersion } from './section-version.ts';
import { apiEdition, apiEditions } from './api-editions.ts';
import { apiIndicator, apiIndicators } from './api-indicators.ts';
import { apiLate } from './api-late.ts';
import { apiReport, apiReports } from './api-reports.ts';
import { apiSection } from './api-section.ts';
import { apiTokens } from './api-tokens.ts';
import { audit } from './audit.ts';
import { sectionBlackline } from './blackline.ts';
import { board } from './board.ts';
import { boards } from './boards.ts';
import { checks, sectionFindings } from './checks.ts';
import { editionComparison } from './compare.ts';
import { drift, indicatorDrift } from './drift.ts';
import { edition, editionImage } from './edition.ts';
import { editionForm } from './edition-form.ts';
import { editions } from './editions.ts';
import { extract, extracts } from './extracts.ts';
import { comparisonGroups, fetching, figureNotices } from './fetching.ts';
import { firstSteps } from './first-steps.ts';
import { image } from './image.ts';
import { indicator, indicatorRights, indicators } from './indicators.ts';
import { notice, notices, noticeWays } from './notices.ts';
import { organisation } from './organisation.ts';
import { people } from './people.ts';
import { peopleImport, peopleParts, peopleTemplate } from './people-import.ts';
import { newPerson, person } from './person.ts';
import { personalData } from './personal-data.ts';
import { preview, previewImage } from './preview.ts';
import { previews } from './previews.ts';
import { previousSection } from './previous-section.ts';
import { publication } from './publication.ts';
import { publishedEdition } from './published-edition.ts';
import { publishedEditions } from './published-editions.ts';
import { report } from './report.ts';
import { jobs } from './jobs.ts';
import { publishedStatement, statement } from './statement.ts';
import { lineage } from './lineage.ts';
import { newReport, reports } from './reports.ts';
import { review } from './review.ts';
import { rollOverPage } from './roll-over.ts';
import { searchEditions } from './search.ts';
import { sectionFigure } from './section-figure.ts';
import { signIn } from './sign-in.ts';
import { sectionRollUp } from './section-roll-up.ts';
import { departments } from './departments.ts';
import { desk } from './desk.ts';
import { late } from './late.ts';
import { mails } from './mails.ts';
import { matrix } from './matrix.ts';
import { sender, senderLogo } from './sender.ts';
import { reportBlackline } from './report-blackline.ts';
import { reportHead, shell } from './shell.ts';
import { start } from './start.ts';
import { trail } from './trail.ts';
import { wordPage, wordReport } from './word-in.ts';
import { template, templates } from './templates.ts';
import { apiValues, valuesExport, valuesImport, valuesTemplate } from './values-import.ts';

/** What a page or an API call reads. It asks `may` itself; `actor` is null without a session. */
export type View<P, T> = (tx: Tx, actor: Actor | null, params: P) => Promise<Result<T>>;

/** Every view, by name. */
export const views = {
	aboutReport,
	account,
	apiEdition,
	apiEditions,
	apiIndicator,
	apiIndicators,
	apiLate,
	apiReport,
	apiReports,
	apiSection,
	apiTokens,
	apiValues,
	audit,
	board,
	boards,
	checks,
	comparisonGroups,
	drift,
	edition,
	editionForm,
	editionComparison,
	editionImage,
	editions,
	extract,
	extracts,
	fetching,
	figureNotices,
	firstSteps,
	image,
	indicator,
	indicatorDrift,
	indicatorRights,
	indicators,
	jobs,
	lineage,
	mails,
	newPerson,
	newReport,
	notice,
	noticeWays,
	notices,
	organisation,
	people,
	peopleImport,
	peopleParts,
	peopleTemplate,
	person,
	personalData,
	preview,
	previewImage,
	previews,
	previousSection,
	publication,
	publishedEdition,
	publishedEditions,
	publishedStatement,
	report,
	reportBlackline,
	reportHead,
	reports,
	review,
	rollOverPage,
	searchEditions,
	sectionBlackline,
	sectionAuthors,
	sectionFigure,
	sectionHistory,
	sectionVersion,
	sectionFindings,
	sectionRollUp,
	departments,
	desk,
	late,
	matrix,
	sender,
	senderLogo,
	shell,
	signIn,
	start,
	trail,
	statement,
	template,
	templates,
	valuesExport,
	valuesImport,
	valuesTemplate,
	wordPage,
	wordReport
};

export type Views = typeof views;
