import { acceptLate } from './accept-late.ts';
import { acceptSuggestion } from './accept-suggestion.ts';
import { addImage } from './add-image.ts';
import { answerThread } from './answer-thread.ts';
import { appendUpdates } from './append-updates.ts';
import { approveSection } from './approve-section.ts';
import { archiveTemplate } from './archive-template.ts';
import { changeSection } from './change-section.ts';
import { chooseNotices } from './choose-notices.ts';
import { completeEdition } from './complete-edition.ts';
import { compactSection } from './compact-section.ts';
import { confirmLineage } from './confirm-lineage.ts';
import type { Command } from './context.ts';
import { copyTemplate } from './copy-template.ts';
import { createReport } from './create-report.ts';
import { declineLate } from './decline-late.ts';
import { declineSuggestion } from './decline-suggestion.ts';
import { editComment } from './edit-comment.ts';
import { createFirstAdministrator, offerFirstAdministrator } from './first-administrator.ts';
import { gatherMail, keepMails } from './gather-mail.ts';
import { importValues } from './import-values.ts';
import { importWord } from './import-word.ts';
import { keepLate } from './keep-late.ts';
import { leaveOutEdition } from './leave-out-edition.ts';
import { mailFailed, mailSent } from './mail-outcome.ts';
import { reopenSection, returnSection } from './open-section.ts';
import { nameVersion } from './name-version.ts';
import { overrideFinding } from './override-finding.ts';
import { probeStore } from './probe-store.ts';
import { publishReport } from './publish-report.ts';
import { putIndicatorValues } from './put-indicator-values.ts';
import { readNotices } from './read-notices.ts';
import { rebuildSection } from './rebuild-section.ts';
import { releasePreview } from './release-preview.ts';
import { retryMails } from './retry-mails.ts';
import { reopenThread } from './reopen-thread.ts';
import { resolveThread } from './resolve-thread.ts';
import { restoreSection } from './restore-section.ts';
import { rollOverReport } from './roll-over-report.ts';
import { saveAbbreviations } from './save-abbreviations.ts';
import { saveGroup } from './save-group.ts';
import { saveIndicator } from './save-indicator.ts';
import { saveReportMeta } from './save-report-meta.ts';
import { saveSender } from './save-sender.ts';
import { saveTemplate } from './save-template.ts';
import { setDeadlines } from './set-deadlines.ts';
import { setGrants } from './set-grants.ts';
import { settleNotice } from './settle-notice.ts';
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
	answerThread,
	appendUpdates,
	approveSection,
	archiveTemplate,
	changeSection,
	chooseNotices,
	compactSection,
	completeEdition,
	confirmLineage,
	copyTemplate,
	createDemo,
	createFirstAdministrator,
	createReport,
	declineLate,
	declineSuggestion,
	editComment,
	endExpiredSessions,
	endSession,
	endSessionsOf,
	extendSession,
	gatherMail,
	importValues,
	importWord,
	keepLate,
	keepMails,
	leaveOutEdition,
	mailFailed,
	mailSent,
	offerFirstAdministrator,
	nameVersion,
	overrideFinding,
	probeStore,
	publishReport,
	putIndicatorValues,
	readNotices,
	rebuildSection,
	releasePreview,
	reopenSection,
	retryMails,
	reopenThread,
	resolveThread,
	restoreSection,
	returnSection,
	rollOverReport,
	saveAbbreviations,
	saveGroup,
	saveIndicator,
	saveReportMeta,
	saveSender,
	saveTemplate,
	setDeadlines,
	setGrants,
	settleNotice,
	startSession,
	startSuggestion,
	startThread,
	storeFetched,
	submitSection,
	takeInEdition,
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
	'endSession',
	'endSessionsOf',
	'endExpiredSessions'
]);

/** The acts after which what blocks show may be another: whoever looks at them is told. */
export const CHANGES_FIGURES: ReadonlySet<CommandName> = new Set([
	'putIndicatorValues',
	'importValues',
	'saveIndicator',
	'storeFetched',
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
