/** The page on which departments get their abbreviations. */
export const departments = {
	title: 'Förvaltningarnas förkortningar',
	lede: 'Så kallas förvaltningarna i tabellerna med utvecklingsområden. Läsaren får en lista över dem som förekommer, en gång i varje utgåva. Det som redan är inskickat eller publicerat ändras inte.',
	link: 'Ändra förvaltningarnas förkortningar',
	done: 'Sparat.',
	taken: 'En annan förvaltning har den förkortningen. Välj en annan.',
	wrong: 'Skriv högst tolv bokstäver och siffror, utan mellanslag.'
};
