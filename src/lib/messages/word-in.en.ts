import type { wordIn as sv } from './word-in.sv.ts';

const many = (n: number, one: string, more: string): string => `${n} ${n === 1 ? one : more}`;

export const wordIn: typeof sv = {
	title: 'Bring in from Word',
	link: 'Bring in from Word',
	lede: 'Read text from a Word file. You first see what is in the file and where it would go. Nothing goes into the report before you have decided.',
	file: 'Word file',
	fileHint: (mb) => `A .docx file of at most ${mb} MB.`,
	read: 'Read the file',
	how: 'How it works',
	howItems: [
		'Headings of the file are compared with the sections of the report. What finds no place, you place yourself.',
		'Headings, lists, tables, quotations, footnotes, links and pictures with their text alternatives come along.',
		'The text goes behind what stands in the section. Nothing is replaced, and submitted and approved sections do not change.',
		'Tracked changes are read as if they were accepted. Comments do not come along.'
	],
	steps: {
		open: 'Opening the file',
		read: 'Reading the text',
		match: 'Comparing headings with sections'
	},
	waiting: 'Waiting for its turn',
	progress: 'How far the reading has come',
	count: (done, total) => `step ${Math.min(done + 1, total)} of ${total}`,
	cancel: 'Cancel',
	refresh: 'Show how far it has come',
	gone: {
		what: 'The file is no longer here.',
		then: 'A file that was read waits for 30 minutes, and goes when the program is restarted. Nothing was brought in. Choose the file again.'
	},
	preview: (name) => `What is in ${name}`,
	summary: (parts, matched) =>
		`${many(parts, 'part', 'parts')}. ${
			matched === parts
				? 'All have found their section.'
				: `${matched} found their section, ${parts - matched} are for you to place or leave out.`
		}`,
	leftOutTitle: 'What to know of the file',
	leftOut: {
		insertions: (n) => `${many(n, 'tracked insertion', 'tracked insertions')} came as plain text.`,
		deletions: (n) => `${many(n, 'tracked deletion', 'tracked deletions')} did not come along.`,
		comments: (n) => `${many(n, 'comment', 'comments')} did not come along.`,
		textBoxes: (n) =>
			`${many(n, 'text box', 'text boxes')}: the words stand behind the paragraph that the box was fastened to. See that they stand right.`,
		textBoxesLost: (n) =>
			`${many(n, 'text box', 'text boxes')} cannot be read and did not come along.`,
		charts: (n) =>
			`${many(n, 'chart', 'charts')} did not come along. Make them anew here, of a table or an indicator.`,
		diagrams: (n) => `${many(n, 'SmartArt figure', 'SmartArt figures')} did not come along.`,
		equations: (n) => `${many(n, 'equation', 'equations')} did not come along.`,
		objects: (n) => `${many(n, 'embedded file', 'embedded files')} did not come along.`,
		headers: (n) => `${many(n, 'header or footer', 'headers and footers')} did not come along.`,
		linkedImages: (n) =>
			`${many(n, 'picture', 'pictures')} lie outside the file and did not come along. Paste them into the file and read it again.`,
		imageKind: (n) =>
			`${many(n, 'picture', 'pictures')} are of a kind that cannot be shown. Save them as PNG or JPEG.`,
		imageBytes: (n) =>
			`${many(n, 'picture', 'pictures')} are larger than 8 MB and did not come along.`,
		imageSize: (n) =>
			`${many(n, 'picture', 'pictures')} have too many pixels and did not come along.`,
		imageBroken: (n) =>
			`${many(n, 'picture', 'pictures')} are damaged or in colours for print (CMYK) and did not come along.`,
		links: (n) =>
			`${many(n, 'link', 'links')} lead to a place that only the writer had. The words came along.`,
		notesCut: (n) =>
			`${many(n, 'footnote', 'footnotes')} are longer than 1,000 characters and were cut.`,
		indicators: (n) =>
			`${many(n, 'indicator', 'indicators')} are unknown here and come as plain text.`,
		tags: (n) =>
			`${many(n, 'line', 'lines')} with department and articles did not come along. The sections have these already.`
	},
	partsTitle: 'Where the text goes',
	from: (heading) => `In the file: “${heading}”`,
	beginning: 'The beginning of the file, before the first heading',
	unmatched: 'Without a section',
	unmatchedLede: 'These parts found no section. Choose one, or leave them out.',
	matchedLede: 'The headings of the file agree with these sections.',
	alike: 'The heading is like the section’s. See that it is right.',
	stands: {
		empty: 'Empty now',
		words: (n) => `${many(n, 'word', 'words')} there now`
	},
	brings: (n) => `${many(n, 'word', 'words')} in the file`,
	show: 'Show the text',
	choice: 'What do you want to do?',
	putIn: 'Put in',
	add: 'Add behind what stands there',
	leave: 'Leave out',
	where: (heading) => `Section for “${heading}”`,
	leaveOut: 'Leave out',
	option: (title, words) =>
		words === 0 ? `${title} (empty)` : `${title} (behind ${many(words, 'word', 'words')})`,
	closed: {
		submitted: (by) => `Submitted${by === null ? '' : ` by ${by}`}. Nothing can be added.`,
		approved: (by) => `Approved${by === null ? '' : ` by ${by}`}. Nothing can be added.`,
		notYours: 'Another department writes in this section.',
		rowsOnly: 'You may change your own department’s rows only here.'
	},
	accept: 'Put into the report',
	acceptNote: 'All that you chose is put in at once, or nothing. It then stands as written by you.',
	another: 'Choose another file',
	nothing: 'You have chosen nothing to put in. Choose a section for at least one part.',
	changed: (titles) =>
		`This has changed since you loaded the page: ${titles}. Nothing was put in. The page now shows how it is. Look at your choices and try again.`,
	done: (sections, images) =>
		`Done. Text was put into ${many(sections, 'section', 'sections')}${
			images === 0 ? '' : `, and ${many(images, 'picture', 'pictures')} saved`
		}.`,
	doneNext: 'Read the sections through:',
	fileProblem: {
		missing: { what: 'No file is chosen.', then: 'Choose a Word file and try again.' },
		empty: { what: 'The file is empty.', then: 'Choose a file with text in it.' },
		notWord: {
			what: 'The file is no Word file.',
			then: 'Open it in Word, save it as .docx and try again.'
		},
		oldWord: {
			what: 'The file is in the old format of Word (.doc).',
			then: 'Open it in Word, save it as .docx and try again.'
		},
		openDocument: {
			what: 'The file is an OpenDocument file (.odt).',
			then: 'Open it in the program that you write with, save it as .docx and try again.'
		},
		password: {
			what: 'The file is protected with a password.',
			then: 'Open it in Word, remove the password and try again.'
		},
		macros: {
			what: 'The file has macros in it, and such files are not taken.',
			then: 'Save it as .docx without macros and try again.'
		},
		tooLarge: {
			what: 'The file is larger than 25 MB.',
			then: 'Compress the pictures in Word, or divide the file, and try again.'
		},
		unpacksTooLarge: {
			what: 'The file has more in it than can be read.',
			then: 'Divide it into several files and try again.'
		},
		damaged: {
			what: 'The file is damaged or cut off.',
			then: 'Open it in Word, save it anew and try again.'
		},
		tooSlow: {
			what: 'The file took too long to read.',
			then: 'Divide it into several files and try again.'
		},
		noText: {
			what: 'There is no text to read in the file.',
			then: 'If the pages are scanned pictures, the text must be there as text.'
		}
	}
};
