import { readImage } from './image-header.ts';
import { isSound } from './image-sound.ts';

/** Largest picture that is taken, in bytes: a phone's photograph passes, a scan of a book does not. */
const IMAGE_BYTES = 8 * 1024 * 1024;
const LONGEST_SIDE = 12_000;

/** Why a picture is not taken: what cannot be printed is told at once, not when the edition is published. */
export type ImageProblem =
	| 'imageBytes'
	| 'imageSize' // a side too long
	| 'imageKind' // no PNG, JPEG, WebP or GIF
	| 'imageBroken'; // cut off, of too many pixels, or in the colours of a press

/** Why these bytes are not taken as a picture; null when they are. */
export function imageProblem(bytes: Uint8Array): ImageProblem | null {
	if (bytes.byteLength > IMAGE_BYTES) return 'imageBytes';
	const image = readImage(bytes);
	if (!image) return 'imageKind';
	if (Math.max(image.width, image.height) > LONGEST_SIDE) return 'imageSize';
	return isSound(bytes) ? null : 'imageBroken';
}
