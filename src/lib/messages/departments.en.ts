import type { departments as sv } from './departments.sv.ts';

export const departments: typeof sv = {
	title: 'Abbreviations of the departments',
	lede: 'How tables of development areas call the departments. Readers get a list of those that occur, once in every edition. What is submitted or published does not change.',
	link: 'Change the departments’ abbreviations',
	done: 'Saved.',
	taken: 'Another department has that abbreviation. Choose another.',
	wrong: 'Write at most twelve letters and digits, without spaces.'
};
