export const common = {
	save: 'Spara',
	cancel: 'Avbryt',
	close: 'Stäng',
	back: 'Tillbaka',
	signIn: 'Logga in',
	signOut: 'Logga ut',
	coordinator: 'Samordnare',
	article: (n: number) => `Artikel ${n}`,
	articleShort: (n: number) => `Art. ${n}`,
	state: { draft: 'Utkast', submitted: 'Inskickat', approved: 'Godkänt' }
};
