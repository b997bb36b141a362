import type { peopleFile as sv } from './people-file.sv.ts';

export const peopleFile: typeof sv = {
	title: 'Add people from a file',
	lede: 'A CSV file with a row for each role. For somebody with several roles, write several rows with the same e-mail address. Nobody is removed, and nobody loses a role.',
	file: 'File',
	fileHint: (rows) => `CSV from Excel or another program, at most ${rows} rows.`,
	read: 'Read the file',
	readNote: 'Nothing is saved before you have seen what the file does.',
	columns: 'Columns',
	column: {
		name: 'First and last name.',
		email: 'The e-mail address that the person signs in with.',
		role: 'writer, coordinator, council member or administrator.',
		department: 'Name or abbreviation of the department. Needed for writers.',
		authority: 'Name of the authority. Needed for coordinators.'
	},
	template: 'Download a template to fill in',
	gone: { what: 'The file is no longer here.', then: 'Choose it again.' },
	done: (added, changed) =>
		`${added} ${added === 1 ? 'person was' : 'people were'} added and ${changed} changed.`,
	inviteThem: 'Invite the new ones',
	fresh: (n) => `New: ${n}`,
	changed: (n) => `Changed: ${n}`,
	same: (n) => `As they are: ${n}`,
	wrong: (n) => `Rows with mistakes: ${n}`,
	wrongLede:
		'These rows are not read. Correct them in the file and choose it again, or go on without them.',
	more: (n) => `Only the first ${n} are shown.`,
	row: 'Row',
	what: 'Mistake',
	stands: 'There stands',
	seeRow: (row) => `see row ${row}`,
	before: (name) => `was ${name}`,
	newRoles: 'Gets the roles',
	apply: (n) => (n === 1 ? 'Save 1 person' : `Save ${n} people`),
	nothing: 'The file changes nothing.',
	other: 'Choose another file',
	problem: {
		nameMissing: 'The name is missing.',
		nameLength: 'The name is longer than 200 characters.',
		unseen: 'The name has characters that cannot be seen.',
		emailMissing: 'The e-mail address is missing.',
		email: 'That is no e-mail address.',
		roleMissing: 'The role is missing.',
		roleUnknown: 'There is no such role.',
		departmentMissing: 'A writer needs a department.',
		departmentUnknown: 'There is no such department, or it is closed.',
		departmentAmbiguous: 'Several departments are called so. Write the authority too.',
		authorityMissing: 'A coordinator needs an authority.',
		authorityUnknown: 'There is no such authority, or it is closed.',
		nameDiffers: 'Another row has the same address and another name.',
		isClosed: 'The account is closed. Open it first.',
		otherInstallation: 'The address is taken.'
	},
	fileProblem: {
		empty: 'The file is empty.',
		tooLarge: 'The file is larger than 1 MB. Divide it.',
		tooManyRows: 'The file has more than 2,000 rows. Divide it.',
		notText: 'That is no text file. Save it as CSV and choose it again.',
		quotes: 'A quotation mark lacks its pair. Save the file as CSV again.',
		isExcel: 'That is an Excel file. Save it as CSV in Excel and choose it again.',
		noPeopleHead: 'The first row needs the heads Name, E-mail and Role.',
		columnTwice: 'A head is there twice.'
	}
};
