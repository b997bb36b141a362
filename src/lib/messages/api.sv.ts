/** What the API says of a request, where the sentence of a page would not do. */
export const api = {
	notSignedIn: 'Det finns ingen giltig inloggning. Logga in på /login och skicka med kakan.',
	notFound: 'Det finns inget här, eller så får du inte se det.',
	invalid: 'Något i anropet behöver rättas. Se problems.',
	foreignOrigin: 'Anropet kommer från en sida på en annan webbplats och togs inte emot.',
	methodNotAllowed: (allow: string) => `Adressen tar emot: ${allow}.`,
	malformed: {
		contentType: 'Skicka JSON, med Content-Type: application/json.',
		json: 'Det som skickades är inte giltig JSON.'
	} as Record<string, string>,
	tooLarge: {
		body: 'Det som skickades är för stort. Dela upp det.',
		threads: 'Avsnittet har fler kommentarer än vad som går att hålla reda på.',
		comments: 'Tråden är full. Börja en ny.'
	} as Record<string, string>,
	/** Problems of fields that a form cannot have. */
	problem: {
		text: 'Skicka en text.',
		type: 'Skicka ett värde av det slag som beskrivningen anger.',
		unexpected: 'Fältet finns inte. Ta bort det, eller rätta namnet.'
	} as Record<string, string>
};
