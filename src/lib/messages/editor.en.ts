import type { editor as sv } from './editor.sv.ts';

export const editor: typeof sv = {
	contents: 'Contents',
	progress: (done, all) => `${done} of ${all} approved`,
	sectionText: (title) => `Text of the section ${title}`,
	owner: (department) => department ?? 'The coordinator',
	readOnly: 'You may read this section but not write in it.',
	placeholder: 'Write here. Type / to insert something.',

	help: 'Questions to answer',
	helpNote: 'Seen only here, never in the published report.',
	previous: "Last year's text",
	required: 'The section must be in the report.',
	missing: (blocks) => `Missing before you can submit: ${blocks}.`,

	save: {
		saved: 'Saved',
		savedAt: (clock) => `Saved ${clock}`,
		saving: 'Saving …',
		unsaved: (n) => (n === 1 ? '1 unsaved change' : `${n} unsaved changes`),
		offline: (since) => (since === null ? 'No connection' : `No connection since ${since}`),
		onlyHere: 'Kept in this tab only',
		connecting: 'Connecting …',
		closed: 'Disconnected'
	},
	signOut: (n) =>
		`Unsaved changes: ${n}. If you sign out they are removed from this computer. Do you want to sign out?`,
	leave: 'There are changes that are not saved. Do you want to leave the page anyway?',

	people: {
		here: (names) => `Here now: ${names}`,
		count: (n) => `${n} here`,
		came: (names, section) => `${names} now in ${section}`,
		left: (names, section) => `${names} left ${section}`,
		and: ' and '
	},
	announce: {
		locked: (section) => `${section} is submitted and cannot be changed`,
		approved: (section) => `${section} is approved`,
		opened: (section) => `${section} is open again`,
		offline: 'No connection. You can go on writing',
		back: 'Connected again, everything is saved'
	},

	trouble: {
		notSaved: {
			what: 'The server cannot save just now.',
			then: 'Your text stays here and is sent again in a moment. Leave the page open.'
		},
		forbidden: {
			what: 'You no longer have the right to read this section.',
			then: 'Ask the coordinator if that is wrong.'
		},
		notFound: {
			what: 'The section no longer exists.',
			then: 'Reload the page to see the report as it is now.'
		},
		reload: {
			what: 'The page must be reloaded.',
			then: 'Your text is set aside and shown when the page has been reloaded.'
		},
		tooManyResets: {
			what: 'The section could not be opened for writing.',
			then: 'Copy your text below and reload the page. If it happens again, tell the administrator.'
		}
	},
	reloadPage: 'Reload the page',

	kept: {
		title: 'Your own text',
		late: 'The text did not enter the section. It is kept as a late contribution that the coordinator can see.',
		notLate: 'The text did not enter the section and exists only here. Copy it before you close.',
		diverged:
			'Your page showed another text than the server has. Now the server’s text is shown. Here is what only you had.',
		deleted: 'Somebody else deleted the paragraph while you were writing in it.',
		rebuilt: 'The section has been rebuilt since you wrote this, so it could not be put in.',
		gone: (section) => `You wrote this in ${section}, which is no longer here for you.`,
		untilClosed: 'The text stays in the browser until you close this box or sign out.',
		copy: 'Copy',
		copied: 'Copied',
		copyFailed: 'Copying failed. Select the text and copy it yourself.'
	},

	lateDecided: {
		accepted: 'Your late contribution was taken into the section.',
		declined: 'Your late contribution was not taken into the section.',
		reason: (reason) => `Reason: ${reason}`
	},

	submit: {
		button: 'Submit for approval',
		next: 'The section is locked and the coordinator reviews it. The figures are fixed as they are now.',
		waiting: 'Waiting until everything is saved …',
		notSaved:
			'Not everything is saved yet, so the section was not submitted. Try again when it says Saved.'
	},
	approve: {
		button: 'Approve',
		next: 'You approve the text as it stands here.',
		fourEyes: 'You have written in the section, so somebody else must approve it.'
	},
	giveBack: {
		button: 'Return with a reason',
		title: 'Return the section',
		next: 'The section becomes a draft again. The writer sees the reason.',
		reason: 'What needs to change?'
	},
	reopen: {
		button: 'Reopen',
		title: 'Reopen the section',
		next: 'The approval ceases to be valid. The section becomes a draft again.',
		reason: 'Why is the section reopened?'
	},

	review: {
		name: 'Comments',
		comment: 'Comment',
		suggest: 'Suggest a change',
		history: 'History',
		desk: 'Review'
	},
	toolbar: 'Formatting',
	table: 'Table',
	commands: {
		undo: 'Undo',
		redo: 'Redo',
		paragraph: 'Body text',
		heading1: 'Heading',
		heading2: 'Subheading',
		bold: 'Bold',
		italic: 'Italic',
		link: 'Link',
		bulletList: 'Bulleted list',
		orderedList: 'Numbered list',
		quote: 'Quote with source',
		callout: 'Highlighted box',
		table: 'Table',
		followUpTable: 'Follow-up table',
		planTable: 'Plan with measures',
		indicator: 'Indicator',
		figure: 'Big number',
		indicatorSummary: 'Summary of indicators',
		rollUp: 'From the boards’ reports',
		chart: 'Chart of your own numbers',
		picture: 'Picture',
		footnote: 'Footnote',
		references: 'References',
		signature: 'Signature',
		fromTo: 'From–to'
	},
	synonyms: {
		undo: '',
		redo: '',
		paragraph: 'text',
		heading1: 'title',
		heading2: 'title',
		bold: 'strong',
		italic: 'emphasis',
		link: 'url address',
		bulletList: 'list points',
		orderedList: 'list numbers',
		quote: 'voice child',
		callout: 'box fact important',
		table: 'grid',
		followUpTable: 'table',
		planTable: 'table measures',
		indicator: 'chart graph statistics kolada',
		figure: 'number statistics',
		indicatorSummary: 'trend',
		rollUp: 'plans follow-ups',
		chart: 'table graph bar pie',
		picture: 'photo image',
		footnote: 'note source',
		references: 'sources works',
		signature: 'name place date',
		fromTo: 'table change'
	},
	chartFailed: 'The chart cannot be drawn without a connection. The table is here.',
	needsConnection: 'This needs a connection. Try again when you are connected.',
	tableTools: {
		rowBefore: 'Row above',
		rowAfter: 'Row below',
		columnBefore: 'Column to the left',
		columnAfter: 'Column to the right',
		deleteRow: 'Remove the row',
		deleteColumn: 'Remove the column',
		headerRow: 'The first row holds headers',
		chart: 'Caption, chart and source …',
		deleteTable: 'Remove the table'
	},

	slash: {
		name: 'Insert',
		none: 'Nothing by that name',
		hint: 'Arrow keys to choose, Enter to insert, Esc to close',
		count: (n) => (n === 1 ? '1 choice' : `${n} choices`)
	},
	blocks: {
		indicator: 'Indicator',
		figure: 'Big number',
		indicatorSummary: 'Summary of indicators',
		change: 'Change indicator',
		choose: 'Choose an indicator',
		edit: 'Edit the figures',
		about: 'About the figure',
		remove: 'Remove',
		empty: 'No indicator is chosen.',
		unknown: 'The indicator no longer exists.',
		noValue: 'No value',
		showTable: 'Show the figures in a table',
		noteLabel: 'Note:',
		summaryNone: 'The report has no indicators to count yet.'
	},
	picture: {
		alt: 'Description for those who do not see the picture',
		altHint: 'Say what the picture says. Without it the section cannot be submitted.',
		caption: 'Caption',
		missingAlt: 'The picture has no description.',
		none: 'No picture is chosen.'
	},
	quote: { source: 'Source of the quote', placeholder: 'Who says it? For example: pupil, 14' }
};
