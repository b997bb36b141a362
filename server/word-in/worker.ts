import { flushCompileCache } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import type { FromThread } from './thread.ts';
import { readWord, type WordAsk } from './work.ts';

const say = (message: FromThread, given: ArrayBufferLike[] = []) =>
	parentPort?.postMessage(message, given as ArrayBuffer[]);
const answer = await readWord(workerData as WordAsk, (step) => say({ step }));
// Before the answer: whoever gets it ends the thread.
flushCompileCache();
// Pictures are given away, not copied: the thread ends.
say({ answer }, answer.ok ? answer.value.images.map(({ bytes }) => bytes.buffer) : []);
