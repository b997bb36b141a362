export const problems: Record<string, string> = {
	length: 'Write something, but no more than the field holds.',
	unknown: 'Choose one of those that exist.',
	period: 'Write a year, a school year, a term or a month, such as 2024, 2023/24, ht 2024.',
	number: 'Write a number, such as 14.7.',
	missing: 'Fill in this field.',
	email: 'Write an e-mail address, such as name@municipality.se.',
	noNumberWithStatus: 'Clear the field, or choose the status Value.',
	short: 'The password must have at least 12 characters.',
	image: 'Choose a whole picture in the format PNG, JPEG, WebP or GIF, saved as RGB.',
	kindStays: 'A group keeps its kind. Add a new one instead.',
	otherKind:
		'The nation and the unweighted mean of all municipalities are groups of their own and are not mixed with others.',
	taken: 'There is one with the same name and year already.',
	twice: 'A municipality is in it twice.',
	year: 'Write a year, such as 2024.',
	noKpi: 'An indicator has no id of Kolada’s. Choose only those that have one.',
	code: 'Write the municipality’s code, four digits, such as 2182.',
	search: 'Write at least two characters to search for.',
	colour: 'Write the colour as # and six characters, such as #00497a.',
	contrast: 'Choose a darker colour. Its contrast with white is to be at least 4.5 to 1.',
	phone: 'Write a telephone number, such as 0123-456 00.',
	web: 'Write an address that begins with https, such as https://www.kommun.se/barn.',
	logoLarge: 'The file is larger than 1 MB. Save the picture smaller and choose it again.',
	logoSide:
		'The picture is more than 4,000 pixels wide or high. Make it smaller and choose it again.',
	other: 'Check this field.'
};
