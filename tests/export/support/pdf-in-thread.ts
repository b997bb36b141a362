import { renderPdf } from '#server/export/pdf/render-pdf.ts';
import { parentPort } from 'node:worker_threads';
import { everyBlock, sampleImages } from './every-block.ts';

/** A thread that makes the sample's PDF and ends. */
const made = await renderPdf(everyBlock(), sampleImages, { size: 'normal' });
parentPort?.postMessage(made.ok ? made.bytes : made.reason);
