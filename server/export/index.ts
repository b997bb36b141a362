import type { EditionModel } from '#core/publication.ts';
import { editionHtml } from './edition-html.ts';

/** The forms of an edition that are made when it is published (P4); the web's is the only one yet. */
export const renderEdition = (model: EditionModel): string => editionHtml(model);
