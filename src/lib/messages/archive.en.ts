import type { archive as sv } from './archive.sv.ts';

export const archive: typeof sv = {
	skip: 'Skip to the content',
	offlineLead: 'A copy that stands alone. The page fetches nothing and works without a connection.',
	aboutFile:
		'This is the whole edition as a page. It has no scripts, and when it is printed all tables are unfolded.',
	newest:
		'The edition does not change, but a correction may have followed it. It and the other formats are here:',
	noAddress:
		'The edition does not change, but a correction may have followed it. Ask its sender, who has the other formats too.',
	hash: 'The edition’s checksum (SHA-256):',

	folders: { pictures: 'pictures' },
	readme: 'READ ME.txt',
	approvals: 'approvals',
	record: {
		section: 'Section',
		title: 'Title',
		department: 'Department',
		hash: 'The section’s checksum (SHA-256)',
		submittedBy: 'Submitted by',
		submittedAt: 'Submitted',
		approvedBy: 'Approved by',
		approvedAt: 'Approved'
	},
	forms: {
		offline: 'the whole edition as a page that needs no connection',
		pdf: 'the whole edition for reading and printing',
		large: 'the same text in large type',
		summary: 'one page for the meeting',
		docx: 'the whole edition for word processors',
		json: 'the whole edition as data',
		figures: 'all figures as a table, for spreadsheets',
		measures: 'all measures of follow-up and plan as a table'
	},
	pictureFile: 'a picture of the edition',
	logoFile: 'the sender’s logotype',
	modelFile: 'what all formats are made of. The file’s checksum is the edition’s.',
	recordJson: 'who submitted and approved each section, and when, as data',
	recordCsv: 'the same as a table',
	sumsFile: 'checksums of all files here but itself',
	text: (e) => [
		`${e.title}, edition ${e.number}`,
		e.sender,
		'',
		`Published: ${e.published}`,
		`Decision: ${e.decision}`,
		`Registry number: ${e.registryNumber}`,
		...(e.note === '' ? [] : [`Why there is this edition: ${e.note}`]),
		...(e.address === null ? [] : [`Address: ${e.address}`]),
		'Checksum (SHA-256):',
		e.hash,
		'',
		'WHAT THIS IS',
		'An archive package: the edition in every format, its pictures, who approved each',
		'section, and checksums. An edition never changes. A correction is a new edition.',
		'',
		'THE FILES',
		...e.files,
		'',
		'HOW TO CHECK THAT NOTHING HAS CHANGED',
		'1. Unpack all of it into a folder and open a terminal there.',
		'2. On Linux run:    sha256sum -c SHA256SUMS',
		'   On a Mac run:    shasum -a 256 -c SHA256SUMS',
		'   In Windows PowerShell run, a file at a time:',
		'                    Get-FileHash model.json',
		'3. Every line should end with OK. In Windows compare with the line in SHA256SUMS.',
		'4. The line of model.json should begin with the edition’s checksum, which stands above. The',
		'   same checksum stands in every format and on the edition’s page.',
		'',
		'The checksum of a section is SHA-256 of its "content" in model.json as JSON with sorted',
		'keys and no white space. It was counted when the section was submitted, and the approval',
		'is of it and of no other.'
	]
};
