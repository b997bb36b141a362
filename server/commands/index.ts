import { acceptLate } from './accept-late.ts';
import { acceptSuggestion } from './accept-suggestion.ts';
import { addImage } from './add-image.ts';
import { addClaimRole } from './add-claim-role.ts';
import { addPart } from './add-part.ts';
import { addPerson } from './add-person.ts';
import { answerThread } from './answer-thread.ts';
import { appendUpdates } from './append-updates.ts';
import { approveSection } from './approve-section.ts';
import { archiveTemplate } from './archive-template.ts';
import { cancelJob } from './cancel-job.ts';
import { changePart } from './change-part.ts';
import { changePerson } from './change-person.ts';
import { changeSection } from './change-section.ts';
import { chooseNotices } from './choose-notices.ts';
import { completeEdition } from './complete-edition.ts';
import { closePart } from './close-part.ts';
import { closePerson } from './close-person.ts';
import { compactSection } from './compact-section.ts';
import { confirmLineage } from './confirm-lineage.ts';
import type { Command } from './context.ts';
import { copyTemplate } from './copy-template.ts';
import { createReport } from './create-report.ts';
import { declineLate } from './decline-late.ts';
import { declineSuggestion } from './decline-suggestion.ts';
import { editComment } from './edit-comment.ts';
import { endPersonSessions } from './end-person-sessions.ts';
import { endOwnSessions } from './end-own-sessions.ts';
import { erasePerson } from './erase-person.ts';
import { createFirstAdministrator, offerFirstAdministrator } from './first-administrator.ts';
import { gatherMail, keepMails } from './gather-mail.ts';
import { importPeople } from './import-people.ts';
import { importValues } from './import-values.ts';
import { importWord } from './import-word.ts';
import { jobDone, jobFailed, jobProgress } from './job-outcome.ts';
import { keepLate } from './keep-late.ts';
import { leaveOutEdition } from './leave-out-edition.ts';
import { mailFailed, mailSent } from './mail-outcome.ts';
import { askForLink, offerLink } from './offer-link.ts';
import { reopenSection, returnSection } from './open-section.ts';
import { nameVersion } from './name-version.ts';
import { overrideFinding } from './override-finding.ts';
import { probeStore } from './probe-store.ts';
import { publishReport } from './publish-report.ts';
import { putIndicatorValues } from './put-indicator-values.ts';
import { readNotices } from './read-notices.ts';
import { rebuildSection } from './rebuild-section.ts';
import { releasePreview } from './release-preview.ts';
import { makeToken } from './make-token.ts';
import { revokeToken, useToken } from './revoke-token.ts';
import { retryMails } from './retry-mails.ts';
import { removeClaimRole } from './remove-claim-role.ts';
import { reopenPart } from './reopen-part.ts';
import { reopenPerson } from './reopen-person.ts';
import { reopenThread } from './reopen-thread.ts';
import { resolveThread } from './resolve-thread.ts';
import { restoreSection } from './restore-section.ts';
import { rollOverReport } from './roll-over-report.ts';
import { saveAbbreviations } from './save-abbreviations.ts';
import { saveGroup } from './save-group.ts';
import { saveIndicator } from './save-indicator.ts';
import { saveMunicipality } from './save-municipality.ts';
import { saveReportMeta } from './save-report-meta.ts';
import { saveSender } from './save-sender.ts';
import { saveStatement } from './save-statement.ts';
import { saveTemplate } from './save-template.ts';
import { setDeadlines } from './set-deadlines.ts';
import { setGrants } from './set-grants.ts';
import { changePassword, setPasswordByLink } from './set-password.ts';
import { startJob } from './start-job.ts';
import { storeFetchJob } from './store-fetch-job.ts';
import { releaseJobs, removeOldJobs, resumeJobs, takeJob } from './take-job.ts';
import { settleNotice } from './settle-notice.ts';
import { signInByService } from './sign-in-by-service.ts';
import {
	endExpiredSessions,
	endSession,
	endSessionsOf,
	extendSession,
	startSession
} from './sessions.ts';
import { startSuggestion } from './start-suggestion.ts';
import { startThread } from './start-thread.ts';
import { storeFetched } from './store-fetched.ts';
import { submitSection } from './submit-section.ts';
import { takeInEdition } from './take-in-edition.ts';
import { takeMail } from './take-mail.ts';
import { tellDeadlines } from './tell-deadlines.ts';
import { testMail } from './test-mail.ts';
import { undoLineage } from './undo-lineage.ts';
import { withdrawComment } from './withdraw-comment.ts';
import { withdrawForms } from './withdraw-forms.ts';
import { withdrawPreview } from './withdraw-preview.ts';
import { withdrawSuggestion } from './withdraw-suggestion.ts';
import { createDemo } from '#server/demo/create-demo.ts';

/** Every act, by name: what the writer can be asked for. */
export const commands = {
	acceptLate,
	acceptSuggestion,
	addImage,
	addClaimRole,
	addPart,
	addPerson,
	answerThread,
	appendUpdates,
	approveSection,
	archiveTemplate,
	cancelJob,
	askForLink,
	changePart,
	changePerson,
	changeSection,
	closePart,
	closePerson,
	chooseNotices,
	compactSection,
	completeEdition,
	confirmLineage,
	copyTemplate,
	changePassword,
	createDemo,
	createFirstAdministrator,
	createReport,
	declineLate,
	declineSuggestion,
	editComment,
	endExpiredSessions,
	endPersonSessions,
	endOwnSessions,
	erasePerson,
	endSession,
	endSessionsOf,
	extendSession,
	gatherMail,
	importPeople,
	importValues,
	importWord,
	jobDone,
	jobFailed,
	jobProgress,
	keepLate,
	keepMails,
	leaveOutEdition,
	mailFailed,
	mailSent,
	offerFirstAdministrator,
	offerLink,
	nameVersion,
	overrideFinding,
	probeStore,
	publishReport,
	putIndicatorValues,
	readNotices,
	rebuildSection,
	releaseJobs,
	releasePreview,
	removeOldJobs,
	removeClaimRole,
	reopenSection,
	makeToken,
	revokeToken,
	useToken,
	retryMails,
	reopenPart,
	reopenPerson,
	reopenThread,
	resolveThread,
	restoreSection,
	resumeJobs,
	returnSection,
	rollOverReport,
	saveAbbreviations,
	saveGroup,
	saveIndicator,
	saveMunicipality,
	saveReportMeta,
	saveSender,
	saveStatement,
	saveTemplate,
	setDeadlines,
	setGrants,
	setPasswordByLink,
	settleNotice,
	signInByService,
	startSession,
	startJob,
	startSuggestion,
	startThread,
	storeFetched,
	storeFetchJob,
	submitSection,
	takeInEdition,
	takeJob,
	takeMail,
	tellDeadlines,
	testMail,
	undoLineage,
	withdrawComment,
	withdrawForms,
	withdrawSuggestion,
	withdrawPreview
};

export type Commands = typeof commands;
export type CommandName = keyof Commands;
export type CommandInput<N extends CommandName> =
	Commands[N] extends Command<infer I, infer _O> ? I : never;
export type CommandOutput<N extends CommandName> =
	Commands[N] extends Command<infer _I, infer O> ? O : never;

/** The acts after which rights, locks or sessions may be others: open connections are judged anew. */
export const CHANGES_ACCESS: ReadonlySet<CommandName> = new Set([
	'submitSection',
	'approveSection',
	'returnSection',
	'reopenSection',
	'changeSection',
	'acceptLate',
	'acceptSuggestion',
	'declineLate',
	'importWord',
	'rebuildSection',
	'restoreSection',
	'setGrants',
	'removeClaimRole',
	'signInByService',
	// Its name is what others see in the rooms.
	'changePerson',
	'closePerson',
	'endPersonSessions',
	'importPeople',
	'changePart',
	'changePassword',
	'endOwnSessions',
	'erasePerson',
	'endSession',
	'setPasswordByLink',
	'endSessionsOf',
	'endExpiredSessions'
]);

/** The acts after which what blocks show may be another: whoever looks at them is told. */
export const CHANGES_FIGURES: ReadonlySet<CommandName> = new Set([
	'putIndicatorValues',
	'importValues',
	'saveIndicator',
	'storeFetched',
	'storeFetchJob',
	'settleNotice',
	'saveGroup',
	'takeInEdition',
	'leaveOutEdition'
]);

/**
 * The acts after which what is said about a section may be another. Each answers with its `sectionId`,
 * whose readers are told.
 */
export const CHANGES_REVIEW: ReadonlySet<CommandName> = new Set([
	'acceptSuggestion',
	'answerThread',
	'declineSuggestion',
	'editComment',
	'reopenThread',
	'resolveThread',
	'startSuggestion',
	'startThread',
	'withdrawComment',
	'withdrawSuggestion'
]);

/** The acts that touch the log and nothing by which rights are judged. */
export const LOG_ONLY: ReadonlySet<CommandName> = new Set([
	'appendUpdates',
	'compactSection',
	'keepLate',
	'probeStore'
]);
